import { addDays, addMonths, day, formatDay, type Day } from '../../../shared/domain/time/day.ts';
import { at, formatInstant, instant, type Instant } from '../../../shared/domain/time/instant.ts';
import { chanceFrom, type Chance } from '../../support/chance/chance.ts';

export const START = '2026-01-05T08:00:00+08:00';
export const END = '2027-01-05T08:00:00+08:00';

export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
}

export interface Registered {
  readonly kind: 'unit' | 'project' | 'case' | 'government' | 'archivist';
  readonly code: string;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly contacts: readonly Contact[];
  /** The code of the unit that it belongs to. */
  readonly parent?: string;
  readonly enteredAt: Instant;
}

export interface Member {
  readonly sub: string;
  readonly name: string;
  readonly role: 'bureau-officer' | 'bureau-leader';
  readonly office?: 'archives' | 'civil-defence';
  readonly email: string;
}

export interface Register {
  readonly jurisdiction: string;
  readonly staff: readonly Member[];
  readonly superiors: readonly string[];
  readonly subjects: readonly Registered[];
}

const start = instant(START);
const firstDay = day(START.slice(0, 10));

/** How many of the hundred are of which kind. */
const shares: Readonly<Record<string, readonly (readonly [Registered['kind'], number])[]>> = {
  hongjiang: [
    ['unit', 60],
    ['project', 40],
  ],
  shexian: [
    ['unit', 50],
    ['project', 50],
  ],
  luquan: [['unit', 100]],
  baixiang: [
    ['unit', 45],
    ['project', 30],
    ['case', 25],
  ],
  liaoning: [
    ['unit', 30],
    ['government', 25],
    ['archivist', 45],
  ],
};

const officer = (jurisdiction: string, sub: string, office?: Member['office']): Member => ({
  sub,
  name: sub,
  role: 'bureau-officer',
  email: `${sub}@${jurisdiction}.example.com`,
  ...(office === undefined ? {} : { office }),
});
const leader = (jurisdiction: string): Member => ({
  sub: 'leader',
  name: '局长',
  role: 'bureau-leader',
  email: `leader@${jurisdiction}.example.com`,
});

/** Bureaus with two officers, with one an office, without a leader, without an officer. */
const people: Readonly<Record<string, readonly Member[]>> = {
  hongjiang: [officer('hongjiang', 'wang'), officer('hongjiang', 'zhang'), leader('hongjiang')],
  shexian: [officer('shexian', 'wang'), leader('shexian')],
  luquan: [officer('luquan', 'wang')],
  baixiang: [
    officer('baixiang', 'wang', 'archives'),
    officer('baixiang', 'zhao', 'civil-defence'),
    leader('baixiang'),
  ],
  liaoning: [leader('liaoning')],
};

const superiors: Readonly<Record<string, readonly string[]>> = {
  hongjiang: ['city@huaihua.example.com'],
  baixiang: ['city@xingtai.example.com', 'city2@xingtai.example.com'],
};

function contactsOf(chance: Chance, jurisdiction: string, code: string): readonly Contact[] {
  const email = `${code}@${jurisdiction}.example.com`;
  const mobile = `138${String(chance.between(0, 99_999_999)).padStart(8, '0')}`;
  return chance.pick<readonly Contact[]>([
    [{ name: '甲', email }],
    [{ name: '甲', email }],
    [{ name: '甲', email, mobile }],
    [{ name: '甲', mobile }],
    [
      { name: '甲', email, mobile },
      { name: '乙', email: email.toUpperCase() },
      { name: '丙', email: `2-${email}` },
    ],
    [],
  ]);
}

/** Cases come up all the year round; of the others some are entered later, with dates that are past by then. */
function entryOf(chance: Chance, kind: Registered['kind']): Instant {
  if (kind !== 'case' && !chance.holds(0.15)) return start;
  return at(addDays(firstDay, chance.between(1, 340)), chance.between(10, 22), chance.between(0, 59));
}

const near = (chance: Chance, middle: Day, before: number, after: number): string =>
  formatDay(addDays(middle, chance.between(-before, after)));

function factsOf(chance: Chance, kind: Registered['kind'], entered: Instant): Record<string, string> {
  const today = day(formatInstant(entered).slice(0, 10));
  switch (kind) {
    case 'project':
      return {
        startedOn: near(chance, addMonths(today, -7), 120, 200),
        ...(chance.holds(0.6)
          ? { plannedCompletionAcceptanceOn: near(chance, addMonths(today, 9), 30, 250) }
          : {}),
      };
    case 'case':
      return {
        office: chance.pick(['archives', 'civil-defence']),
        discoveredOn: near(chance, today, 3, 0),
        ...(chance.holds(0.8)
          ? { evidenceSecuredAt: formatInstant(at(today, chance.between(0, 9), chance.between(0, 59))) }
          : {}),
      };
    case 'government':
      return { level: chance.pick(['city', 'county']) };
    case 'archivist':
      return { startedWorkOn: near(chance, today, 1500, 0) };
    case 'unit':
      return chance.holds(0.2) ? { professionalCatalogueSince: near(chance, today, 900, 200) } : {};
  }
}

function subjectsOf(jurisdiction: string): Registered[] {
  const chance = chanceFrom(`register of ${jurisdiction}`);
  const subjects: Registered[] = [];
  for (const [kind, count] of shares[jurisdiction] ?? []) {
    for (let number = 0; number < count; number += 1) {
      const code = `${kind}${number}`;
      const contacts = contactsOf(chance, jurisdiction, code);
      const enteredAt = entryOf(chance, kind);
      subjects.push({
        kind,
        code,
        traits:
          kind === 'unit'
            ? chance.pick([['professional-archives'], ['backup-register', 'direct'], ['transfer-scope']])
            : [],
        facts: factsOf(chance, kind, enteredAt),
        contacts,
        // The first unit is entered on the first day and can be written to.
        ...(kind === 'project' && chance.holds(0.5) ? { parent: 'unit0' } : {}),
        enteredAt,
      });
    }
  }
  return subjects.map((subject) =>
    subject.code === 'unit0'
      ? {
          ...subject,
          enteredAt: start,
          contacts: [{ name: '主管', email: `parent@${jurisdiction}.example.com`, mobile: '13900000000' }],
        }
      : subject,
  );
}

/** A hundred subjects for each of the five bureaus, the same in every run. */
export const registers: readonly Register[] = Object.keys(shares).map((jurisdiction) => ({
  jurisdiction,
  staff: people[jurisdiction] ?? [],
  superiors: superiors[jurisdiction] ?? [],
  subjects: subjectsOf(jurisdiction),
}));
