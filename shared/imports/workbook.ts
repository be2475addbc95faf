import { BadFile, limits } from './bad-file.ts';
import { readWhole, type Attributes } from './xml.ts';
import type { Part } from './zip.ts';

type Parts = ReadonlyMap<string, Part>;

export interface Workbook {
  readonly sheet: Part;
  /** Days counted from 1904-01-01, as Excel for the Mac once did. */
  readonly from1904: boolean;
  readonly shared: readonly string[];
  /** Whether the cell style of that number shows a date. */
  readonly dateStyles: readonly boolean[];
}

const noSheet = (): BadFile =>
  new BadFile('file', 'the workbook has no visible worksheet: put the roster on the first one');

/** What a worksheet’s cells refer to, and the first visible sheet. */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const main = parts.get('xl/workbook.xml');
  if (!main) throw new BadFile('file', 'an archive, but no .xlsx workbook: save the roster as .xlsx');
  let from1904 = false;
  let relation: string | undefined;
  await readWhole(main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') relation ??= attributes['id'];
    },
    close: () => undefined,
    text: () => undefined,
  });
  const targets = await relations(parts.get('xl/_rels/workbook.xml.rels'));
  const sheet = parts.get(pathOf(targets.get(relation ?? '') ?? ''));
  if (!sheet) throw noSheet();
  return {
    sheet,
    from1904,
    shared: await sharedTexts(parts.get('xl/sharedStrings.xml')),
    dateStyles: await dateStyles(parts.get('xl/styles.xml')),
  };
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

async function relations(part: Part | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (part)
    await readWhole(part, {
      open: (name, { Id = '', Target = '' }) => {
        if (name === 'Relationship') targets.set(Id, Target);
      },
      close: () => undefined,
      text: () => undefined,
    });
  return targets;
}

/** Texts that cells name by number. Letters in several fonts are put together; readings above them are not text. */
async function sharedTexts(part: Part | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (!part) return texts;
  let current = '';
  let letters = 0;
  let inText = false;
  let phonetic = 0;
  await readWhole(part, {
    open: (name) => {
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      texts.push(unescaped(current));
      current = '';
    },
    text: (text) => {
      if (!inText) return;
      letters += text.length;
      if (letters > limits.sharedLetters || texts.length > limits.rows * limits.columns)
        throw new BadFile('file', 'the workbook holds too much text: save the roster as “CSV UTF-8”', true);
      if (current.length <= limits.cell) current += text;
    },
  });
  return texts;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Formats of dates that need no definition: ECMA-376 part 1, 18.8.30, those of East Asia included. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format code shows a date where letters of one stand outside of quotation marks and brackets. */
const datelike = (code: string): boolean =>
  /[ymdhs年月日]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''));

async function dateStyles(part: Part | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!part) return styles;
  const own = new Map<string, boolean>();
  let inCells = false;
  const format = ({ numFmtId = '0' }: Attributes): boolean => own.get(numFmtId) ?? builtIn(Number(numFmtId));
  await readWhole(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(attributes['numFmtId'] ?? '', datelike(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && styles.length < 65_000) styles.push(format(attributes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}
