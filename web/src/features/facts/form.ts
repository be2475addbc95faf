import { kinds, type SubjectKind } from '../../../../shared/vocabulary/kinds.ts';
import { relationsOf } from '../../../../shared/vocabulary/parties.ts';
import type { Contact, Subject } from '../../api/contract.ts';
import { fromInput, toInput } from './fields.ts';

type PartyOf = NonNullable<Subject['parties']>[number];

/** What the forms of a subject hold: facts as texts, by name. */
export interface SubjectFields {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly code?: string | undefined;
  readonly parentId?: string | undefined;
  readonly nature?: Subject['nature'];
  readonly parties?: readonly Partial<PartyOf>[];
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, string | undefined>>;
  readonly contacts?: readonly Partial<Contact>[];
}

const entriesOf = (kind: SubjectKind) => Object.entries(kinds[kind].facts);

export function fieldsOf(subject: Subject): SubjectFields {
  const { kind, name, code, parentId, nature, parties = [], traits, contacts } = subject;
  const facts = Object.fromEntries(
    entriesOf(kind).map(([fact, { type }]) => [fact, toInput(type, subject.facts[fact])]),
  );
  return { kind, name, code, parentId, nature, parties, traits, facts, contacts };
}

/** Facts as they were entered; empty ones are left out. */
export function factsOf({ kind, facts }: Pick<SubjectFields, 'kind' | 'facts'>): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(kind).flatMap(([name, { type }]) => {
      const value = fromInput(type, facts?.[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Only what was changed, so that what another changed meanwhile stays; null takes a fact away. */
export function changedFacts(before: Subject, fields: SubjectFields): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(before.kind).flatMap(([name, { type }]) => {
      const text = fields.facts?.[name] ?? '';
      if (text === toInput(type, before.facts[name])) return [];
      return [[name, fromInput(type, text) ?? null]];
    }),
  );
}

/** Contacts without what was left empty. */
export function contactsOf(fields: SubjectFields): Contact[] {
  return (fields.contacts ?? []).map(({ name = '', email, mobile, telephone, role }) => ({
    name: name.trim(),
    ...given('email', email),
    ...given('mobile', mobile),
    ...given('telephone', telephone),
    ...given('role', role),
  }));
}

/** Parties without what was left empty; a unit of the register stands for the rest. */
export function partiesOf(kind: SubjectKind, parties: SubjectFields['parties'] = []): PartyOf[] {
  const [only] = relationsOf[kind];
  return parties.flatMap(({ relation = only, subjectId, nature, ...party }): PartyOf[] => {
    if (relation === undefined) return [];
    if (subjectId !== undefined) return [{ relation, subjectId }];
    return [
      {
        relation,
        ...given('name', party.name),
        ...given('code', party.code),
        ...(nature === undefined ? {} : { nature }),
        ...given('address', party.address),
        ...given('representative', party.representative),
        ...given('telephone', party.telephone),
      },
    ];
  });
}

/** Whether nothing was changed of who answers for it. */
export const sameParties = (before: Subject, { parties }: SubjectFields): boolean =>
  JSON.stringify(partiesOf(before.kind, before.parties)) === JSON.stringify(partiesOf(before.kind, parties));

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  const text = value?.trim() ?? '';
  const entry: Partial<Record<K, string>> = {};
  if (text !== '') entry[name] = text;
  return entry;
}
