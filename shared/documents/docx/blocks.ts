import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type Table,
} from 'docx';
import { tableOf } from './table.ts';
import { fonts, mm, page, sizes } from './layout.ts';
import { runs } from './runs.ts';
import type { Block } from '../model.ts';

const RED = 'FF0000';
const AREA = mm(156);

const indented = { firstLine: page.twoCharacters, firstLineChars: 200 };
const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

function plain(text: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.BOTH, ...options, children: runs(text) });
}

export function childrenOf(block: Block, next?: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'banner':
      return [banner(block.text)];
    case 'letterhead':
      return [letterhead(block.text)];
    case 'number':
      return [number(block)];
    case 'red-line':
      return [redLine()];
    case 'title':
      return titleOf(block.lines);
    case 'addressee':
      return [plain(block.text, { alignment: AlignmentType.LEFT })];
    case 'heading':
      return [
        new Paragraph({
          indent: indented,
          keepNext: true,
          children: runs(block.text, { font: block.level === 1 ? fonts.heading : fonts.subheading }),
        }),
      ];
    case 'paragraph':
      // The signature never stands alone on a page: the last words of the text go with it.
      return [plain(block.text, { indent: indented, keepNext: next?.kind === 'closing' })];
    case 'line':
      return [
        plain(block.text, {
          indent: { left: page.twoCharacters },
          alignment: AlignmentType.LEFT,
          keepNext: next?.kind === 'closing',
        }),
      ];
    case 'attachments':
      return attachments(block.items);
    case 'closing':
      return closing(block);
    case 'remark':
      return [plain(block.text, { indent: indented })];
    case 'imprint':
      return imprint(block);
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: exact(200), children: [] })];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: exact(20), children: [] })];
  }
}

function banner(text: string): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '7F7F7F' };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: border, bottom: border, left: border, right: border },
    spacing: { ...exact(480), after: 240 },
    children: runs(text, { font: fonts.heading, size: sizes.small }),
  });
}

/** As large as fits on one line, between 二号 and 小初. */
function letterhead(text: string): Paragraph {
  const size = Math.max(sizes.title, Math.min(36, Math.floor((AREA / 20 - 10) / Math.max(1, text.length))));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: size * 24, lineRule: LineRuleType.AT_LEAST, before: 240, after: 480 },
    children: runs(text, { font: fonts.title, size, color: RED }),
  });
}

function number({ text, align, signatory }: Extract<Block, { kind: 'number' }>): Paragraph {
  if (signatory !== undefined)
    return new Paragraph({
      alignment: AlignmentType.LEFT,
      indent: { left: 320, right: 320 },
      tabStops: [{ type: TabStopType.RIGHT, position: AREA - 320 }],
      children: [
        ...runs(text),
        new TextRun({ text: '\t' }),
        ...runs('签发人：'),
        ...runs(signatory, { font: fonts.subheading }),
      ],
    });
  return plain(text, { alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT });
}

/** 4 mm below the number. */
function redLine(): Paragraph {
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 12, space: 1, color: RED } },
    spacing: { ...exact(page.line), before: mm(4) },
    children: [],
  });
}

function titleOf(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...exact(660), after: index === lines.length - 1 ? page.line : 0 },
        children: runs(text, { font: fonts.title, size: sizes.title }),
      }),
  );
}

/** 附件：1. …, its further lines under the first. */
function attachments(items: readonly string[]): Paragraph[] {
  return items.map((item, index) =>
    plain(`${index === 0 ? '附件：' : ''}${index + 1}. ${item}`, {
      alignment: AlignmentType.LEFT,
      spacing: { ...exact(page.line), before: index === 0 ? page.line : 0 },
      indent: index === 0 ? { left: 640 } : { left: 1600 },
    }),
  );
}

/** The date four characters in from the right, the issuer centred over it, the seal’s place below. */
function closing({ issuer, date, seal }: Extract<Block, { kind: 'closing' }>): Paragraph[] {
  const FOUR = 1280;
  const width = (text: string): number =>
    Array.from(text).reduce((sum, sign) => sum + (/[\u0000-\u00ff]/u.test(sign) ? 160 : 320), 0);
  const inset = Math.max(0, FOUR + Math.round((width(date) - width(issuer)) / 2));
  const right = (text: string, indent: number, more: Partial<IParagraphOptions> = {}): Paragraph =>
    plain(text, { alignment: AlignmentType.RIGHT, indent: { right: indent }, keepLines: true, ...more });
  return [
    right(issuer, inset, { keepNext: true, spacing: { ...exact(page.line), before: page.line * 2 } }),
    right(date, FOUR, { keepNext: true }),
    right(seal, FOUR, { spacing: { ...exact(page.line), after: page.line } }),
  ];
}

/** 版记: two lines in 四号 between rules. */
function imprint({ copies, issuer, date }: Extract<Block, { kind: 'imprint' }>): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' };
  const small = { size: sizes.small };
  const copied =
    copies === undefined
      ? []
      : [
          new Paragraph({
            border: { top: rule, bottom: rule },
            spacing: { ...exact(480), before: page.line },
            indent: { left: 1120, right: 280, hanging: 840 },
            keepNext: true,
            children: runs(`抄送：${copies}`, small),
          }),
        ];
  return [
    ...copied,
    new Paragraph({
      border: copies === undefined ? { top: rule, bottom: rule } : { bottom: rule },
      spacing: exact(480),
      indent: { left: 280, right: 280 },
      tabStops: [{ type: TabStopType.RIGHT, position: AREA - 280 }],
      children: [...runs(issuer, small), new TextRun({ text: '\t' }), ...runs(date, small)],
    }),
  ];
}
