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

/** Closer lines are exact: some type faces are taller than their size. */
const ROOMY = 360;

/**
 * `line`: twentieths of a point between the lines of a cell. `keepNext`: the last row stays on one page with what
 * follows. The last two rows stay together, because a signature alone signs nothing.
 */
export function tableOf({ widths, rows, header }: TableBlock, line: number, keepNext = false): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    rows: rows.map((row, index) =>
      rowOf(row, widths, {
        line,
        isHeader: header && index === 0,
        keepNext: index === rows.length - 2 || (keepNext && index === rows.length - 1),
      }),
    ),
  });
}

function rowOf(
  { cells, height }: Row,
  widths: readonly number[],
  place: Omit<Place, 'width' | 'span'>,
): TableRow {
  let column = 0;
  return new TableRow({
    tableHeader: place.isHeader,
    // A short row stays on one page; a long one may not be pushed off it.
    cantSplit: cells.every(({ lines }) => lines.join('').length <= 300),
    ...(height === undefined ? {} : { height: { value: mm(height), rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, own) => sum + own, 0);
      column += span;
      return cellOf(cell, { ...place, width, span });
    }),
  });
}

interface Place {
  readonly line: number;
  readonly width: number;
  readonly span: number;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
}

function cellOf({ lines, label = false }: Cell, { line, width, span, isHeader, keepNext }: Place): TableCell {
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
          spacing: { line, lineRule: line < ROOMY ? LineRuleType.EXACT : LineRuleType.AT_LEAST },
          children: runs(text, { size: sizes.table, font: isHeader ? fonts.heading : fonts.body }),
        }),
    ),
  });
}
