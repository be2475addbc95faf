import type { Finding } from '../../shared/rules/reading/check-figures.ts';
import { ruleSource, type RuleSource } from '../../shared/rules/schema.ts';

/** One rule as its file would give it, without the file: for what a check says of it and where. */

const bare = { id: 'some-rule', title: '某规则', cite: '三(一)', covers: [], from: null };

export const ruleWith = (change: object): RuleSource =>
  ruleSource.parse({ ...bare, kind: 'procedure', ...change });

const owed = { owedBy: { kind: 'unit' }, what: '报告', pursuit: 'none', nextText: '无' };

/** A deadline with this due part. */
export const deadlineWith = (due: object, change: object = {}, more: object = {}): RuleSource =>
  ruleWith({ kind: 'deadline', deadline: { ...owed, due, ...change }, ...more });

const checked = {
  per: 'month',
  form: 'minimum',
  population: { kind: 'unit', flow: false },
  counts: 'regime',
  superiorPrevails: false,
};

export const quotaWith = (change: object, more: object = {}): RuleSource =>
  ruleWith({ kind: 'quota', quota: { ...checked, ...change }, ...more });

/** A statutory figure with one value. */
export const statutory = (name: string, unit: string, value: unknown) => ({
  figures: { [name]: { unit, values: [{ from: null, value, cite: '三' }] } },
});

export const discretionary = (name: string, unit: string, value: unknown) => ({
  discretionary: { [name]: { unit, value, reason: '自定' } },
});

/** `deadline.due.figure: figure months …` */
export const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ place, message }) => `${place.join('.')}: ${message}`);
