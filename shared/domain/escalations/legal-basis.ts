/** What is wrong with a legal basis that a person wrote; undefined where it names a law and an article of it. */
export type BasisFlaw = 'no-article' | 'county-list';

/** A list of responsibilities is the bureau’s own procedure: it gives no power over anybody. */
const LIST = /(?:责任|权责|权力)清单|监督?管理?制度/u;
const ARTICLE = /《[^《》]+》(?:（[^（）]*）)?第[一二三四五六七八九十百零〇0-9]+条/u;
/** 第XX条, 第__条, 第…条: an article that nobody has looked up. */
const OPEN_ARTICLE = /第(?![一二三四五六七八九十百零〇0-9]+[条款项章节编])[^第条《》]{0,6}条/u;

export function basisFlaw(text: string, titles: readonly string[] = []): BasisFlaw | undefined {
  if (LIST.test(text) || titles.some((title) => text.includes(title))) return 'county-list';
  return ARTICLE.test(text) && !OPEN_ARTICLE.test(text) ? undefined : 'no-article';
}
