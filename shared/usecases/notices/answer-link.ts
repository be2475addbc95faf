import { addressKey } from '../../domain/address.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { idOf } from '../../domain/ids.ts';
import { addDays, day } from '../../domain/time/day.ts';
import { startOfDay, type Instant } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { answerKeyRecord, answerLinkRecord } from '../../records/answer-link.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { Deps } from '../deps.ts';
import type { Duty } from './duty.ts';
import { addresseeOf, type Recipient } from './recipients.ts';

/** The link in a letter, and the item that lets its token be found again. */
export interface AnswerLink {
  readonly token: string;
  readonly url: string;
  readonly item: Item;
}

/** Makes the link for a recipient; undefined for one who answers for nothing. */
type LinkFor = (recipient: Recipient) => AnswerLink | undefined;

/** A link opens nothing this many days after the due day in effect, even if the duty is still open. */
const DAYS_AFTER_DUE = 366;

export const linkExpiry = (obligation: ObligationRecord): Instant =>
  startOfDay(addDays(day(effectiveDue(obligation)), DAYS_AFTER_DUE));

const steps: ReadonlySet<string> = new Set(['reminder', 'overdue', 'correction', 'returned']);

/** Whether a letter of this step asks a unit for something. What the bureau owes is never answered by others. */
function isAnswered({ rule, obligation, subject, step }: Duty, now: Instant): boolean {
  if (rule.deadline.pursuit === 'bureau' || subject.kind === 'bureau' || subject.kind === 'government')
    return false;
  return steps.has(step.kind) && !obligation.closed && now < linkExpiry(obligation);
}

/** What makes the links of a duty’s letters. Without a public address of the console there are none. */
export async function linksOf(deps: Deps, duty: Duty): Promise<LinkFor> {
  const address = deps.publicAddress?.();
  const addressee = addresseeOf(duty.subject, duty.unit, duty.parent);
  if (address === undefined || !addressee || !isAnswered(duty, deps.clock.now())) return () => undefined;
  const { jurisdiction, id: obligationId } = duty.obligation;
  const key = duty.context.answerKey ?? (await keyOf(deps, jurisdiction));
  const own = new Set(
    addressee.contacts.flatMap(({ email }) => (email === undefined ? [] : [addressKey(email)])),
  );
  return ({ to, name, body }) => {
    if (body !== undefined || !own.has(addressKey(to))) return undefined;
    const token = `${jurisdiction}-${idOf('answer', key, obligationId, addressKey(to))}`;
    const place = { jurisdiction, id: linkIdOf(token) };
    const record = { ...place, obligationId, addresseeId: addressee.id, to, name };
    return {
      token,
      url: `${address.replace(/\/+$/, '')}/a/${token}`,
      item: answerLinkRecord.itemOf(place, record),
    };
  };
}

export const linkIdOf = (token: string): string => idOf('answer-link', token);

/** Made with the first letter that has a link. */
async function keyOf({ store, ids }: Deps, jurisdiction: string): Promise<string> {
  const { record } = await answerKeyRecord.change(store, jurisdiction, (known) =>
    known ? undefined : { version: 0, key: `${ids.fresh()}${ids.fresh()}` },
  );
  if (!record) throw new Error('the key of the links was neither found nor made');
  return record.key;
}
