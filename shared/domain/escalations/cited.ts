import { penaltyProvisions, type PenaltyProvision } from '../../rules/benchmarks.ts';
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

/** What the lists of instruments and of penalties have of an article, in a division (GB/T 2260 code). */
export function provisionsFor({ instrument, article }: Cited, division: string): readonly Provision[] {
  const fitting = (one: Pick<Provision, 'instrument' | 'article' | 'division'>): boolean =>
    shortTitle(one.instrument) === shortTitle(instrument) &&
    division.startsWith(one.division ?? '') &&
    one.article !== undefined &&
    (one.article.startsWith(article) || article.startsWith(one.article));
  const listed = [...provisions.values()].filter(fitting);
  return listed.length > 0 ? listed : penaltyProvisions.map(asProvision).filter(fitting);
}

/** A provision on penalties reaches units, persons, or both: whom it has a range for. */
const asProvision = (one: PenaltyProvision): Provision => ({
  id: one.id,
  instrument: one.instrument,
  article: one.article,
  says: one.act,
  gives: ['penalty'],
  against: [
    ...(one.unit === undefined ? [] : (['organ', 'institution', 'state-owned', 'private'] as const)),
    ...(one.individual === undefined ? [] : (['individual'] as const)),
  ],
  state: one.state,
  from: one.from,
  division: one.division,
  note: undefined,
});
