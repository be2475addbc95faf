import type { Case } from '../../support/deadlines/deadlines.ts';

/** The yearly events of Shexian and Baixiang. */
export const eventCases: readonly Case[] = [
  {
    ruleId: 'public-service/annual-event',
    shows: '9 June, and the week from Monday to Sunday that holds 5 September: a Saturday, then a Sunday',
    kind: 'bureau',
    facts: { office: 'archives' },
    from: '2026-01-01',
    to: '2027-12-31',
  },
  {
    ruleId: 'public-service/annual-event',
    shows: 'the bureau holds its week around another day',
    kind: 'bureau',
    figures: { publicityWeek: '09-07' },
    from: '2026-07-01',
    to: '2026-12-31',
  },
];
