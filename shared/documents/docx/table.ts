import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { runs } from './runs.ts';
import { fonts, mm, sizes } from './layout.ts';
import type { TableBlock, TableCell as Cell, TableRow as Row } from '../model.ts';

/** Twentieths of a point between the lines of a cell, at least: a long word may not be cut off. */
const LINE = 360;

/** `keepNext`: the last row stays on one page with what follows. */
export function tableOf({ widths, rows, header }: TableBlock, keepNext = false): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    rows: rows.map((row, index) =>
      rowOf(row, widths, header && index === 0, keepNext && index === rows.length - 1),
    ),
  });
}

function rowOf(
  { cells, height }: Row,
  widths: readonly number[],
  isHeader: boolean,
  keepNext: boolean,
): TableRow {
  let column = 0;
  return new TableRow({
    tableHeader: isHeader,
    // A short row stays on one page; a long one may not be pushed off it.
    cantSplit: cells.every(({ lines }) => lines.join('').length <= 300),
    ...(height === undefined ? {} : { height: { value: mm(height), rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, own) => sum + own, 0);
      column += span;
      return cellOf(cell, { width, span, isHeader, keepNext });
    }),
  });
}

interface Place {
  readonly width: number;
  readonly span: number;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
}

function cellOf({ lines, label = false }: Cell, { width, span, isHeader, keepNext }: Place): TableCell {
  const texts = lines.flatMap((text) => text.split('\n'));
  return new TableCell({
    columnSpan: span,
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    children: texts.map(
      (text) =>
        new Paragraph({
          keepNext,
          alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: LINE, lineRule: LineRuleType.AT_LEAST },
          children: runs(text, { size: sizes.table, font: isHeader ? fonts.heading : fonts.body }),
        }),
    ),
  });
}
