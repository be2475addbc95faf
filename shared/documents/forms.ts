import { chineseDay } from '../domain/day.ts';
import { toTheParty } from '../domain/escalation-names.ts';
import { chineseInstant, type Instant } from '../domain/instant.ts';
import { content, label, type Block, type TableCell, type TableRow } from './model.ts';
import type { DocumentParts } from './parts.ts';
import { methodNames } from './penalties.ts';
import { CERTIFICATE, clean, linesOf, numberOr, SEAL, SIGNATURE, toFill } from './phrases.ts';

const row = (name: string, cell: TableCell, height?: number): TableRow =>
  height === undefined ? { cells: [label(name), cell] } : { cells: [label(name), cell], height };

const formTable = (rows: readonly TableRow[]): Block => ({
  kind: 'table',
  widths: [38, 118],
  header: false,
  rows,
});

const signedOn = '年　　月　　日';

/** The party; a recommendation or report is handed to whomever it is written to. */
const servedOn = ({ step, owner, circulation }: DocumentParts): string =>
  toTheParty.has(step) ? owner : (circulation[0] ?? toFill('受送达人'));

/** 送达回证, filled in from what was entered about the service; what a hand must write stays marked. */
export function receiptBlocks(parts: DocumentParts, document: string): Block[] {
  const { service } = parts;
  const filled = service !== undefined;
  const consent =
    service?.method === 'electronic'
      ? [`受送达人书面同意电子送达的确认书：${service.electronicConsent ?? toFill('确认书存放处')}`]
      : [];
  const witnesses = service?.witnesses ?? [];
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    formTable([
      row('送达文书\n名称及文号', content([document, numberOr(parts.number)])),
      row('受送达人', content(servedOn(parts))),
      row('送达地点', content(toFill('送达地点'))),
      row('送达方式', content(filled ? methodNames[service.method] : toFill('送达方式'))),
      row('送达日期', content(filled ? chineseDay(service.on) : toFill('送达日期'))),
      row(
        '受送达人\n签名或盖章',
        content([
          ...(service?.receivedBy === undefined ? [] : [`签收人：${service.receivedBy}`]),
          SIGNATURE,
          signedOn,
        ]),
        24,
      ),
      row('代收人及\n代收理由', content(''), 16),
      row(
        '见证人\n签名或盖章',
        content(
          witnesses.length === 0 ? [''] : [...witnesses.map((name) => `${name}${SIGNATURE}`), signedOn],
        ),
        20,
      ),
      row('送达人\n（两名以上）', content([...officersSigned(), signedOn]), 24),
      row(
        '备注',
        content(
          consent.length === 0 ? '受送达人拒绝签收的，记明拒收事由和日期，由送达人、见证人签名。' : consent,
        ),
        16,
      ),
    ]),
    { kind: 'remark', text: `（送达机关：${parts.bureau}${SEAL}）` },
  ];
}

const officersSigned = (): string[] => [
  `${SIGNATURE}　执法证件号：${CERTIFICATE}`,
  `${SIGNATURE}　执法证件号：${CERTIFICATE}`,
];

/** 立案审批表: the case, and a place for each level that the rulebook’s procedure names. */
export function filingBlocks(parts: DocumentParts): Block[] {
  const levels = parts.filingApprovals.length > 0 ? parts.filingApprovals : usualLevels;
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    formTable([
      row('案由', content(`${parts.owner}涉嫌违反档案管理有关规定`.replace('档案', fieldOf(parts)))),
      row('案件来源', content(toFill('案件来源'))),
      row('发现时间', content(toFill('发现时间'))),
      row('当事人', content([`名称（姓名）：${parts.owner}`, `住所（住址）：${toFill('住所')}`])),
      row('案情摘要', content(linesOf(parts.text)), 60),
      row('立案依据', content([parts.clause, `法律法规规章：${parts.legalBasis ?? toFill('立案依据')}`])),
      row('拟指定\n承办人员', content([1, 2].map(() => `${toFill('姓名')}　执法证件号：${CERTIFICATE}`))),
      row('承办人\n意见', opinionCell(), 22),
      ...levels.map((level) => row(splitLevel(level), opinionCell(), 22)),
    ]),
  ];
}

const usualLevels = ['承办机构负责人审核', '法制机构审核', '机关负责人批准'];
const fieldOf = ({ office }: DocumentParts): string => (office === 'civil-defence' ? '人民防空' : '档案');
const opinionCell = (): TableCell => content(['', `签名：${SIGNATURE}　　${signedOn}`]);

/** The level’s words over lines of at most six characters, so that the narrow column stays readable. */
function splitLevel(level: string): string {
  return level.replace(/(审核|批准|审批)$/u, '\n$1');
}

/** What a record of an inspection must hold for its 现场检查笔录; the record itself may hold more. */
export interface InspectionParts {
  readonly bureau: string;
  readonly at: Instant;
  readonly mode: 'on-site' | 'written' | 'joint' | 'file';
  readonly target: string;
  readonly officers: readonly { readonly name: string; readonly certificate?: string | undefined }[];
  readonly checklist: readonly { readonly item: string; readonly result: string }[];
  readonly findings: readonly {
    readonly text: string;
    readonly handling: string;
    readonly rectifyBy?: string | undefined;
  }[];
  /** Who signed for the party, or that they refused. */
  readonly signature: { readonly by: string } | { readonly refused: string } | undefined;
}

const modeNames: Readonly<Record<InspectionParts['mode'], string>> = {
  'on-site': '现场检查',
  written: '书面检查',
  joint: '联合检查',
  file: '案卷检查',
};

/** 现场检查笔录: when, where, who, what was looked at and found, read and signed by the party or refused. */
export function inspectionBlocks(parts: InspectionParts): Block[] {
  const { officers, checklist, findings, signature } = parts;
  const party =
    signature === undefined
      ? [SIGNATURE]
      : 'by' in signature
        ? [`${signature.by}${SIGNATURE}`]
        : [`被检查人拒绝签名：${signature.refused}`, `见证人：${SIGNATURE}`];
  return [
    formTable([
      row('被检查人', content(parts.target)),
      row('检查时间', content(chineseInstant(parts.at))),
      row('检查地点', content(toFill('检查地点'))),
      row('检查方式', content(modeNames[parts.mode])),
      row(
        '检查人员',
        content(
          officers.map(({ name, certificate }) =>
            certificate === undefined ? name : `${name}（证件号：${certificate}）`,
          ),
        ),
      ),
      row('告知事项', content('检查人员已出示执法证件，告知检查依据、内容和被检查人依法享有的权利。')),
      row(
        '检查内容\n及结果',
        content(
          checklist.length === 0
            ? '无'
            : checklist.map(({ item, result }, index) => `${index + 1}. ${item}：${result}`),
        ),
        40,
      ),
      row('发现问题\n及处理意见', content(findings.length === 0 ? '未发现问题。' : found(findings)), 40),
      row('被检查人\n意见及签名', content(['以上笔录已阅（已宣读），与事实相符。', ...party, signedOn]), 28),
      row('检查人员\n签名', content([...officers.map(({ name }) => `${name}${SIGNATURE}`), signedOn]), 24),
    ]),
    { kind: 'remark', text: `（检查机关：${parts.bureau}${SEAL}）` },
  ];
}

function found(findings: InspectionParts['findings']): string[] {
  return findings.flatMap(({ text, handling, rectifyBy }, index) => [
    ...linesOf(text).map((own, each) => (each === 0 ? `${index + 1}. ${own}` : own)),
    `处理意见：${clean(handling)}${rectifyBy === undefined ? '' : `，改正期限：${rectifyBy}`}`,
  ]);
}
