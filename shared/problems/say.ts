import type { Raised } from './raise.ts';
import type { ProblemValue } from './sentence.ts';
import { problems } from './table.ts';
import { zhWords } from './words.ts';

export type Language = 'zh' | 'en';

const between: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

/** The sentence of a problem. In English a value of a vocabulary is shown unchanged, in Chinese by its word. */
export function say({ code, params }: Raised, language: Language): string {
  return problems[code][language].replace(
    /\{([^}:]+)(?::([^}]+))?\}/g,
    (_, name: string, vocabulary?: string) => shown(params[name] ?? '', vocabulary, language),
  );
}

/** Problems with their sentences, for an answer that contains them. */
export const said = <T extends Raised>(raised: readonly T[], language: Language) =>
  raised.map((one) => ({ ...one, message: say(one, language) }));

function shown(value: ProblemValue, vocabulary: string | undefined, language: Language): string {
  const word = (one: string | number): string => {
    if (language === 'en') return String(one);
    if (vocabulary === undefined) return zhDay(String(one));
    const words = zhWords[vocabulary] ?? {};
    // Protects against names that every object inherits.
    return (Object.hasOwn(words, one) ? words[one] : undefined) ?? String(one);
  };
  return typeof value === 'object' ? value.map(word).join(between[language]) : word(value);
}

/** A day or an instant in the form of Chinese texts; any other text unchanged. */
const zhDay = (text: string): string =>
  text.replace(
    /^(\d{4})-0?(\d+)-0?(\d+)(?:T(\d\d:\d\d)\S*)?$/,
    (_, year: string, month: string, day: string, time = '') => `${year}年${month}月${day}日${time}`,
  );

/**
 * The language of an answer, from the request's `Accept-Language` (RFC 9110 12.5.4): the one of the two with
 * the greater weight; the first named when the weights are equal; English when neither is named.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weighed = (acceptLanguage ?? '').split(',').flatMap((part, index) => {
    const [range = '', ...rest] = part.trim().toLowerCase().split(';');
    const language = /^(zh|en)(?:-|$)/.exec(range.trim())?.[1];
    if (language === undefined) return [];
    const given = rest.map((entry) => /^\s*q=([\d.]+)\s*$/.exec(entry)?.[1]).find((q) => q !== undefined);
    return [{ language, weight: given === undefined ? 1 : Number(given), index }];
  });
  const best = weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)[0];
  return best?.language === 'zh' ? 'zh' : 'en';
}
