import type { Block, DocumentModel, TableBlock } from '../model.ts';
import { mm, page, sizes } from './layout.ts';
import { titleLines } from './title.ts';

/**
 * The distances between lines, in twentieths of a point. Where the seal would stand on a page without text, the
 * standard has the lines moved a little (GB/T 9704-2012, 7.3.5.4); a form gets a page less in the same way.
 */
export interface Spacing {
  /** Of the text: 22 lines to a page, but for a few more or less. */
  readonly line: number;
  /** In the cells of a table, at least. */
  readonly row: number;
}

const usual: Spacing = { line: page.line, row: 360 };
const forText: readonly number[] = [page.line, 560, 545, 530, 515, 600, 620, 640, 660, 680];
const forTables: readonly number[] = [usual.row, 330, 300, 280];

/** What stands below each other on the pages; `text` is what a page must hold beside a signature. */
interface Piece {
  readonly height: number;
  readonly text: boolean;
  /** Lines of a paragraph break over pages one by one; rows, titles and signatures stay whole. */
  readonly keepNext: boolean;
}

const HEIGHT = mm(297 - 37 - 35);
/** The head of a letter begins higher and takes so much of the text area of its first page. */
const LETTER_HEAD = mm(14);

/** The spacing with which a document comes out best, as far as its lines can be counted beforehand. */
export function spacingOf(model: DocumentModel): Spacing {
  // What follows on a sheet of its own is for those who draft it.
  const end = model.blocks.findIndex(({ kind }) => kind === 'page-break');
  const blocks = end < 0 ? model.blocks : model.blocks.slice(0, end);
  if (blocks.some(({ kind }) => kind === 'table'))
    return best(
      forTables.map((row) => ({ ...usual, row })),
      blocks,
      (pages) => pages.length,
    );
  return best(
    forText.map((line) => ({ ...usual, line })),
    blocks,
    (pages) => (pages.length === 1 || (pages.at(-1) ?? 0) >= LEAST ? 0 : 1),
  );
}

/** So many lines of text stand with a signature on a page of its own, as they are counted: one may be wrong. */
const LEAST = 4;

/** The first of the spacings with the lowest cost. */
function best(
  spacings: readonly Spacing[],
  blocks: readonly Block[],
  cost: (pages: readonly number[]) => number,
): Spacing {
  const [first = usual, ...others] = spacings;
  let chosen = { spacing: first, cost: cost(pagesOf(blocks, first)) };
  for (const spacing of others) {
    const own = cost(pagesOf(blocks, spacing));
    if (own < chosen.cost) chosen = { spacing, cost: own };
  }
  return chosen.spacing;
}

/** The number of lines of text on each page. */
function pagesOf(blocks: readonly Block[], spacing: Spacing): number[] {
  const isLetter = blocks.some((block) => block.kind === 'letterhead' && block.letter === true);
  const pages = [0];
  let left = HEIGHT - (isLetter ? LETTER_HEAD : 0);
  for (const whole of together(blocks.flatMap((block, at) => piecesOf(block, blocks[at + 1], spacing)))) {
    const height = whole.reduce((sum, piece) => sum + piece.height, 0);
    if (height > left) {
      pages.push(0);
      left = HEIGHT;
    }
    left -= height;
    pages.push((pages.pop() ?? 0) + whole.filter(({ text }) => text).length);
  }
  return pages;
}

/** Pieces that stay on one page with the next. */
function together(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (piece.keepNext) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

function piecesOf(block: Block, next: Block | undefined, { line, row }: Spacing): Piece[] {
  const fixed = (height: number, keepNext = false): Piece => ({ height, text: false, keepNext });
  switch (block.kind) {
    case 'banner':
      return [fixed(880)];
    case 'letterhead':
      return block.letter ? [] : [fixed(36 * 24 + 720)];
    case 'number':
      return [fixed(line + (next?.kind === 'title' ? 280 : 0))];
    case 'red-line':
      return [fixed(line + mm(4))];
    case 'title':
      return [fixed(block.lines.flatMap(titleLines).length * 660 + 2 * line)];
    case 'addressee':
    case 'heading':
      return lines(block.text, line, false, block.kind === 'heading');
    case 'paragraph':
      return lines(block.text, line, !ENDING.test(block.text), next?.kind === 'closing');
    case 'line':
      return lines(block.text, line, false, next?.kind === 'closing' || next?.kind === 'line');
    case 'attachments':
      return block.items.map((_, index) => fixed(line + (index === 0 ? line : 0), true));
    case 'closing':
      return [fixed(line * 5, next?.kind === 'remark')];
    case 'remark':
      return lines(block.text, block.small ? 360 : line, false, false);
    case 'imprint':
      return [fixed(480 * ((block.copies === undefined ? 0 : 1) + (block.printed === undefined ? 0 : 1)))];
    case 'table':
      return rowsOf(block, row, next);
    case 'page-break':
      return [];
  }
}

/** 特此函告。 */
const ENDING = /^(?:特此|以上)[^，]*(?:，请[^，]*)?。$/u;

/** A paragraph that stays with what follows moves as a whole. */
function lines(text: string, height: number, isText: boolean, keepNext: boolean): Piece[] {
  const count = Math.max(1, Math.ceil((widthOf(text) + 2) / 28));
  return Array.from({ length: count }, () => ({ height, text: isText, keepNext }));
}

function rowsOf({ widths, rows }: TableBlock, height: number, next: Block | undefined): Piece[] {
  return rows.map((row, index) => {
    let column = 0;
    const tallest = row.cells.map(({ lines: own, span = 1 }) => {
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const room = (mm(width) - 200) / (sizes.table * 20);
      const count = own
        .flatMap((text) => text.split('\n'))
        .reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / room)), 0);
      return count * height + 80;
    });
    const stays = index === rows.length - 2 || (index === rows.length - 1 && next?.kind === 'remark');
    return { height: Math.max(mm(row.height ?? 0), ...tallest) + 10, text: false, keepNext: stays };
  });
}

/** In characters of full width; figures are wider where the type face of the standard is missing. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u0000-\u00ff]/u.test(sign) ? 0.55 : 1), 0);
