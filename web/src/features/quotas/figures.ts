import type { FigureValue } from '../../api/contract.ts';
import type { Language } from '../../i18n/language.ts';
import { wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';

/** 09-30 → 9月30日; [30, 7, 1] → 30、7、1日; true → 是 */
export function figureText(words: Words, language: Language, value: unknown, unit: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => figureText(words, language, item, 'text'));
    return `${items.join(language === 'zh' ? '、' : ', ')}${wordFor(words.terms.units, unit)}`;
  }
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  if (typeof value === 'number') return `${value}${wordFor(words.terms.units, unit)}`;
  if (typeof value !== 'string') return '';
  const monthDay = /^(\d\d)-(\d\d|last)$/.exec(value);
  return monthDay ? words.rules.monthDay(Number(monthDay[1]), monthDay[2] ?? '') : value;
}

/** The value typed for a figure, in the type of its default; undefined when it was emptied. */
export function figureFrom(text: string, like: FigureValue): FigureValue | undefined {
  const entered = text.trim();
  if (entered === '') return undefined;
  if (Array.isArray(like))
    return entered
      .split(/[,，、\s]+/)
      .filter((part) => part !== '')
      .map((part) => (Number.isNaN(Number(part)) ? part : Number(part)));
  if (typeof like === 'boolean') return entered === 'true';
  if (typeof like === 'number') return Number.isNaN(Number(entered)) ? entered : Number(entered);
  return entered;
}

export const figureInput = (value: unknown): string =>
  Array.isArray(value)
    ? value.join('、')
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
