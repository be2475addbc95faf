import { LineRuleType } from 'docx';

/** The measures of GB/T 9704-2012 (clauses 5, 7 and 10), in the units of the format. */

/** Millimetres as twentieths of a point. */
export const mm = (value: number): number => Math.round((value / 25.4) * 1440);
/** Points as half-points, in which sizes of type are given. */
export const pt = (value: number): number => value * 2;

export const page = {
  /** 225 mm over 22 lines, in twentieths of a point. */
  line: 579,
  /**
   * 156 mm over 28 characters of 16 pt: each a quarter of a point closer, in twentieths of a point. A grid of
   * characters would do the same in Word alone.
   */
  closer: -5,
  /** Two characters of 三号, in twentieths of a point. */
  twoCharacters: 640,
} as const;

/** The width of the text area. */
export const AREA = mm(156);

/** The double lines of a letter: 170 mm, in the middle of the sheet. */
export const LETTER = { left: mm(20), width: mm(170), besideText: { left: -mm(8), right: -mm(6) } } as const;

/** Lines of exactly so many twentieths of a point. */
export const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

/** 三号 16 pt, 四号 14 pt, 二号 22 pt; 小四 12 pt in the tables of forms. */
export const sizes = { body: 16, small: 14, title: 22, table: 12 } as const;

export const fonts = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  number: '宋体',
} as const;

/** Where a machine lacks a type face, it takes the one that looks most like it. */
const instead: Readonly<Record<string, string>> = {
  [fonts.body]: '仿宋,FangSong,STFangsong',
  [fonts.title]: '华文中宋,宋体,SimSun,Noto Serif CJK SC',
  [fonts.heading]: 'SimHei,Noto Sans CJK SC',
  [fonts.subheading]: '楷体,KaiTi,STKaiti',
  [fonts.number]: 'SimSun,Noto Serif CJK SC',
};

export function fontTable(): string {
  const own = Object.entries(instead).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...own,
    '</w:fonts>',
  ].join('');
}
