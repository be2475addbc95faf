import type { Instant } from '../domain/time/instant.ts';

/** A document as blocks, free of any library; `docx.ts` lays it out, `plain.ts` writes it as text. */
export interface DocumentModel {
  /** For the file’s properties: 责令整改通知书 */
  readonly name: string;
  /** The moment that the file’s properties name: taken from the data, so that equal data give equal bytes. */
  readonly at: Instant;
  readonly author: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** What must not be overlooked above all else: 未经批准的草稿. */
  | { readonly kind: 'banner'; readonly text: string }
  /** 发文机关标志, in red; that of a letter (信函格式) with the double lines and without a number on its first page. */
  | { readonly kind: 'letterhead'; readonly text: string; readonly letter?: true }
  /** 发文字号; `signatory` where the document goes upward (签发人). */
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly align: 'center' | 'right';
      readonly signatory?: string;
    }
  /** The red line under the letterhead. */
  | { readonly kind: 'red-line' }
  /** Each line centred; a long one breaks by itself. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** 主送机关 or the party, flush left, with its colon. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** Level 1 黑体 一、, level 2 楷体 （一）. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A line without indentation: 执法人员：… */
  | { readonly kind: 'line'; readonly text: string }
  /** 附件说明. */
  | { readonly kind: 'attachments'; readonly items: readonly string[] }
  /** 发文机关署名, 成文日期 and the place of the seal. */
  | { readonly kind: 'closing'; readonly issuer: string; readonly date: string; readonly seal: string }
  /** 附注 below the date, in brackets. */
  /** `small`: in the size of a form’s table, below it. */
  | { readonly kind: 'remark'; readonly text: string; readonly small?: true }
  /** 版记 at the foot of the last page; `printed` is its line of issue, which a letter has not. */
  | {
      readonly kind: 'imprint';
      readonly copies?: string;
      readonly printed?: { readonly issuer: string; readonly date: string };
    }
  | TableBlock
  | { readonly kind: 'page-break' };

export interface TableBlock {
  readonly kind: 'table';
  /** Millimetres; together the text area’s 156. */
  readonly widths: readonly number[];
  /** The first row is repeated on each page. */
  readonly header: boolean;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Millimetres, at least. */
  readonly height?: number;
}

export interface TableCell {
  readonly lines: readonly string[];
  /** A label stands in the middle; content runs from the left. */
  readonly label?: boolean;
  /** Columns that it spans. */
  readonly span?: number;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const line = (text: string): Block => ({ kind: 'line', text });
export const label = (text: string, span?: number): TableCell =>
  span === undefined ? { lines: [text], label: true } : { lines: [text], label: true, span };
export const content = (lines: string | readonly string[], span?: number): TableCell => {
  const own = typeof lines === 'string' ? [lines] : lines;
  return span === undefined ? { lines: own } : { lines: own, span };
};
