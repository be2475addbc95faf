import { badFile, limits, type BadFile } from './bad-file.ts';
import { builtIn, ownFormat, type NumberFormat } from './number-formats.ts';
import { regionsOf } from './xlsx-merges.ts';
import type { Pace } from './pace.ts';
import { relationsOf, type Parts } from './relations.ts';
import type { Region } from './rows.ts';
import { readWhole, type Attributes, type XmlReader } from './xml.ts';
import type { Part } from './unzip.ts';

export interface Workbook {
  readonly sheet: Part;
  /** Days are counted from 1904-01-01, as Excel for the Mac once did. */
  readonly from1904: boolean;
  readonly shared: readonly string[];
  /** How the cell style with that number shows numbers. */
  readonly formats: readonly NumberFormat[];
  readonly regions: readonly Region[];
}

const noSheet = (): BadFile => badFile('file', 'file.no-sheet');

/** What the cells of a worksheet refer to, and the first visible sheet, all found through relations. */
export async function openWorkbook(parts: Parts, pace: Pace): Promise<Workbook> {
  const start = (await relationsOf(parts, '', pace)).find(({ type }) => type === 'officedocument');
  const place = start?.target ?? 'xl/workbook.xml';
  const main = parts.get(place);
  if (!main || place.endsWith('.bin')) throw badFile('file', 'file.no-workbook');
  const { from1904, sheets } = await contentsOf(main, pace);
  const relations = await relationsOf(parts, place, pace);
  const worksheets = new Map(
    relations.flatMap(({ id, type, target }) => (type === 'worksheet' ? [[id, parts.get(target)]] : [])),
  );
  const sheet = sheets.map((id) => worksheets.get(id)).find((part) => part !== undefined);
  if (!sheet) throw noSheet();
  const partOf = (wanted: string): Part | undefined =>
    parts.get(relations.find(({ type }) => type === wanted)?.target ?? '');
  return {
    sheet,
    from1904,
    shared: await sharedTexts(partOf('sharedstrings'), pace),
    formats: await formatsOf(partOf('styles'), pace),
    regions: await regionsOf(sheet, pace),
  };
}

/** The visible sheets by their relations, and the day from which days are counted. */
async function contentsOf(main: Part, pace: Pace) {
  let from1904 = false;
  const sheets: string[] = [];
  await readWhole(
    main,
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
        if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
          sheets.push(attributes['id'] ?? '');
      },
      close: () => undefined,
      text: () => undefined,
    },
    pace,
  );
  return { from1904, sheets };
}

/** Texts that cells name by number. Parts in several fonts are joined; phonetic readings are left out. */
async function sharedTexts(part: Part | undefined, pace: Pace): Promise<string[]> {
  const texts: string[] = [];
  if (!part) return texts;
  let current = '';
  let letters = 0;
  let inText = false;
  let phonetic = 0;
  const reader: XmlReader = {
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
        throw badFile('file', 'file.too-much-text');
      if (current.length <= limits.cell) current += text;
    },
  };
  await readWhole(part, reader, pace);
  return texts;
}

/** `_x000D_` represents a character that XML cannot contain. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function formatsOf(part: Part | undefined, pace: Pace): Promise<NumberFormat[]> {
  const styles: NumberFormat[] = [];
  if (!part) return styles;
  const own = new Map<string, NumberFormat>();
  let inCells = false;
  const format = ({ numFmtId = '0' }: Attributes): NumberFormat =>
    own.get(numFmtId) ?? builtIn(Number(numFmtId));
  const reader: XmlReader = {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(attributes['numFmtId'] ?? '', ownFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && styles.length < 65_000) styles.push(format(attributes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  };
  await readWhole(part, reader, pace);
  return styles;
}
