import type { Case } from '../../support/deadlines/deadlines.ts';

const project = (rule: string, rest: Omit<Case, 'ruleId' | 'kind'>): Case => ({
  ruleId: `key-project-archives/${rule}`,
  kind: 'project',
  ...rest,
});

const opening: readonly Case[] = [
  project('registration-after-start', {
    shows: '31 August + 6 months has no 31 February: its last day is a make-up Saturday and stays',
    facts: { startedOn: '2025-08-31' },
    from: '2025-08-31',
    to: '2026-12-31',
  }),
  project('registration-after-start', {
    shows: 'a last day in a holiday moves to the first working day after it',
    facts: { startedOn: '2025-10-04' },
    from: '2025-10-04',
    to: '2026-12-31',
  }),
  project('registration-after-start', {
    shows: 'the last working days of a year whose arrangement is known are certain',
    facts: { startedOn: '2026-06-30' },
    from: '2026-06-30',
    to: '2027-12-31',
  }),
  project('registration-after-start', {
    shows: 'a last day on 1 January moves into a year that is not arranged yet, and is provisional',
    facts: { startedOn: '2026-07-01' },
    from: '2026-07-01',
    to: '2027-12-31',
  }),
];

const yearly: readonly Case[] = [
  project('registration-yearly', {
    shows: 'first: the 31 December on or after the opening form is due; last: the one before the acceptance',
    facts: { startedOn: '2025-08-31', archivesAcceptedOn: '2027-12-31' },
    from: '2025-01-01',
    to: '2028-12-31',
  }),
  project('registration-yearly', {
    shows: 'the other reading: first the 31 December on or after the start',
    facts: { startedOn: '2025-08-31', archivesAcceptedOn: '2027-12-31' },
    readings: { first: 'started-on' },
    from: '2025-01-01',
    to: '2028-12-31',
  }),
  project('registration-yearly', {
    shows: 'an opening form moved over the turn of the year begins a year later',
    facts: { startedOn: '2023-06-30', archivesAcceptedOn: '2025-01-01' },
    from: '2023-01-01',
    to: '2026-12-31',
  }),
  project('registration-yearly', {
    shows: 'accepted on 1 January, the 31 December before it is the last',
    facts: { startedOn: '2025-12-31', archivesAcceptedOn: '2027-01-01' },
    from: '2025-01-01',
    to: '2028-12-31',
  }),
];

const accepted: readonly Case[] = [
  project('registration-after-acceptance', {
    shows: '1 July + 3 months is the National Day, and moves past the seven days off',
    facts: { archivesAcceptedOn: '2026-07-01' },
    from: '2026-07-01',
    to: '2026-12-31',
  }),
  project('registration-after-acceptance', {
    shows: '30 November + 3 months ends on the last day of a leap February',
    facts: { archivesAcceptedOn: '2027-11-30' },
    from: '2027-11-30',
    to: '2028-12-31',
  }),
];

const application: readonly Case[] = [
  project('acceptance-application', {
    shows: 'counted back into a holiday, the day stays; to act by the last working day before it',
    facts: { plannedCompletionAcceptanceOn: '2026-11-03' },
    from: '2026-08-03',
    to: '2026-12-31',
  }),
  project('acceptance-application', {
    shows: 'counted back to 1 January 2027, which the 13 holidays alone decide, it is certain',
    facts: { plannedCompletionAcceptanceOn: '2027-02-01' },
    from: '2026-10-12',
    to: '2027-12-31',
  }),
  project('acceptance-application', {
    shows: 'counted back from 31 March: the last day of February, a Sunday of a year not arranged yet',
    facts: { plannedCompletionAcceptanceOn: '2027-03-31' },
    from: '2027-02-08',
    to: '2027-12-31',
  }),
  project('acceptance-application', {
    shows: 'once the archives are accepted nobody applies any more',
    facts: { plannedCompletionAcceptanceOn: '2026-11-03', archivesAcceptedOn: '2026-08-20' },
    from: '2026-08-03',
    to: '2026-12-31',
  }),
];

/** The four deadlines of a key project, alike in Hongjiang, Shexian and Baixiang. */
export const keyProjectCases: readonly Case[] = [...opening, ...yearly, ...accepted, ...application];
