import { basisText } from '../../letters/wording.ts';
import { citedAs } from '../../domain/escalations/provisions.ts';
import type { Law } from '../../domain/escalations/law.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { lawFlawWords, legalCheckWords, legalWordWords } from '../../vocabulary/legal.ts';
import { natureWords } from '../../vocabulary/parties.ts';
import { provisionStateWords } from '../../vocabulary/papers.ts';
import { wordFor } from '../../vocabulary/value-words.ts';
import { firstWords } from '../../vocabulary/kinds.ts';
import { linesOf } from '../escalations/phrases.ts';
import { content, label, paragraph, type Block, type DocumentModel } from '../model.ts';
import { facts } from './blocks.ts';
import type { LegalCheck, LegalPaper } from './legal-parts.ts';

export const LEGAL_NAME = '法制审查表';

/** The law behind each paper, what was checked of it, by whom and when. */
export function legalBlocks(papers: readonly LegalPaper[]): Block[] {
  if (papers.length === 0) return [paragraph('尚未形成文书。')];
  return papers.flatMap((paper, index) => [
    {
      kind: 'heading' as const,
      level: 2 as const,
      text: `（${index + 1}）${paper.name}${paper.number === undefined ? '' : `（${paper.number}）`}`,
    },
    facts([
      ['行为日期', chineseDay(day(paper.actOn))],
      ['文书日期', `${chineseDay(day(paper.paperOn))}${paper.issuedOn === undefined ? '（尚未印发）' : ''}`],
      ['所依据的\n条款', paper.laws.length === 0 ? '没有登记条款' : paper.laws.flatMap(lawLines)],
      ['本机关\n内部程序', [paper.procedure.title, ...paper.procedure.instruments.map(basisText)]],
      ['法制员意见', wordLines(paper)],
    ]),
    checksBlock(paper.checks),
  ]);
}

/** The same as a file of its own. */
export const legalSheet = (
  papers: readonly LegalPaper[],
  { bureau, at }: { readonly bureau: string; readonly at: DocumentModel['at'] },
): DocumentModel => ({
  name: LEGAL_NAME,
  at,
  author: bureau,
  blocks: [{ kind: 'title', lines: [bureau, LEGAL_NAME] }, ...legalBlocks(papers)],
});

/** 《中华人民共和国档案法》第四十五条（已核对条文；2021年1月1日起施行；行为日和文书日均在施行期间；适用于…） */
function lawLines(law: Law): string[] {
  const { state, from, to, flaws, against, reaches, conditions, note, named, says } = law;
  const natures = firstWords(natureWords);
  const said = [
    provisionStateWords[state],
    from === undefined ? '施行日期未核实' : `${chineseDay(day(from))}起施行`,
    ...(to === undefined ? [] : [`施行至${chineseDay(day(to))}`]),
    ...(note === undefined ? [] : [note]),
    ...flaws.filter((flaw) => flaw !== 'unverified').map((flaw) => lawFlawWords[flaw]),
    ...(against.length === 0 ? [] : [`适用对象：${against.map((nature) => natures[nature]).join('、')}`]),
    ...(reaches ? [] : ['不适用于本件当事人']),
    ...(named === 'officer' ? ['由经办人员填写'] : []),
    ...(law.isOpen ? ['须由法制员提出意见'] : []),
  ];
  return [
    `${citedAs(law)}（${said.join('；')}）`,
    ...(says === undefined ? [] : [`要点：${says}`]),
    ...conditions.map((condition) => `条件：${condition}`),
  ];
}

function wordLines({ words, asked }: LegalPaper): string[] {
  const lines = words.flatMap(({ word, reason, by, at, current }) => [
    `${legalWordWords[word]}：${by}，${chineseInstant(instant(at))}${current ? '' : '（针对此前的文本或者条款）'}`,
    ...linesOf(reason),
  ]);
  if (lines.length > 0) return lines;
  return [asked ? '须提出，尚未提出' : '不需要'];
}

const results = { holds: '有', lacks: '缺', none: '不涉及' } as const satisfies Record<
  LegalCheck['result'],
  string
>;

function checksBlock(checks: readonly LegalCheck[]): Block {
  return {
    kind: 'table',
    widths: [30, 16, 58, 52],
    header: true,
    rows: [
      { cells: [label('核对事项'), label('结果'), label('内容'), label('核对人和时间')] },
      ...checks.map((check) => ({
        cells: [
          content(legalCheckWords[check.what]),
          content(resultOf(check)),
          content(check.found.flatMap((text) => linesOf(foundText(check, text)))),
          content([
            ...(check.by === undefined ? [] : [check.by]),
            ...(check.at === undefined ? [] : [chineseInstant(instant(check.at))]),
          ]),
        ],
      })),
    ],
  };
}

/** Of open places there are none, or some. */
const resultOf = ({ what, result }: LegalCheck): string =>
  what === 'open-places' ? (result === 'holds' ? '无' : '有') : results[result];

function foundText({ what }: LegalCheck, text: string): string {
  if (what === 'nature') return wordFor(firstWords(natureWords), text);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? chineseDay(day(text)) : text;
}
