import type { z } from 'zod';
import type { checklist, letterBody, letterSent } from '../../contract/checklist.ts';
import { ok, problemAt, type Outcome } from '../../outcome.ts';
import { emailOf } from '../../domain/address.ts';
import { yearMonthDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { listOf } from '../../records/keys.ts';
import { settingsRecord } from '../../records/settings.ts';
import { keysOf } from '../../vocabulary/table.ts';
import { checklistWords } from '../../vocabulary/value-words.ts';
import { personOfSub } from '../persons/who.ts';
import type { Request } from '../request.ts';
import { readYear } from './configuration.ts';

type Checklist = z.infer<typeof checklist>;
type Step = Checklist['items'][number]['step'];

/** What of the first steps is done. Nobody ticks anything off: it is read from what there is. */
export async function checklistOf(request: Request): Promise<Checklist> {
  const { context } = request;
  const has = (role: string): boolean => context.staff.some((member) => member.role === role);
  const done: Readonly<Record<Step, boolean>> = {
    people: has('bureau-officer') && has('bureau-leader'),
    mail: context.settings.mailTriedAt !== undefined,
    roster: await hasUnits(request),
    calendar: isYearKnown(request),
  };
  const items = keysOf(checklistWords).map((step) => ({ step, done: done[step] }));
  return { items, done: items.every((item) => item.done) };
}

async function hasUnits({ deps, context }: Request): Promise<boolean> {
  const pk = listOf(context.jurisdiction.id, 'SUBJECT');
  const { items } = await deps.store.query({ pk, index: 'list', from: 'unit#', to: 'unit#~', limit: 1 });
  return items.length > 0;
}

/** The arrangement of this year, and from December on that of the next: dates of a year without one may move. */
function isYearKnown({ deps, context }: Request): boolean {
  const { year, month } = yearMonthDay(dayOf(deps.clock.now()));
  const needed = month === 12 ? [year, year + 1] : [year];
  return needed.every((one) => readYear(context.years, one).status !== 'provisional');
}

/** Sends a letter with nothing but its purpose. Where a mail server took it, the step is done. */
export async function sendTestLetter(
  { deps, context, principal }: Request,
  body: z.infer<typeof letterBody>,
): Promise<Outcome<z.infer<typeof letterSent>>> {
  const own = body.to === undefined ? await personOfSub(deps.store, principal.sub) : undefined;
  const to = body.to ?? own?.email;
  if (to === undefined) return problemAt('to', 'settings.no-own-address');
  const { bureau, id } = context.jurisdiction;
  const text = `这是${bureau}档案监管期限与通知平台的测试邮件。收到它，说明邮件发送已经接通，无需回复。`;
  const letter = { to: emailOf(to), subject: '测试邮件', text, html: `<p>${text}</p>` };
  const sent = await deps.channels.email.send(letter, deps.ids.fresh(), deps.clock.now(), id);
  if (sent.kind !== 'accepted') return ok({ outcome: 'failed', to, reason: sent.reason });
  if (sent.captured === true) return ok({ outcome: 'captured', to });
  const mailTriedAt = deps.clock.now();
  await settingsRecord.change(deps.store, id, (known) => known && { ...known, mailTriedAt });
  return ok({ outcome: 'sent', to });
}
