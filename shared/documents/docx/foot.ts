import {
  AlignmentType,
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { AREA, exact, mm, sizes } from './layout.ts';
import { plain, runs } from './runs.ts';
import type { Block } from '../model.ts';

/**
 * The issuer centred over the date. The seal’s place fills the four characters that the date keeps free on its right,
 * so that no line holds the seal alone.
 */
export function closing(
  { issuer, date, seal }: Extract<Block, { kind: 'closing' }>,
  keepNext: boolean,
  line: number,
): Paragraph[] {
  const FOUR = 1280;
  const width = (text: string): number =>
    Array.from(text).reduce((sum, sign) => sum + (/[\u0000-\u00ff]/u.test(sign) ? 160 : 320), 0);
  const inset = Math.max(0, FOUR + Math.round((width(date) - width(issuer)) / 2));
  const right = (text: string, indent: number, more: Partial<IParagraphOptions> = {}): Paragraph =>
    plain(text, { alignment: AlignmentType.RIGHT, indent: { right: indent }, keepLines: true, ...more });
  return [
    right(issuer, inset, { keepNext: true, spacing: { ...exact(line), before: line * 2 } }),
    right(`${date}${seal}`, FOUR - width(seal), {
      keepNext,
      spacing: { ...exact(line), after: line },
    }),
  ];
}

/**
 * 版记: lines in 四号 between rules, at the foot of the text area of the page on which the text ends. That of a letter
 * has neither rules nor the line of issue.
 */
export function imprint({ copies, printed }: Extract<Block, { kind: 'imprint' }>): (Table | Paragraph)[] {
  const small = { size: sizes.small };
  const line = (options: IParagraphOptions): Paragraph => new Paragraph({ spacing: exact(480), ...options });
  const rows = [
    ...(copies === undefined
      ? []
      : [
          line({
            indent: { left: 1120, right: 280, hanging: 840 },
            children: runs(`抄送：${copies}`, small),
          }),
        ]),
    ...(printed === undefined
      ? []
      : [
          line({
            indent: { left: 280, right: 280 },
            tabStops: [{ type: TabStopType.RIGHT, position: AREA - 280 }],
            children: [
              ...runs(printed.issuer, small),
              new TextRun({ children: [new Tab()] }),
              ...runs(`${printed.date}印发`, small),
            ],
          }),
        ]),
  ];
  // The table belongs to the paragraph after it: without one it would go to the next page.
  return [footTable(rows, printed !== undefined), thin()];
}

function footTable(rows: readonly Paragraph[], isRuled: boolean): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = isRuled ? { style: BorderStyle.SINGLE, size: 6, color: '000000' } : none;
  return new Table({
    float: {
      // Measured from the edge of the sheet: LibreOffice lets a table of the full width float only then.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: mm(28),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    layout: TableLayoutType.FIXED,
    width: { size: AREA, type: WidthType.DXA },
    columnWidths: [AREA],
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
    rows: rows.map(
      (child) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: AREA, type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              children: [child],
            }),
          ],
        }),
    ),
  });
}

/** Takes no room, where the format asks for a paragraph. */
export const thin = (): Paragraph => new Paragraph({ spacing: exact(20), children: [] });
