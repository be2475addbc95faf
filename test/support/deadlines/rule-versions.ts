import { bookOf, rulebookOf, type Rulebook } from '../../../shared/rules/catalogue.ts';
import type { DeadlineRule, FigureValue, Rule } from '../../../shared/rules/rule.ts';
import { ruleOf } from './deadlines.ts';

/** The days of a version of a rule, and its figures: `[value]`, or each value with its last day. */
export interface Version {
  readonly from?: string | null;
  readonly to?: string;
  readonly figures?: Readonly<Record<string, readonly Value[]>>;
  readonly more?: Partial<Rule>;
}

export interface Value {
  readonly value: FigureValue;
  readonly to?: string;
}

const next = (on: string): string => {
  const day = new Date(`${on}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
};

/** A rule of the product with other days and figures; the values of a figure follow each other without a gap. */
export function version(jurisdiction: string, ruleId: string, change: Version): DeadlineRule {
  const rule = ruleOf(jurisdiction, ruleId);
  const from = change.from ?? null;
  const figures = Object.fromEntries(
    Object.entries(change.figures ?? {}).map(([name, values]) => {
      let begins = from;
      const dated = values.map(({ value, to }) => {
        const one = { from: begins, ...(to === undefined ? {} : { to }), value: plain(value), cite: '一' };
        begins = to === undefined ? begins : next(to);
        return one;
      });
      return [name, { unit: rule.figures?.[name]?.unit ?? 'month', values: dated }];
    }),
  );
  const discretionary = Object.fromEntries(
    Object.entries(rule.discretionary ?? {}).filter(([name]) => !(name in figures)),
  );
  return {
    ...rule,
    from,
    ...(change.to === undefined ? {} : { to: change.to }),
    figures: { ...rule.figures, ...figures },
    discretionary,
    ...change.more,
    deadline: rule.deadline,
  };
}

const plain = (value: FigureValue) => (typeof value === 'object' ? [...value] : value);

/** The product’s rulebook with these versions instead of the rules with the same ids. */
export function bookWith(jurisdiction: string, ...versions: readonly Rule[]): Rulebook {
  const replaced = new Set(versions.map(({ ruleId }) => ruleId));
  const others = rulebookOf(jurisdiction).rules.filter(({ ruleId }) => !replaced.has(ruleId));
  return bookOf(`with ${[...replaced].join(' ')}`, [...others, ...versions]);
}
