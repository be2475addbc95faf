import { chineseDay } from '../../domain/time/day.ts';
import { reachesParty } from '../../vocabulary/measures.ts';
import { content, label, type Block, type TableCell, type TableRow } from '../model.ts';
import type { DocumentParts, OfficerParts } from '../parts.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { numberOr, SEAL, SIGNATURE, toFill } from './phrases.ts';

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
