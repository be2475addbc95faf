import { clean } from '../domain/code.ts';
import { raise } from '../problems/raise.ts';
import { cellText, isEmpty, shortened } from './cells.ts';
import type { Header } from './columns.ts';
import type { Draft } from '../records/roster-row.ts';
import type { Cell, SheetRow } from '../files/rows.ts';

/** 合计, 本页小计, 总计：35家 */
const total =
  /^(?:本页|本表|本次|累)?(?:合计|总计|小计|共计|累计)(?:[:：]?共?\d[\d,.]*[个家项名人卷件米%]?)?$/u;
/** 共35家 */
const count = /^(?:总)?共(?:计)?\d+[个家项名人卷件]$/u;
const labels =
  '备注|附注|注|说明|填表说明|填表人|填报人|制表人|制表|审核人|审核|复核人|经办人|负责人|单位负责人|分管领导|联系人|联系电话|电话|填表单位|填报单位|制表单位|填表日期|填报日期|制表日期|打印日期|日期|填表时间|填报时间|制表时间';
/** 填表人：张三 */
const signed = new RegExp(`^(?:${labels})(?:[（(](?:盖章|签字|签章|公章)[）)])?[:：]`, 'u');
/** 填表人, with the name in the next cell. */
const label = new RegExp(`^(?:备注|填表人|填报人|制表人|审核人|复核人|填表日期|填报日期|制表日期)$`, 'u');
const amount = /^[-+]?[\d,，.]+[个家项名人卷件米%]?$/u;

const textOf = (cell: Cell): string => cellText(cell).normalize('NFKC').replace(/\s/gu, '');

/**
 * Recognises a line below the table that is not a subject: a total, a remark, or who made the list and when.
 * Its first text says so, and beside it there are only numbers, further labels and their values. The line is
 * rejected, so that the sender of the file sees what was not taken. Undefined for every other row.
 */
export function footerOf(header: Header, { row, cells }: SheetRow): Draft | undefined {
  const held = cells.flatMap((cell, index) => (cell && !isEmpty(cell) ? [{ cell, index }] : []));
  const texts = held.filter(({ cell, index }) => {
    if (cell.kind !== 'text' || amount.test(textOf(cell))) return false;
    return !header.skipped.has(index) || begins(textOf(cell));
  });
  const [first] = texts;
  if (!first) return undefined;
  const isLine = texts.every(({ cell }, at) => {
    const text = textOf(cell);
    const before = texts[at - 1]?.cell;
    return at === 0 ? begins(text) : isLabel(text) || awaits(before);
  });
  if (!isLine) return undefined;
  const column = header.columns.find(({ index }) => index === first.index);
  return {
    row,
    kind: 'unit',
    facts: {},
    contacts: [],
    errors: [
      {
        row,
        path: column?.path ?? '',
        ...(column === undefined ? {} : { column: column.label }),
        ...raise('import.footer', { text: shortened(clean(cellText(first.cell))) }),
      },
    ],
  };
}

/** Whether the first text marks such a line. */
const begins = (text: string): boolean => isLabel(text) || total.test(text) || count.test(text);

const isLabel = (text: string): boolean => signed.test(text) || label.test(text);

/** A label with nothing after it in its cell: its value is in the next cell. */
function awaits(cell: Cell | undefined): boolean {
  const text = cell ? textOf(cell) : '';
  return label.test(text) || (signed.test(text) && /[:：]$/u.test(text));
}
