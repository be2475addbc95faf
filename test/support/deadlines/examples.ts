import type { Case } from './deadlines.ts';

/** Subjects of the examples that the rules of counting give. */

export const withProjects = ['hongjiang', 'shexian', 'baixiang'] as const;
export const offices = [
  ['archives', 'archives-cases'],
  ['civil-defence', 'civil-defence-cases'],
] as const;

export const project = (rule: string, facts: Record<string, string>, more: Partial<Case> = {}): Case => ({
  ruleId: `key-project-archives/${rule}`,
  shows: rule,
  kind: 'project',
  facts,
  from: '2025-01-01',
  to: '2028-12-31',
  ...more,
});

export const filing = (office: string, regime: string, readings: Record<string, string> = {}): Case => ({
  ruleId: `${regime}/case-filing`,
  shows: 'seven days',
  kind: 'case',
  facts: { office, occurredOn: '2026-09-20', discoveredOn: '2026-09-28' },
  from: '2026-09-01',
  to: '2026-12-31',
  readings,
});

export const secured = (office: string, regime: string, evidenceSecuredAt: string): Case => ({
  ruleId: `${regime}/evidence-formalities`,
  shows: '24 hours',
  kind: 'case',
  facts: { office, evidenceSecuredAt },
  from: '2026-01-01',
  to: '2027-12-31',
});

export const bureau = (ruleId: string, more: Partial<Case> = {}): Case => ({
  ruleId,
  shows: ruleId,
  kind: 'bureau',
  facts: { office: 'archives' },
  from: '2026-01-01',
  to: '2028-12-31',
  ...more,
});
