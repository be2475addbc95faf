import { kinds, type SubjectKind } from '../../../../shared/vocabulary/kinds.ts';
import { relationsOf } from '../../../../shared/vocabulary/parties.ts';
import type { Contact, Subject } from '../../api/contract.ts';
import { fromInput, toInput } from './fields.ts';

type PartyOf = NonNullable<Subject['parties']>[number];

/** The fields of a subject’s forms: facts as texts, by name. */
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

/** The facts that were entered, without empty ones. */
export function factsOf({ kind, facts }: Pick<SubjectFields, 'kind' | 'facts'>): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(kind).flatMap(([name, { type }]) => {
      const value = fromInput(type, facts?.[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Only the changes, so that what somebody else has changed meanwhile stays. Null removes a fact. */
export function changedFacts(before: Subject, fields: SubjectFields): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(before.kind).flatMap(([name, { type }]) => {
      const text = fields.facts?.[name] ?? '';
      if (text === toInput(type, before.facts[name])) return [];
      return [[name, fromInput(type, text) ?? null]];
    }),
  );
}

/** Contacts without empty ones. */
export function contactsOf(fields: SubjectFields): Contact[] {
  return (fields.contacts ?? []).map(({ name = '', email, mobile, telephone, role }) => ({
    name: name.trim(),
    ...given('email', email),
    ...given('mobile', mobile),
    ...given('telephone', telephone),
    ...given('role', role),
  }));
}

/** Parties without empty ones. A unit of the register needs no further fields. */
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

/** Whether the parties are unchanged. */
export const sameParties = (before: Subject, { parties }: SubjectFields): boolean =>
  JSON.stringify(partiesOf(before.kind, before.parties)) === JSON.stringify(partiesOf(before.kind, parties));

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  const text = value?.trim() ?? '';
  const entry: Partial<Record<K, string>> = {};
  if (text !== '') entry[name] = text;
  return entry;
}
