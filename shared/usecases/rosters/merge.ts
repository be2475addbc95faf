import { isDeepStrictEqual } from 'node:util';
import type { PartyRecord } from '../../records/party.ts';
import type { Draft } from '../../records/roster-row.ts';
import type { FactValue } from '../../records/records.ts';
import type { SubjectRecord } from '../../records/subject.ts';

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry) => b.includes(entry));

/** Years that the file names stand beside those that are known already. */
export function factsOf({ facts }: Draft, subject: SubjectRecord): Record<string, FactValue> {
  const hours = facts['classHours'];
  const before = subject.facts['classHours'];
  return isRecord(hours) && isRecord(before) ? { ...facts, classHours: { ...before, ...hours } } : facts;
}

const isRecord = (value: FactValue | undefined): value is Record<string, number> =>
  typeof value === 'object' && !Array.isArray(value);

/** A person may lack the name that the contract asks for: it is asked for when the subject is checked. */
type LooseContact = { readonly [Field in keyof SubjectRecord['contacts'][number]]?: string | undefined };

/**
 * Contacts by their places: a cell that holds something takes the place of what stood there; another person’s
 * name takes the whole place. Contacts behind those of the file stay. A row with an empty place finds its people
 * by name: the list has no gaps, so they may stand further ahead than in the file.
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
 * Parties by their relations: what a row says takes the place of what stood there; a name in place of a unit of the
 * register takes the whole place. Other parties stay.
 */
export function partiesOf({ parties = [] }: Draft, present: readonly PartyRecord[]): PartyRecord[] {
  const next = [...present];
  for (const party of parties) {
    const place = next.findIndex(({ relation }) => relation === party.relation);
    const before = next[place];
    if (before) next[place] = before.subjectId === undefined ? { ...before, ...party } : party;
    else next.push(party);
  }
  return next;
}

/** Alike in all that a file can say. */
export function alike(a: SubjectRecord, b: SubjectRecord): boolean {
  const said = ({ name, parentId, nature, parties, traits, facts, contacts }: SubjectRecord): unknown =>
    JSON.parse(JSON.stringify({ name, parentId, nature, parties, traits, facts, contacts }));
  return isDeepStrictEqual(said(a), said(b));
}
