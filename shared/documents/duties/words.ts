import { chineseDay, day, parseDay } from '../../domain/time/day.ts';
import { content, label, type Block, type TableRow } from '../model.ts';
import { SEAL, SIGNATURE } from '../escalations/phrases.ts';
import type { ContactParts } from './parts.ts';

/** What a hand writes in: nothing is missing there, the form asks for it. */
export const BY_HAND = '';

export const signedOn = '年　　月　　日';

/** ☑开工后　□年度: what holds is ticked. */
export const ticked = (options: readonly (readonly [string, boolean])[]): string =>
  options.map(([text, holds]) => `${holds ? '☑' : '□'}${text}`).join('　');

export const dayFact = (facts: Readonly<Record<string, unknown>>, name: string): string => {
  const on = parseDay(textFact(facts, name));
  return on === undefined ? BY_HAND : chineseDay(on);
};

export const textFact = (facts: Readonly<Record<string, unknown>>, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : BY_HAND;
};

export const numberFact = (facts: Readonly<Record<string, unknown>>, name: string): number | undefined => {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
};

export const dayOrBlank = (on: string | undefined): string =>
  on === undefined ? signedOn : chineseDay(day(on));

export const points = (score: number | undefined): string => (score === undefined ? BY_HAND : `${score}分`);

export const contactLines = (contacts: readonly ContactParts[]): string[] =>
  contacts.length === 0
    ? [BY_HAND]
    : contacts.map(({ name, phone }) => (phone === undefined ? name : `${name}，电话${phone}`));

/** Two names with their cells in one row. */
export const pair = (
  first: readonly [string, string],
  second: readonly [string, string],
  height = 8,
): TableRow => ({
  cells: [label(first[0]), content(first[1]), label(second[0]), content(second[1])],
  height,
});

/** One name, and a cell across the rest of the row. */
export const wide = (name: string, cell: string | readonly string[], height = 8): TableRow => ({
  cells: [label(name), content(cell, 3)],
  height,
});

/** 156 mm in two names and two cells. */
export const pairs = (rows: readonly TableRow[]): Block => ({
  kind: 'table',
  widths: [38, 40, 38, 40],
  header: false,
  rows,
});

/** Where whoever hands the form in signs and seals. */
export const signedAndSealed = (who: string): string[] => [
  `填表人：${SIGNATURE}　负责人：${SIGNATURE}`,
  `${who}${SEAL}　　　　${signedOn}`,
];

/** At the foot of a form: who writes the blanks in, and which clause of the bureau’s list asks for it. */
export const footNote = (who: string, clause: string, more = ''): Block => ({
  kind: 'remark',
  small: true,
  text: `（登记的内容由系统填入，空白各栏由${who}填写。制度条款：${clause}。${more}）`,
});

/** Several people on a line: 甲【此处签名】　乙【此处签名】 */
export function signatures(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (let from = 0; from < names.length; from += 3)
    lines.push(
      names
        .slice(from, from + 3)
        .map((name) => `${name}${SIGNATURE}`)
        .join('　'),
    );
  return lines;
}

/** Who has written a form of the bureau, who has read it, the seal and the day. */
export const bureauSigns = (writer: string, bureau: string): Block =>
  pairs([
    pair([writer, SIGNATURE], ['审核人', SIGNATURE], 10),
    pair(['单位（盖章）', `${bureau}${SEAL}`], ['日期', signedOn], 10),
  ]);
