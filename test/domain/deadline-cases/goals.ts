import type { Case } from '../../support/deadlines/deadlines.ts';

const everything = { from: '2015-01-01', to: '2024-12-31' };
const thisAndNext = { from: '2026-01-01', to: '2027-12-31' };

const goals: readonly Case[] = [
  {
    ruleId: 'policy-goals/archive-building',
    shows: 'a goal of 2020 that has passed: shown, and pursuing nobody',
    kind: 'government',
    facts: { level: 'city', archiveFloorArea: 9000 },
    ...everything,
  },
  {
    ruleId: 'policy-goals/archive-building',
    shows: 'the province itself has no floor area to reach',
    kind: 'government',
    facts: { level: 'province' },
    ...everything,
  },
  {
    ruleId: 'policy-goals/holdings-digitised',
    shows: 'five years after the circular of 24 March 2015',
    kind: 'bureau',
    ...everything,
  },
  {
    ruleId: 'policy-goals/digital-archives-system',
    shows: 'by the end of 2020',
    kind: 'bureau',
    ...everything,
  },
  {
    ruleId: 'policy-goals/e-archiving-start',
    shows: 'from 2015: tracked as by the end of that year, for units within transfer scope',
    kind: 'unit',
    traits: ['transfer-scope'],
    ...everything,
  },
  {
    ruleId: 'policy-goals/e-archiving-start',
    shows: 'a unit outside transfer scope owes none',
    kind: 'unit',
    traits: ['direct'],
    ...everything,
  },
];

const yearly: readonly Case[] = [
  {
    ruleId: 'policy-goals/annual-hearing',
    shows: 'each calendar year, for every party committee and government',
    kind: 'government',
    facts: { level: 'county' },
    ...thisAndNext,
  },
  {
    ruleId: 'policy-goals/continuing-education',
    shows: '40 class hours each calendar year',
    kind: 'archivist',
    ...thisAndNext,
  },
  {
    ruleId: 'policy-goals/continuing-education',
    shows: 'in the year in which work begins, from that day',
    kind: 'archivist',
    facts: { startedWorkOn: '2026-11-16' },
    ...thisAndNext,
  },
];

export const goalCases: readonly Case[] = [...goals, ...yearly];
