import { addDays, addMonths, formatDay, type Day } from '../../../shared/domain/time/day.ts';
import { at, formatInstant } from '../../../shared/domain/time/instant.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { Chance } from '../chance/chance.ts';

export interface MadeUpSubject {
  readonly kind: SubjectKind;
  readonly code: string;
  readonly name: string;
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly contacts: readonly { readonly name: string; readonly email?: string; readonly mobile?: string }[];
}

/** The kinds that owe deadlines to this bureau. */
const kindsOf: Readonly<Record<string, readonly SubjectKind[]>> = {
  hongjiang: ['unit', 'project'],
  shexian: ['unit', 'project'],
  luquan: ['unit'],
  baixiang: ['unit', 'project', 'case', 'case'],
  liaoning: ['unit', 'government', 'archivist'],
};

/** By mail, by mail and SMS, only by SMS, two people of whom one shares an address, or nobody at all. */
function contactsOf(chance: Chance, code: string): MadeUpSubject['contacts'] {
  const email = `${code}@unit.example.com`;
  const mobile = `138${String(chance.between(0, 99_999_999)).padStart(8, '0')}`;
  return chance.pick<MadeUpSubject['contacts']>([
    [{ name: '甲', email }],
    [{ name: '甲', email, mobile }],
    [{ name: '甲', mobile }],
    [
      { name: '甲', email },
      { name: '乙', email: email.toUpperCase() },
      { name: '丙', email: `second-${email}` },
    ],
    [],
  ]);
}

const around = (chance: Chance, day: Day, before: number, after: number): string =>
  formatDay(addDays(day, chance.between(-before, after)));

export function madeUpFacts(chance: Chance, kind: SubjectKind, today: Day): Record<string, unknown> {
  switch (kind) {
    case 'project': {
      const startedOn = around(chance, addMonths(today, -6), 40, 150);
      const planned = chance.holds(0.6) ? around(chance, addMonths(today, 5), 120, 200) : startedOn;
      return {
        startedOn,
        ...(planned > startedOn ? { plannedCompletionAcceptanceOn: planned } : {}),
        ...(chance.holds(0.2) ? { archivesAcceptedOn: around(chance, today, 0, 60) } : {}),
      };
    }
    case 'case':
      return {
        office: chance.pick(['archives', 'civil-defence']),
        discoveredOn: around(chance, today, 3, 0),
        ...(chance.holds(0.7)
          ? { evidenceSecuredAt: formatInstant(at(today, 0, chance.between(0, 1439))) }
          : {}),
      };
    case 'government':
      return { level: chance.pick(['city', 'county']) };
    case 'archivist':
      return { startedWorkOn: around(chance, today, 900, 0) };
    default:
      return {};
  }
}

export function madeUpSubject(
  chance: Chance,
  jurisdiction: string,
  today: Day,
  number: number,
): MadeUpSubject {
  const kind: SubjectKind = chance.pick(kindsOf[jurisdiction] ?? []);
  const code = `${kind}-${number}`;
  const traits =
    kind === 'unit' ? chance.pick([['professional-archives'], ['backup-register'], ['direct']]) : [];
  return {
    kind,
    code,
    name: `示例${number}号`,
    traits,
    facts: madeUpFacts(chance, kind, today),
    contacts: contactsOf(chance, code),
  };
}
