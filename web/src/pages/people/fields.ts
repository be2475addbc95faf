import type { Person, PersonBody, PersonPatch } from '../../api/contract.ts';
import type { ActField, ActValues } from '../../components/act-form.tsx';
import type { Part } from '../../components/compare.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { bureauRoles, officeWords, staffDutyWords } from '../../../../shared/vocabulary/value-words.ts';

type BureauRole = (typeof bureauRoles)[number];
const dutyNames = keysOf(staffDutyWords);
const offices = keysOf(officeWords);

/** The fields of a person, filled with those of one who is there already. */
export function personFields(words: Words, person?: Person): readonly ActField[] {
  const { people, subjects, facts, settings, signIn, terms } = words;
  return [
    { name: 'name', label: subjects.contactName, type: 'line', required: true, initial: person?.name },
    {
      name: 'role',
      label: people.role,
      type: 'choice',
      required: true,
      initial: person?.role ?? 'bureau-officer',
      options: bureauRoles.map((value) => ({ value, label: terms.roles[value] })),
    },
    { name: 'email', label: facts.fields.email, type: 'line', initial: person?.email },
    { name: 'mobile', label: people.mobile, type: 'line', initial: person?.mobile },
    {
      name: 'office',
      label: signIn.office,
      type: 'choice',
      initial: person?.office,
      options: offices.map((value) => ({ value, label: terms.offices[value] })),
    },
    ...dutyNames.map((duty): ActField => ({
      name: duty,
      label: terms.staffDuties[duty],
      type: 'choice',
      initial: person?.duties?.includes(duty) === true ? 'yes' : undefined,
      options: [{ value: 'yes', label: people.yes }],
    })),
    { name: 'certificate', label: settings.certificate, type: 'line', initial: person?.certificate?.number },
    { name: 'validUntil', label: settings.validUntil, type: 'day', initial: person?.certificate?.validUntil },
  ];
}

/** A new person, without empty fields. */
export function bodyOf(values: ActValues): PersonBody {
  const { name = '', email, mobile, certificate, validUntil } = values;
  const office = offices.find((one) => one === values['office']);
  const duties = dutyNames.filter((duty) => values[duty] === 'yes');
  return {
    name,
    role: roleOf(values),
    ...(email === undefined ? {} : { email }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(office === undefined ? {} : { office }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(certificate === undefined
      ? {}
      : { certificate: { number: certificate, validUntil: validUntil ?? '' } }),
  };
}

/** A changed person: what was emptied is removed. */
export function patchOf(values: ActValues): PersonPatch {
  const { name = '', email = null, mobile = null, certificate, validUntil = '' } = values;
  return {
    name,
    role: roleOf(values),
    email,
    mobile,
    office: offices.find((one) => one === values['office']) ?? null,
    duties: dutyNames.filter((duty) => values[duty] === 'yes'),
    certificate: certificate === undefined ? null : { number: certificate, validUntil },
  };
}

const roleOf = (values: ActValues): BureauRole =>
  bureauRoles.find((one) => one === values['role']) ?? 'bureau-officer';

/** What can be read of a person. */
export function personParts(words: Words, person: Person): readonly Part[] {
  const { people, subjects, facts, settings, signIn, terms } = words;
  const { name, role, email = '', mobile = '', office, duties = [], certificate, deputyFor } = person;
  return [
    { label: subjects.contactName, text: name },
    { label: people.role, text: roleWord(words, role) },
    { label: facts.fields.email, text: email },
    { label: people.mobile, text: mobile },
    { label: signIn.office, text: office === undefined ? '' : terms.offices[office] },
    { label: settings.duties, text: duties.map((duty) => terms.staffDuties[duty]).join('、') },
    {
      label: settings.certificate,
      text: certificate ? `${certificate.number} ${certificate.validUntil}` : '',
    },
    {
      label: settings.deputy,
      text: deputyFor ? people.standsIn(deputyFor.name ?? deputyFor.sub, deputyFor.from, deputyFor.to) : '',
    },
  ];
}

export const roleWord = ({ terms }: Words, role: string): string =>
  Object.entries(terms.roles).find(([name]) => name === role)?.[1] ?? role;
