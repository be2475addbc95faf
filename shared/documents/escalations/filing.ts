import { namedWith } from '../../domain/register/party.ts';
import { chineseDay } from '../../domain/time/day.ts';
import { content, type Block, type TableCell } from '../model.ts';
import { formTable, row, signedOn } from './forms.ts';
import type { DocumentParts } from '../parts.ts';
import { addressed, CERTIFICATE, linesOf, numberOr, SIGNATURE, toFill } from './phrases.ts';

/** What a 立案审批表 is filled in from; what a hand must write is marked in the texts themselves. */
export interface FilingParts {
  readonly number: string | undefined;
  readonly cause: string;
  readonly source: string;
  readonly discovered: string;
  readonly party: string;
  readonly address: string | undefined;
  readonly summary: readonly string[];
  /** Laws, regulations and rules alone. */
  readonly grounds: readonly string[];
  /** The bureau’s own procedure, with what it asks for. */
  readonly procedure: string | readonly string[];
  /** Each with the certificate. */
  readonly officers: readonly string[];
  /** What goes with the form; none, and the row is left out. */
  readonly papers: readonly string[];
  readonly officersOpinion: Opinion;
  readonly levels: readonly (Opinion & { readonly title: string })[];
}

/** What one level says, by the lines; none: it has not said anything yet. */
export interface Opinion {
  readonly said: readonly string[];
  /** As an office writes a day; undefined where the hand that signs writes it. */
  readonly on?: string | undefined;
  /** Signed for an absent leader. */
  readonly deputy?: boolean;
}

/** 立案审批表: the case, and a place for each level that the rulebook’s procedure names. */
export function filingBlocks(parts: FilingParts): Block[] {
  const { papers } = parts;
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    formTable([
      row('案由', content(parts.cause)),
      row('案件来源', content(parts.source)),
      row('发现时间', content(parts.discovered)),
      row(
        '当事人',
        content([`名称（姓名）：${parts.party}`, `住所（住址）：${parts.address ?? toFill('住所')}`]),
      ),
      row('案情摘要', content(parts.summary), 40),
      row('立案依据', content(parts.grounds)),
      row('本机关\n内部程序', content(parts.procedure)),
      ...(papers.length === 0 ? [] : [row('随附材料', content(papers))]),
      row('拟指定\n承办人员', content(parts.officers)),
      row('承办人\n意见', opinionCell(parts.officersOpinion), 22),
      ...parts.levels.map((level) => row(splitLevel(level.title), opinionCell(level), 22)),
    ]),
  ];
}

/** Of an escalation: where the rulebook names no levels, the usual ones. */
export function filingParts(parts: DocumentParts): FilingParts {
  const levels = parts.filingApprovals.length > 0 ? parts.filingApprovals : usualLevels;
  return {
    number: parts.number,
    cause: `${namedWith(parts)}涉嫌违反档案管理有关规定`.replace('档案', fieldOf(parts)),
    source: parts.discovery.source ?? toFill('案件来源'),
    discovered: parts.discovery.on === undefined ? toFill('发现时间') : chineseDay(parts.discovery.on),
    party: addressed(parts),
    address: parts.party?.address,
    summary: linesOf(parts.text),
    grounds: parts.law.length === 0 ? [toFill('立案依据')] : parts.law,
    procedure: parts.clause,
    officers: twoOf(parts.officers).map((officer) => officerText(officer?.name, officer?.certificate)),
    papers: [],
    officersOpinion: { said: [] },
    levels: levels.map((title) => ({ title, said: [] })),
  };
}

/** Two at least (行政处罚法第四十二条). */
const twoOf = ([first, second, ...others]: DocumentParts['officers']) => [first, second, ...others];

export const officerText = (name = toFill('姓名'), certificate = CERTIFICATE): string =>
  `${name}　执法证件号：${certificate}`;

const usualLevels = ['承办机构负责人审核', '法制机构审核', '机关负责人批准'];
const fieldOf = ({ office }: DocumentParts): string => (office === 'civil-defence' ? '人民防空' : '档案');

const opinionCell = ({ said, on = signedOn, deputy = false }: Opinion): TableCell =>
  content([...(said.length === 0 ? [''] : said), `签名：${SIGNATURE}${deputy ? '（代）' : ''}　　${on}`]);

/** What the level does in a line of its own, so that the narrow column stays readable. */
function splitLevel(level: string): string {
  return level.replace(/(审核|批准|审批)$/u, '\n$1');
}
