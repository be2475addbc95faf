import { basisText } from '../../letters/wording.ts';
import { measures } from '../../vocabulary/measures.ts';
import { content, label, type Block, type TableRow } from '../model.ts';
import type { DocumentParts } from '../parts.ts';

/**
 * A last page for those who draft and approve, which is not part of the document: the clause with the standing of
 * what it names, and what is still to be filled in by hand. What was issued has none.
 */
export function draftingBlocks(
  parts: Pick<DocumentParts, 'clause' | 'basis' | 'matter'> & Partial<Pick<DocumentParts, 'provisions'>>,
  marks: readonly string[],
  remarks: readonly string[] = [general],
): Block[] {
  const rows: TableRow[] = [
    ...(parts.provisions === undefined || parts.provisions.length === 0
      ? []
      : [{ cells: [label('法律依据\n及核对情况'), content(parts.provisions)] }]),
    { cells: [label('本机关\n内部程序'), content(parts.clause)] },
    ...(parts.basis.length === 0
      ? []
      : [{ cells: [label('原文所列依据\n及其效力'), content(parts.basis.map(basisText))] }]),
    ...(parts.matter === undefined ? [] : [{ cells: [label('涉及事项'), content(parts.matter)] }]),
    {
      cells: [
        label('待人工\n填写'),
        content(
          marks.length === 0 ? '无' : marks.map((mark) => mark.replace(/^[〔【]|[〕】]$/gu, '')).join('、'),
        ),
      ],
    },
    { cells: [label('说明'), content(remarks)] },
  ];
  return [
    { kind: 'page-break' },
    { kind: 'title', lines: ['起草说明'] },
    { kind: 'remark', text: '（供起草、审核人员参考，不属于文书内容，不随文书印发。）' },
    { kind: 'table', widths: [38, 118], header: false, rows },
  ];
}

const general = '文号、签名、印章和证件号码由人工填写，系统不生成。引用依据的现行效力，请在印发前核实。';

/** What the measure’s entry tells besides; a circular inside the administration is no penalty. */
export function remarksOn({ step, paper }: DocumentParts): string[] {
  const { remark } = measures[step];
  return remark === undefined || paper === 'letter-to-department' || paper === 'reminder-letter'
    ? [general]
    : [general, remark];
}
