import type { Case } from '../../support/deadlines/deadlines.ts';

const report: Omit<Case, 'shows'> = {
  ruleId: 'archives-security/self-inspection-report',
  kind: 'unit',
  traits: ['professional-archives'],
  from: '2026-01-01',
  to: '2027-12-31',
};

/** The yearly assessment by the end of January, or of February. */
export const assessment: Case = {
  ruleId: 'archives-security/annual-assessment',
  shows: 'the last day of the month stays where it is; nobody is late on the working day after it',
  kind: 'bureau',
  facts: { office: 'archives' },
  from: '2026-01-01',
  to: '2028-12-31',
};

/** The reports of Hongjiang, Shexian and Baixiang. */
export const securityCases: readonly Case[] = [
  { ...report, shows: 'each year by 30 September, for the year before' },
  {
    ...report,
    shows: 'in the catalogue from a day in the year, the duty arises on that day',
    facts: { professionalCatalogueSince: '2026-08-15' },
    to: '2026-12-31',
  },
  {
    ...report,
    shows: 'in the catalogue after 30 September, the first is that of the next year',
    traits: ['backup-register', 'direct'],
    facts: { professionalCatalogueSince: '2026-10-01' },
  },
  { ...report, shows: 'a unit in neither list owes none', traits: ['direct', 'enterprise'] },
  {
    ruleId: 'archives-security/self-inspection-summary',
    shows: 'the bureau’s summary by its own date, 31 December by default',
    kind: 'bureau',
    facts: { office: 'archives' },
    from: '2026-01-01',
    to: '2027-12-31',
  },
  {
    ruleId: 'archives-security/self-inspection-summary',
    shows: 'the bureau sets 30 November, a Monday',
    kind: 'bureau',
    figures: { due: '11-30' },
    from: '2026-01-01',
    to: '2026-12-31',
  },
  assessment,
];
