import { AlignmentType, BorderStyle, Paragraph, type Table } from 'docx';
import type { Spacing } from './fit.ts';
import { closing, imprint, thin } from './foot.ts';
import { letterhead, number, redLine, title } from './head.ts';
import { exact, fonts, page, sizes } from './layout.ts';
import { plain, runs } from './runs.ts';
import { tableOf } from './table.ts';
import type { Block } from '../model.ts';

const indented = { firstLine: page.twoCharacters, firstLineChars: 200 };

/** What stands before a block and after it decides what stays on one page with it. */
export interface Beside {
  readonly before: Block | undefined;
  readonly next: Block | undefined;
  readonly spacing: Spacing;
}

export function childrenOf(block: Block, { before, next, spacing }: Beside): (Paragraph | Table)[] {
  const { line } = spacing;
  switch (block.kind) {
    case 'banner':
      return [banner(block.text)];
    case 'letterhead':
      // That of a letter stands in the header of its first page.
      return block.letter ? [] : [letterhead(block.text)];
    case 'number':
      return [number(block, before?.kind === 'letterhead', line)];
    case 'red-line':
      return [redLine(line)];
    case 'title':
      return title(block.lines, before?.kind === 'red-line' || before?.kind === 'number', line);
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
          keepNext: next?.kind === 'closing' || next?.kind === 'line',
        }),
      ];
    case 'attachments':
      return attachments(block.items, next?.kind === 'closing', line);
    case 'closing':
      return closing(block, next?.kind === 'remark', line);
    case 'remark':
      return block.small ? [below(block.text)] : [plain(block.text, { indent: indented })];
    case 'imprint':
      return imprint(block);
    case 'table':
      return [tableOf(block, spacing.row, next?.kind === 'remark'), thin()];
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

/** 附件：1. …, its further lines under the first. */
function attachments(items: readonly string[], keepNext: boolean, pitch: number): Paragraph[] {
  return items.map((item, index) =>
    plain(`${index === 0 ? '附件：' : ''}${index + 1}. ${item}`, {
      alignment: AlignmentType.LEFT,
      spacing: { ...exact(pitch), before: index === 0 ? pitch : 0 },
      indent: index === 0 ? { left: 640 } : { left: 1600 },
      keepNext: keepNext || index < items.length - 1,
    }),
  );
}

/** A note below a form, in the size of its table: it should not need a page of its own. */
const below = (text: string): Paragraph =>
  new Paragraph({ spacing: exact(360), children: runs(text, { size: sizes.table }) });
