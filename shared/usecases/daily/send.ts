import { addressKey } from '../../domain/address.ts';
import { idOf } from '../../domain/ids.ts';
import { formatDay } from '../../domain/time/day.ts';
import { renderDaily } from '../../letters/daily.ts';
import type { DailyLetter, Rendered } from '../../letters/types.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { leaders, legalPeople, officers, type Recipient } from '../notices/recipients.ts';
import { sendInTurn } from '../notices/in-turn.ts';
import type { Letter, Sent } from '../notices/send.ts';
import { withTexts } from '../notices/send-letters.ts';
import { letterText } from '../notices/texts.ts';
import type { OfQuotas } from './quota-alerts.ts';

/** The daily mail of an office to its people, and what waits for the legal officers to those who do not get it. */

export function recipientsOf(context: Context, { office, bureau }: OfQuotas): Recipient[] {
  const own = officers(context, office, bureau);
  return own.length === 0 ? leaders(context, office) : own;
}

/** The legal officers of an office who do not get its daily mail anyway. */
export function onlyLegal(context: Context, of: OfQuotas): Recipient[] {
  const told = new Set(recipientsOf(context, of).map(({ to }) => addressKey(to)));
  return legalPeople(context, of.office).filter(({ to }) => !told.has(addressKey(to)));
}

export const dailyId = (context: Context, bureauId: string, { to }: Recipient, on: string): string =>
  `${bureauId}.${idOf('daily', context.jurisdiction.id, on, addressKey(to))}`;

const isEmpty = (letter: DailyLetter): boolean =>
  [
    letter.becameOverdue,
    letter.stillOverdue,
    letter.dueThisWeek,
    letter.lateEntries,
    letter.reports,
    letter.extensions ?? [],
    letter.contacts ?? [],
    letter.documents,
    letter.quotasMissed,
    letter.quotasAtRisk,
    letter.quotasOwed,
    letter.undelivered,
    letter.passed ?? [],
    letter.rules ?? [],
    letter.channels,
  ].every((list) => list.length === 0);

export async function sendDaily(
  deps: Deps,
  context: Context,
  of: OfQuotas,
  letter: DailyLetter,
): Promise<Sent[]> {
  if (isEmpty(letter)) return [];
  const recipients = recipientsOf(context, of);
  const results = await sendTo(deps, context, of, recipients, letter);
  if (recipients.length === 0) {
    deps.log('warn', 'DAILY_NOBODY', 'The daily mail has no recipient: enter staff with an e-mail address.', {
      jurisdiction: context.jurisdiction.id,
    });
  }
  return results;
}

const nothing = {
  becameOverdue: [],
  stillOverdue: [],
  dueThisWeek: [],
  lateEntries: [],
  reports: [],
  documents: [],
  quotasMissed: [],
  quotasAtRisk: [],
  quotasOwed: [],
  undelivered: [],
  channels: [],
} as const;

/** To a legal officer who gets no daily mail: what waits for the legal officer, and nothing else. */
export async function sendLegal(
  deps: Deps,
  context: Context,
  of: OfQuotas,
  { bureau, today, legal = [] }: DailyLetter,
): Promise<Sent[]> {
  if (legal.length === 0) return [];
  return sendTo(deps, context, of, onlyLegal(context, of), { ...nothing, bureau, today, legal });
}

async function sendTo(
  deps: Deps,
  context: Context,
  { bureauId }: OfQuotas,
  recipients: readonly Recipient[],
  letter: DailyLetter,
): Promise<Sent[]> {
  const rendered = renderDaily(letter);
  const today = formatDay(letter.today);
  const results: Sent[] = [];
  const mails = recipients.map((recipient) => dailyNotice(context, bureauId, recipient, rendered, today));
  for (const mail of await withTexts(deps, mails)) results.push(await sendInTurn(deps, mail));
  return results;
}

function dailyNotice(
  context: Context,
  bureauId: string,
  recipient: Recipient,
  rendered: Rendered,
  today: string,
): Letter {
  const jurisdiction = context.jurisdiction.id;
  const stored = letterText(rendered.text, rendered.html);
  return {
    draft: {
      id: dailyId(context, bureauId, recipient, today),
      jurisdiction,
      subjectId: bureauId,
      kind: 'daily',
      step: `daily:${today}`,
      to: recipient.to,
      toName: recipient.name,
      channel: 'email',
      subject: rendered.subject,
      textHash: stored.hash,
      late: false,
    },
    pointer: undefined,
    message: { channel: 'email', content: { to: recipient.to, ...rendered } },
    stored,
  };
}
