import { isDeepStrictEqual } from 'node:util';
import type { PartyRecord } from '../../records/party.ts';
import type { Draft } from '../../records/roster-row.ts';
import type { FactValue } from '../../records/records.ts';
import type { SubjectRecord } from '../../records/subject.ts';

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry) => b.includes(entry));

/** Years in the file are added to those already known. */
export function factsOf({ facts }: Draft, subject: SubjectRecord): Record<string, FactValue> {
  const hours = facts['classHours'];
  const before = subject.facts['classHours'];
  return isRecord(hours) && isRecord(before) ? { ...facts, classHours: { ...before, ...hours } } : facts;
}

const isRecord = (value: FactValue | undefined): value is Record<string, number> =>
  typeof value === 'object' && !Array.isArray(value);

/** A person may be without the name that the contract requires. The check of the subject asks for it. */
type LooseContact = { readonly [Field in keyof SubjectRecord['contacts'][number]]?: string | undefined };

/**
 * Merges contacts by place. A filled cell replaces the field at its place; another person’s name replaces the
 * whole contact. Contacts after those of the file stay. When a row has an empty place, people are found by
 * name, because the stored list has no gaps and they may be further ahead than in the file.
 */
export function contactsOf({ contacts }: Draft, present: readonly LooseContact[]): LooseContact[] {
  const next: LooseContact[] = [...present];
  const taken = new Set<number>();
  const sorted = contacts.toSorted((a, b) => a.index - b.index);
  const gaps = sorted.some(({ index }, at) => index !== at);
  for (const { index, ...fields } of sorted) {
    const sameName = ({ name }: LooseContact, at: number): boolean => name === fields.name && !taken.has(at);
    const named = gaps && fields.name !== undefined ? next.findIndex(sameName) : -1;
    const place = named >= 0 ? named : Math.min(index, next.length);
    const before = next[place];
    const samePerson = fields.name === undefined || fields.name === before?.name;
    next[place] = samePerson ? { ...before, ...fields } : fields;
    taken.add(place);
  }
  return next;
}

/**
 * Merges parties by relation. What a row says replaces the stored fields; another name, or a name instead of a
 * unit of the register, replaces the whole party: the code and the address were the former one’s. Other parties
 * stay.
 */
export function partiesOf({ parties = [] }: Draft, present: readonly PartyRecord[]): PartyRecord[] {
  const next = [...present];
  for (const party of parties) {
    const place = next.findIndex(({ relation }) => relation === party.relation);
    const before = next[place];
    if (before) next[place] = isSame(before, party) ? { ...before, ...party } : party;
    else next.push(party);
  }
  return next;
}

const isSame = (before: PartyRecord, { name }: PartyRecord): boolean =>
  before.subjectId === undefined && (name === undefined || name === before.name);

/** Whether two subjects are equal in everything that a file can say. */
export function alike(a: SubjectRecord, b: SubjectRecord): boolean {
  const said = ({ name, parentId, nature, parties, traits, facts, contacts }: SubjectRecord): unknown =>
    JSON.parse(JSON.stringify({ name, parentId, nature, parties, traits, facts, contacts }));
  return isDeepStrictEqual(said(a), said(b));
}
