import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { useRules } from '../../api/use-names.ts';
import { useWords } from '../../i18n/words.ts';

type Period = 'rectificationDays' | 'defenceWorkingDays';

interface Found {
  readonly days: number;
  /** The source fixes it: what the bureau sets does not change it. */
  readonly isFixed: boolean;
  readonly title: string;
}

/** What each rule says of a period: it holds where the bureau sets nothing. */
export function BookPeriods({ period }: { readonly period: Period }): ReactElement | null {
  const { settings } = useWords();
  const found = [...useRules().values()].flatMap((rule) => foundIn(rule, period));
  if (found.length === 0) return null;
  const unit = period === 'rectificationDays' ? settings.days : settings.workingDays;
  const groups = new Map<string, string[]>();
  for (const { days, isFixed, title } of found) {
    const head = isFixed ? `${unit(days)}（${settings.fixedPeriod}）` : unit(days);
    groups.set(head, [...(groups.get(head) ?? []), title]);
  }
  return (
    <details>
      <summary>
        {settings.bookPeriods}：{[...groups.keys()].join('、')}
      </summary>
      <ul className="plain">
        {[...groups].map(([head, titles]) => (
          <li key={head}>{settings.bookPeriod(head, [...new Set(titles)].join('；'))}</li>
        ))}
      </ul>
    </details>
  );
}

function foundIn(rule: Rule, period: Period): readonly Found[] {
  const fixed: unknown = rule.figures[period];
  const inBook: unknown = rule.defaults[period]?.value;
  const title = `${rule.regimeTitle}·${rule.title}`;
  if (typeof fixed === 'number') return [{ days: fixed, isFixed: true, title }];
  return typeof inBook === 'number' ? [{ days: inBook, isFixed: false, title }] : [];
}
