import type { StaffMember } from '../../api/contract.ts';
import type { Part } from '../../components/compare.ts';
import { dayText } from '../../i18n/format.ts';
import type { Speech } from '../../i18n/words.ts';

type Duty = NonNullable<StaffMember['duties']>[number];

/** A person of the bureau as fields of the form. */
export interface PersonFields {
  readonly sub?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: StaffMember['role'] | undefined;
  readonly office?: StaffMember['office'];
  readonly email?: string | undefined;
  readonly certificate?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly duties?: readonly Duty[] | undefined;
  readonly deputyFor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StaffFields {
  readonly people?: readonly (PersonFields | undefined)[];
}

export const fieldsOf = (members: readonly StaffMember[]): StaffFields => ({
  people: members.map(({ sub, name, role, office, email, certificate, duties, deputyFor }) => ({
    ...{ sub, name, role, office, email, duties },
    certificate: certificate?.number,
    validUntil: certificate?.validUntil,
    deputyFor: deputyFor?.sub,
    from: deputyFor?.from,
    to: deputyFor?.to,
  })),
});

const textOf = (text: string | undefined): string => (text ?? '').trim();

/** The whole list, without empty fields. */
export const membersOf = ({ people = [] }: StaffFields): StaffMember[] =>
  people.map((person = {}): StaffMember => {
    const { office, duties = [], from = '', to = '' } = person;
    const [email, certificate, deputyFor] = [person.email, person.certificate, person.deputyFor].map(textOf);
    return {
      sub: textOf(person.sub),
      name: textOf(person.name),
      role: person.role ?? 'bureau-officer',
      ...(office === undefined ? {} : { office }),
      ...(email === undefined || email === '' ? {} : { email }),
      ...(certificate === undefined || certificate === ''
        ? {}
        : { certificate: { number: certificate, validUntil: person.validUntil ?? '' } }),
      ...(deputyFor === undefined || deputyFor === '' ? {} : { deputyFor: { sub: deputyFor, from, to } }),
      ...(duties.length === 0 ? {} : { duties: [...duties] }),
    };
  });

/** 代理李局长，2026年7月1日至2026年7月15日; empty where the person stands in for nobody. */
export function deputyText(
  { words, language }: Pick<Speech, 'words' | 'language'>,
  { deputyFor }: StaffMember,
  members: readonly StaffMember[],
): string {
  if (deputyFor === undefined) return '';
  const name = members.find(({ sub }) => sub === deputyFor.sub)?.name ?? deputyFor.sub;
  const [from, to] = [deputyFor.from, deputyFor.to].map((day) => dayText(day, language));
  return words.settings.deputyText(name, from ?? '', to ?? '');
}

/** What a person can read of the list: a line for each person. */
export const staffParts = (speech: Speech, members: readonly StaffMember[]): readonly Part[] =>
  members.map((member) => {
    const { sub, name, role, office, email, certificate, duties = [] } = member;
    const { terms } = speech.words;
    return {
      label: `${name}（${sub}）`,
      text: [
        terms.roles[role],
        office === undefined ? '' : terms.offices[office],
        ...duties.map((duty) => terms.staffDuties[duty]),
        email ?? '',
        certificate === undefined ? '' : `${certificate.number} ${certificate.validUntil}`,
        deputyText(speech, member, members),
      ]
        .filter((text) => text !== '')
        .join('；'),
    };
  });
