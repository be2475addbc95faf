import { chineseDay } from '../../domain/time/day.ts';
import { reachesParty } from '../../vocabulary/measures.ts';
import { chineseInstant, type Instant } from '../../domain/time/instant.ts';
import { content, label, type Block, type TableCell, type TableRow } from '../model.ts';
import type { DocumentParts, OfficerParts } from '../parts.ts';
import { modeWords, serviceMethodWords } from '../../vocabulary/value-words.ts';
import { clean, linesOf, numberOr, SEAL, SIGNATURE, toFill } from './phrases.ts';

export const row = (name: string, cell: TableCell, height?: number): TableRow =>
  height === undefined ? { cells: [label(name), cell] } : { cells: [label(name), cell], height };

export const formTable = (rows: readonly TableRow[]): Block => ({
  kind: 'table',
  widths: [38, 118],
  header: false,
  rows,
});

export const signedOn = '年　　月　　日';

/** What a 送达回证 is filled in from. */
export interface ReceiptParts extends Pick<DocumentParts, 'number' | 'bureau' | 'service'> {
  /** Undefined where the records name none. */
  readonly recipient: string | undefined;
}

/** The party; a recommendation or report is handed to whomever it is written to. */
export const recipientOf = ({ paper, party, circulation }: DocumentParts): string | undefined =>
  reachesParty(paper) ? party?.name : circulation[0];

/** 送达回证, filled in from what was entered about the service; what a hand must write stays marked. */
export function receiptBlocks(parts: ReceiptParts, document: string): Block[] {
  const { service } = parts;
  const filled = service !== undefined;
  const consent =
    service?.method === 'electronic'
      ? [`受送达人书面同意电子送达的确认书：${service.electronicConsent ?? ''}`]
      : [];
  const witnesses = service?.witnesses ?? [];
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    formTable([
      row('送达文书\n名称及文号', content([document, numberOr(parts.number)])),
      row('受送达人', content(parts.recipient ?? toFill('受送达人'))),
      row('送达地点', content(service?.place ?? '')),
      row('送达方式', content(filled ? serviceMethodWords[service.method] : '')),
      row('送达日期', content(filled ? chineseDay(service.on) : signedOn)),
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
      row('送达人\n（两名以上）', content([...deliveredBy(service?.deliverers), signedOn]), 24),
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

/** Two at least, who write themselves in where nobody has entered them. */
const deliveredBy = ([first, second, ...others]: readonly OfficerParts[] = []): string[] =>
  [first, second, ...others].map(
    (officer) => `${officer?.name ?? ''}${SIGNATURE}　执法证件号：${officer?.certificate ?? ''}`,
  );

/** What a record of an inspection must hold for its 现场检查笔录; the record itself may hold more. */
export interface InspectionParts {
  readonly bureau: string;
  readonly at: Instant;
  readonly mode: keyof typeof modeWords;
  readonly target: string;
  /** What was looked at, where that is not the party itself. */
  readonly about?: string | undefined;
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

/** As modes are called elsewhere, but for the check of files. */
const modeNames: Readonly<Record<InspectionParts['mode'], string>> = { ...modeWords, file: '案卷检查' };

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
      ...(parts.about === undefined ? [] : [row('检查对象', content(parts.about))]),
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
