import { chineseDay, day, type Day } from '../../domain/time/day.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { dutyFormNames } from '../../vocabulary/duty-forms.ts';
import { content, label, type Block, type DocumentModel } from '../model.ts';
import { BY_HAND, bureauSigns } from './words.ts';

/** A decision on a major penalty, as the list of a half-year names it. */
export interface MajorPenalty {
  readonly number: string | undefined;
  readonly decidedOn: string | undefined;
  readonly party: string;
  readonly cause: string;
  readonly penalty: string | undefined;
  /** Yuan. */
  readonly fine: number | undefined;
}

export interface MajorPenaltiesParts {
  readonly bureau: string;
  readonly at: Instant;
  /** `2026-H1` */
  readonly half: string;
  /** With whom it is filed, by today’s name. */
  readonly to: string;
  readonly decisions: readonly MajorPenalty[];
  readonly dueOn: Day;
  /** Title and section of the source. */
  readonly clause: string;
}

/** 2026年上半年 */
const halfText = (half: string): string => half.replace('-H1', '年上半年').replace('-H2', '年下半年');

/** 重大行政处罚决定备案目录, one row for each decision of the half-year (BX (十)二, (四)二). */
export function majorPenalties(parts: MajorPenaltiesParts): DocumentModel {
  const name = dutyFormNames['major-penalty-list'];
  return {
    name,
    at: parts.at,
    author: parts.bureau,
    blocks: [{ kind: 'title', lines: [parts.bureau, name] }, ...rowsOf(parts)],
  };
}

const rowsOf = ({ bureau, half, to, decisions, dueOn, clause }: MajorPenaltiesParts): Block[] => [
  { kind: 'line', text: `期间：${halfText(half)}　　报送：${to}　　报送期限：${chineseDay(dueOn)}` },
  { kind: 'line', text: `重大行政处罚决定共${decisions.length}件。` },
  {
    kind: 'table',
    widths: [10, 32, 26, 34, 32, 22],
    header: true,
    rows: [
      { cells: ['序号', '决定书文号', '决定日期', '当事人', '处罚内容', '备注'].map((one) => label(one)) },
      ...decisions.map((one, index) => ({
        cells: [
          label(String(index + 1)),
          content(one.number ?? BY_HAND),
          content(one.decidedOn === undefined ? BY_HAND : chineseDay(day(one.decidedOn))),
          content([one.party, `（${one.cause}）`]),
          content([one.penalty ?? BY_HAND, ...(one.fine === undefined ? [] : [`罚款${one.fine}元`])]),
          content(BY_HAND),
        ],
        height: 14,
      })),
    ],
  },
  bureauSigns('填表人', bureau),
  { kind: 'remark', small: true, text: `（每件附备案报告和案卷材料。制度条款：${clause}。）` },
];
