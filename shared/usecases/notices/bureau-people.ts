import { caseFileOf, type CaseEntry } from '../../domain/cases/file.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Context } from '../context.ts';
import { distinct, leaders, officers, superiors, type Recipient } from './recipients.ts';
import { caseEntries } from '../register/case-entries.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The people of the bureau who work on a duty of the bureau. */
export interface Desk {
  readonly context: Context;
  readonly office: OfficeName;
  /** The office as a subject, with its contacts. */
  readonly bureau: SubjectRecord | undefined;
  /** The subject of the duty: a case names its own officers. */
  readonly subject: SubjectRecord;
}

/**
 * The people who do what the bureau owes: the officers whom the case names, else the office, else its leader.
 * Never the contacts of the subject or of the unit above it: these are the party of a case or the holder of a
 * permit.
 */
export function deskOf({ context, office, bureau, subject }: Desk): Recipient[] {
  const named = caseOfficers(context, subject);
  if (named.length > 0) return named;
  const own = officers(context, office, bureau);
  return own.length > 0 ? own : leaders(context, office);
}

/** Everyone who may be informed of what the bureau owes. */
export function circleOf(desk: Desk): Recipient[] {
  const { context, office, bureau, subject } = desk;
  return distinct([
    ...caseOfficers(context, subject),
    ...officers(context, office, bureau),
    ...leaders(context, office),
    ...superiors(context),
  ]);
}

/** The officers of a case who are on the staff list with an address. Empty when the case names nobody yet. */
function caseOfficers({ staff }: Context, subject: SubjectRecord): Recipient[] {
  if (subject.kind !== 'case') return [];
  const entries = caseEntries(subject);
  const { recused, officers: filed, filing } = caseFileOf(entries);
  const named = [filed, filing?.officers ?? [], present(entries)].find((list) => list.length > 0) ?? [];
  const isOut = ({ sub, name }: StaffMember): boolean => recused.includes(sub) || recused.includes(name);
  const people = named.flatMap(({ name, certificate }) => {
    const known = staff.find((member) => member.certificate?.number === certificate);
    return known ?? staff.filter((member) => member.name === name);
  });
  return distinct(
    people.flatMap((member) =>
      member.email === undefined || isOut(member)
        ? []
        : [{ name: member.name, to: member.email, channel: 'email' as const, onBehalf: false }],
    ),
  );
}

const present = (entries: readonly CaseEntry[]) =>
  entries.flatMap(({ body }) => (body.event === 'discovery-record' ? body.officers : []));
