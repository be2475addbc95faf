import { provisions, type Provision } from '../../rules/instruments.ts';

/** An article that a person wrote: 《中华人民共和国档案法》第四十五条 */
export interface Cited {
  /** Without title marks. */
  readonly instrument: string;
  readonly article: string;
}

const NUMBER = '[一二三四五六七八九十百零〇0-9]+';
const INSTRUMENT = /《([^《》]+)》([^《]*)/gu;
const ARTICLE = new RegExp(`第${NUMBER}条(?:第${NUMBER}款)?(?:第${NUMBER}项)?`, 'gu');

/** The articles that a text names, each with the instrument before it. */
export const citedIn = (text: string): readonly Cited[] =>
  [...text.matchAll(INSTRUMENT)].flatMap(([, instrument = '', rest = '']) =>
    (rest.match(ARTICLE) ?? []).map((article) => ({ instrument, article })),
  );

const shortTitle = (title: string): string =>
  title.replace(/^中华人民共和国/u, '').replace(/（[^（）]*）$/u, '');

/** What the list of instruments has of an article, in a division (GB/T 2260 code). */
export function provisionsFor({ instrument, article }: Cited, division: string): readonly Provision[] {
  return [...provisions.values()].filter(
    (one) =>
      shortTitle(one.instrument) === shortTitle(instrument) &&
      division.startsWith(one.division ?? '') &&
      one.article !== undefined &&
      (one.article.startsWith(article) || article.startsWith(one.article)),
  );
}
