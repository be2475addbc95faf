import type { Case } from '../../support/deadlines/deadlines.ts';

const formalities = (office: string, regime: string): readonly Case[] => {
  const base = { ruleId: `${regime}/evidence-formalities`, kind: 'case' } as const;
  return [
    {
      ...base,
      shows: '24 hours on working days',
      facts: { office, evidenceSecuredAt: '2026-11-18T15:30:00+08:00' },
      from: '2026-11-18',
      to: '2026-12-31',
    },
    {
      ...base,
      shows: '24 hours into a holiday: the hours run on, alerts to the leader wait for working days',
      facts: { office, evidenceSecuredAt: '2026-09-30T16:20:00+08:00' },
      from: '2026-09-30',
      to: '2026-12-31',
    },
    {
      ...base,
      shows: '24 hours inside a holiday, given in another time zone',
      facts: { office, evidenceSecuredAt: '2026-10-02T18:00:00Z' },
      from: '2026-10-01',
      to: '2026-12-31',
    },
    {
      ...base,
      shows: '24 hours on a weekend of a year that is not arranged yet',
      facts: { office, evidenceSecuredAt: '2027-01-16T10:00:00+08:00' },
      from: '2027-01-01',
      to: '2027-12-31',
    },
  ];
};

const filing = (office: string, regime: string): readonly Case[] => {
  const base = {
    ruleId: `${regime}/case-filing`,
    kind: 'case',
    from: '2026-09-01',
    to: '2026-12-31',
    facts: { office, occurredOn: '2026-09-20', discoveredOn: '2026-09-28' },
  } as const;
  return [
    { ...base, shows: 'seven calendar days end in a holiday and move to 8 October' },
    { ...base, shows: 'the other reading: seven working days', readings: { count: 'working-days' } },
    { ...base, shows: 'the other reading: from the day of the act', readings: { event: 'occurred' } },
    {
      ...base,
      shows: 'a case of the other office is filed by that office’s rule',
      facts: { ...base.facts, office: other(office) },
    },
  ];
};

const other = (office: string): string => (office === 'archives' ? 'civil-defence' : 'archives');

const penalties = (office: string, regime: string): readonly Case[] => [
  {
    ruleId: `${regime}/major-penalty-report`,
    shows: 'the half-years’ reports by the end of January and of July',
    kind: 'bureau',
    facts: { office },
    from: '2026-01-01',
    to: '2027-02-28',
  },
];

const of = (office: string, regime: string): readonly Case[] => [
  ...formalities(office, regime),
  ...filing(office, regime),
  ...penalties(office, regime),
];

/** The penalty cases of Baixiang’s two offices. */
export const penaltyCases: readonly Case[] = [
  ...of('archives', 'archives-cases'),
  ...of('civil-defence', 'civil-defence-cases'),
];
