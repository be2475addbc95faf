import type { Rule } from '../../api/contract.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The regimes with checks: those with a quota or with a procedure of a check. */
const isChecked = (rule: Rule): boolean =>
  rule.quota !== undefined ||
  /\/(inspection-record|site-recheck-procedure|file-check-procedure)$/.test(rule.id);

export function regimeOptions(rules: ReadonlyMap<string, Rule>): Option[] {
  const titles = new Map(
    [...rules.values()].filter(isChecked).map((rule) => [rule.regime, rule.regimeTitle]),
  );
  return [...titles].map(([value, label]) => ({ value, label }));
}

/** The quotas of a regime. */
export const quotaOptions = (rules: ReadonlyMap<string, Rule>, regime: string | undefined): Option[] =>
  [...rules.values()]
    .filter((rule) => rule.regime === regime && rule.quota !== undefined)
    .map(({ id, title }) => ({ value: id, label: title }));
