import { signature, signerOf } from '../../domain/actor.ts';
import type { DossierEvent } from '../../documents/dossiers/parts.ts';
import type { Link } from '../../domain/ledger.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { HistoryEntry } from '../../records/records.ts';
import type { StaffMember } from '../../records/staff.ts';
import { nameOf, personOf } from '../people.ts';

/** Everyone who signs in the records of the escalations and in the chain, with the name that people know. */
export function peopleOf(
  staff: readonly StaffMember[],
  escalations: readonly EscalationRecord[],
  links: readonly Link[],
): Readonly<Record<string, string>> {
  const signed = escalations.flatMap((one) => [
    one.draftedBy,
    one.issue?.by,
    one.refusal?.by,
    one.withdrawal?.by,
    ...one.corrections.map(({ by }) => by),
  ]);
  const approved = escalations.flatMap(({ approval }) => [approval.proposedBy, approval.decidedBy]);
  const linked = links.map(({ content }) => content?.['by']).filter((by) => typeof by === 'string');
  const subs = approved.filter((sub) => sub !== undefined);
  const actors = [...signed, ...linked.map(signerOf)].filter((by) => by !== undefined);
  return Object.fromEntries([
    ...subs.map((sub) => [sub, nameOf(staff, sub)] as const),
    ...actors.map((by) => [signature(by), personOf(staff, by)] as const),
  ]);
}

interface Kept {
  /** The title of the duty or the document. */
  readonly title: string;
  readonly history: readonly HistoryEntry[];
}

/** Events of duties and documents and further entries, oldest first. Notices are listed separately. */
export function timelineOf(
  staff: readonly StaffMember[],
  kept: readonly Kept[],
  others: readonly DossierEvent[] = [],
): DossierEvent[] {
  const event = (title: string, { at, text, by }: HistoryEntry): DossierEvent => ({
    at,
    what: `${title}：${text}`,
    by: personOf(staff, by),
  });
  const events = [
    ...others,
    ...kept.flatMap(({ title, history }) => history.map((entry) => event(title, entry))),
  ];
  return events
    .map((one, index) => ({ one, index }))
    .sort((a, b) => a.one.at - b.one.at || a.index - b.index)
    .map(({ one }) => one);
}
