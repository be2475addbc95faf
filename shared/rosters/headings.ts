import { cellText, isEmpty } from './cells.ts';
import type { Region, SheetRow } from '../files/rows.ts';

/** Headings are looked for in this many rows. */
const ROWS = 20;

/** A heading, with words above it that several columns share: 联系人 over 姓名 and 手机. */
export interface Heading {
  readonly index: number;
  /** Possible readings, the likeliest first: 联系人姓名, 姓名, 联系人. */
  readonly readings: readonly string[];
}

export interface Found {
  /** The row that errors name. */
  readonly row: number;
  readonly headings: readonly Heading[];
  /** Rows below the headings that were read on the way. */
  readonly below: readonly SheetRow[];
}

/** Tells whether a text is a heading, and whether its column identifies subjects. */
export interface Known {
  readonly isHeading: (text: string) => boolean;
  readonly isNaming: (text: string) => boolean;
}

/**
 * Holds the first rows of a table until it is clear which one has the headings: the first row with the most
 * known headings, including 名称 or 代码. Titles are above it, and merged cells may spread the headings over
 * two or three rows.
 */
export class Headings {
  private readonly held: SheetRow[] = [];
  private readonly known: Known;

  constructor(known: Known) {
    this.known = known;
  }

  /** Undefined while more rows are needed. */
  take(row: SheetRow): Found | undefined {
    this.held.push(row);
    return this.held.length < ROWS ? undefined : this.found();
  }

  /** Also called at the end of a short table. Undefined when no row can be the headings. */
  found(): Found | undefined {
    const at = this.best();
    const row = this.held[at];
    if (!row) return undefined;
    const depth = this.depth(at);
    return {
      row: row.row,
      headings: this.headings(at, depth),
      below: this.held.slice(at + depth),
    };
  }

  private best(): number {
    let best = { at: -1, score: 0 };
    this.held.forEach((row, at) => {
      const texts = textsOf(row);
      const score = texts.some(this.known.isNaming) ? texts.filter(this.known.isHeading).length : 0;
      if (score > best.score) best = { at, score };
    });
    // The lower row of headings that are merged with the row above.
    while (best.at > 0 && this.held[best.at]?.merged !== undefined) best = { ...best, at: best.at - 1 };
    if (best.at >= 0) return best.at;
    const some = (least: number, known: boolean): number =>
      this.held.findIndex((row) => {
        const texts = textsOf(row);
        return texts.length >= least && (!known || texts.some(this.known.isHeading));
      });
    return [some(2, true), some(2, false), some(1, true)].find((at) => at >= 0) ?? -1;
  }

  /** The number of held rows that the headings take. */
  private depth(at: number): number {
    const row = this.held[at];
    const regions = row?.regions ?? [];
    const last = Math.min(
      Math.max(row?.row ?? 0, ...regions.map(({ bottom }) => bottom)),
      (row?.row ?? 0) + 2,
    );
    const merged = this.held.slice(at).filter((next) => next.row <= last).length;
    if (merged > 1) return merged;
    const next = this.held[at + 1];
    const wide = regions.filter(isWide);
    if (!next || !row || wide.length === 0 || next.row !== row.row + 1) return 1;
    const below = next.cells.flatMap((cell, column) =>
      cell && !isEmpty(cell) ? [{ column, text: cellText(cell) }] : [],
    );
    const isSub = below.every(({ column, text }) => this.known.isHeading(text) && wide.some(covers(column)));
    return below.length > 0 && isSub ? 2 : 1;
  }

  private headings(at: number, depth: number): Heading[] {
    const rows = this.held.slice(at, at + depth);
    const above = this.held[at - 1];
    const used = textsOf(rows[0]).length;
    const groups = (above && above.row + 1 === rows[0]?.row ? (above.regions ?? []) : []).filter(
      (region) => isWide(region) && region.right - region.left + 1 < used,
    );
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length), ...rows.flatMap(ends));
    return Array.from({ length: width }, (_, index): Heading => {
      const texts = [
        ...groups.filter(covers(index)).map(({ left }) => textAt(above, left)),
        ...rows.map((row) => (row.merged?.has(index) === true ? '' : headingAt(row, index, depth))),
      ].filter((text) => text !== '');
      return { index, readings: readingsOf(texts) };
    }).filter(({ readings }) => readings.length > 0);
  }
}

function readingsOf(texts: readonly string[]): string[] {
  const [only, ...more] = texts;
  if (only === undefined) return [];
  return more.length === 0 ? [only] : [texts.join(''), ...texts.toReversed()];
}

const isWide = ({ left, right }: Region): boolean => right > left;
const covers =
  (column: number) =>
  ({ left, right }: Region): boolean =>
    column >= left && column <= right;
const ends = ({ regions = [] }: SheetRow): number[] => regions.map(({ right }) => Math.min(right + 1, 200));

/** A wide heading counts for each of its columns if other headings are below it. */
function headingAt(row: SheetRow, index: number, depth: number): string {
  const own = textAt(row, index);
  if (own !== '' || depth === 1) return own;
  const region = row.regions?.find((one) => isWide(one) && covers(index)(one));
  return region ? textAt(row, region.left) : '';
}

function textAt(row: SheetRow | undefined, index: number): string {
  const cell = row?.cells[index];
  return cell ? cellText(cell) : '';
}

const textsOf = (row: SheetRow | undefined): string[] =>
  (row?.cells ?? []).flatMap((cell) => (cell && !isEmpty(cell) ? [cellText(cell)] : []));
