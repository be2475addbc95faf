import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import { figureText, figureWords } from '../../vocabulary/figure-words.ts';
import * as words from '../../vocabulary/value-words.ts';
import { namesOf, sheetOf, type Column, type Exported } from './collect.ts';
import { feedView, listFeeds } from '../feeds/feeds.ts';
import type { Request } from '../request.ts';
import { listRules, type RuleView } from '../settings/rules-list.ts';

type Units = Readonly<Record<string, { readonly unit: string } | undefined>>;

/** 检查次数 2次；期限 15日 */
const figuresText = (figures: Readonly<Record<string, unknown>>, units: Units): string =>
  Object.entries(figures)
    .map(
      ([name, value]) =>
        `${words.wordFor(figureWords, name)} ${figureText(value, units[name]?.unit ?? 'text')}`,
    )
    .join('；');

const overrideText = ({ override, sources }: RuleView): string | undefined =>
  override &&
  `${figuresText(override.figures, sources)}（${override.issuedBy} ${override.documentNumber}，${override.from}至${override.to}）`;

const readingsText = ({ readings = {} }: RuleView): string =>
  Object.values(readings)
    .map(({ chosen, options }) => options.find(({ id }) => id === chosen)?.text ?? chosen)
    .join('；');

const ruleColumns: readonly Column<RuleView>[] = [
  { heading: '监管制度', of: ({ regimeTitle }) => regimeTitle },
  { heading: '标题', of: ({ title }) => title },
  { heading: '种类', of: ({ kind }) => words.wordFor(words.ruleKindWords, kind) },
  { heading: '条款', of: ({ citation }) => `${citation.title} ${citation.section}` },
  { heading: '对应条目', of: ({ covers }) => covers.join('、') },
  { heading: '原文数字', of: ({ figures, sources }) => figuresText(figures, sources) },
  { heading: '自定数字', of: ({ discretionary, defaults }) => figuresText(discretionary, defaults) },
  { heading: '理解方式', of: readingsText },
  { heading: '上级规定的数字', of: overrideText },
  {
    heading: '原文所依据',
    of: ({ basis }) =>
      basis
        .map(
          ({ instrument, status, note }) =>
            `${instrument}（${[words.wordFor(words.basisStatusWords, status), note].filter(Boolean).join('：')}）`,
        )
        .join('；'),
  },
  { heading: '施行日期', of: ({ effectiveFrom }) => effectiveFrom ?? undefined },
  { heading: '终止日期', of: ({ effectiveTo }) => effectiveTo ?? undefined },
  { heading: '说明', of: ({ notes }) => notes.join('；') },
  { heading: '规则编号', of: ({ id }) => id },
];

/** All rules in one file. */
export const exportRules = async (
  request: Request,
  query: z.output<typeof exportLists.rules.query>,
): Promise<Exported> => ({
  sheet: sheetOf(
    '规则',
    ruleColumns,
    listRules(request, query.on).filter((rule) => isAskedFor(rule, query)),
  ),
  nextCursor: null,
});

function isAskedFor(
  { id, regime, kind, title, citation, covers }: RuleView,
  query: z.output<typeof exportLists.rules.query>,
): boolean {
  const { q } = query;
  return (
    (query.rule === undefined || query.rule === id) &&
    (query.regime === undefined || query.regime === regime) &&
    (query.kind === undefined || query.kind === kind) &&
    (q === undefined || [title, citation.section, id, ...covers].some((text) => text.includes(q)))
  );
}

/** All feeds in one file. It has no addresses: an address is shown only once, when the feed is made. */
export async function exportFeeds(request: Request): Promise<Exported> {
  const feeds = (await listFeeds(request)).map(feedView);
  const nameOf = await namesOf(
    request,
    feeds.flatMap(({ subjectId }) => subjectId ?? []),
  );
  const columns: Column<(typeof feeds)[number]>[] = [
    { heading: '名称', of: ({ name }) => name },
    {
      heading: '种类',
      of: ({ subjectId }) => (subjectId === undefined ? '本局（馆）全部期限' : '监管对象的期限'),
    },
    { heading: '监管对象', of: ({ subjectId }) => nameOf(subjectId) },
    { heading: '制作人', of: ({ sub }) => sub },
    { heading: '角色', of: ({ role }) => words.wordFor(words.roleWords, role) },
    { heading: '生成时间', of: ({ createdAt }) => createdAt },
    { heading: '订阅编号', of: ({ id }) => id },
  ];
  return { sheet: sheetOf('日历订阅', columns, feeds), nextCursor: null };
}
