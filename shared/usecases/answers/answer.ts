import type { LetterAnswer } from '../../contract/letter-answers.ts';
import { actorOf, isPerson } from '../../domain/actor.ts';
import { idOf } from '../../domain/ids.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { ok, problem, type Outcome } from '../../outcome.ts';
import { subjectRecord } from '../../records/subject.ts';
import { act, plain, withHistory } from '../duties/act.ts';
import { askExtension } from '../duties/extension-request.ts';
import { fulfil } from '../duties/fulfilment.ts';
import { dailyItem } from '../notices/daily-line.ts';
import type { Request } from '../request.ts';
import type { Opened } from './opened.ts';

/** Enters what a person answers by the link of a letter. Returns the number of the receipt. */
export async function answerLetter(opened: Opened, body: LetterAnswer): Promise<Outcome<string>> {
  const receipt = receiptOf(opened, body);
  const request: Request = { ...opened.request, receipt };
  const { id } = opened.obligation;
  const done = (outcome: Outcome<unknown>): Outcome<string> => (outcome.ok ? ok(receipt) : outcome);
  switch (body.act) {
    case 'report': {
      const { on, document, note } = body;
      return done(await fulfil(request, id, { on, document, note }));
    }
    case 'extension':
      return done(await askExtension(request, id, body));
    case 'contact':
      return done(await proposeContacts(request, opened, body.contacts));
    case 'acknowledge':
      return acknowledge(request, opened, receipt);
  }
}

/** 20261130-K7Q2MZ5A: the day, and what tells the answers of a day apart. */
function receiptOf({ request, link }: Opened, body: LetterAnswer): string {
  const now = request.deps.clock.now();
  const part = idOf('receipt', link.id, String(now), JSON.stringify(body)).slice(0, 8).toUpperCase();
  return `${formatDay(dayOf(now)).replaceAll('-', '')}-${part}`;
}

/** Once a day: pressed again, the link shows the receipt of the first time. */
async function acknowledge(request: Request, opened: Opened, receipt: string): Promise<Outcome<string>> {
  const { deps, principal } = request;
  const today = dayOf(deps.clock.now());
  const before = opened.obligation.history.find(
    ({ what, by, at }) =>
      what === 'acknowledged' && isPerson(by) && by.sub === principal.sub && dayOf(at) === today,
  );
  if (before?.receipt !== undefined) return ok(before.receipt);
  const done = await act(request, opened.obligation.id, 'acknowledge', ({ obligation }) =>
    ok(plain(withHistory(obligation, request, { what: 'acknowledged', text: '已收悉' }))),
  );
  return done.ok ? ok(receipt) : done;
}

/** The contacts stay as they are until an officer confirms; a later proposal takes the place of an earlier one. */
async function proposeContacts(
  { deps, principal, receipt = '' }: Request,
  { addressee, link, rule }: Opened,
  contacts: Extract<LetterAnswer, { act: 'contact' }>['contacts'],
): Promise<Outcome<unknown>> {
  const now = deps.clock.now();
  // Written first: a line about what was not stored is left out of the mail.
  const line = dailyItem(addressee.jurisdiction, 'contacts', `${rule.office}/${addressee.id}`, now);
  await deps.store.putMany([line]);
  const stored = await subjectRecord.put(deps.store, {
    ...addressee,
    contactProposal: {
      contacts,
      insteadOf: link.to,
      at: now,
      by: actorOf(principal),
      receipt,
    },
  });
  return stored ? ok(stored) : problem('subject.changed');
}
