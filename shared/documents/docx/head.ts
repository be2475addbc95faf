import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx';
import { AREA, exact, fonts, LETTER, mm, sizes } from './layout.ts';
import { plain, runs } from './runs.ts';
import { titleLines } from './title.ts';
import type { Block } from '../model.ts';

const RED = 'FF0000';

/** As large as fits on one line of so many points, between 二号 and 小初. */
const sizeFor = (text: string, points: number): number =>
  Math.max(sizes.title, Math.min(36, Math.floor(points / Math.max(1, Array.from(text).length))));

/** 发文机关标志 over the text. */
export function letterhead(text: string): Paragraph {
  const size = sizeFor(text, AREA / 20 - 10);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: size * 24, lineRule: LineRuleType.AT_LEAST, before: 240, after: 480 },
    children: runs(text, { font: fonts.title, size, color: RED }),
  });
}

/**
 * The head of a letter (信函格式, GB/T 9704-2012, 10.1), from 30 mm below the edge: the organ’s name, 4 mm under it a
 * double red line of 170 mm, the upper stroke thick. It stands in the header of the first page, which pushes the text
 * down as far as it needs.
 */
export function letterHead(text: string): Paragraph[] {
  const size = sizeFor(text, LETTER.width / 20 - 10);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: LETTER.besideText,
      spacing: { ...exact(size * 24), after: mm(4) },
      children: runs(text, { font: fonts.title, size, color: RED }),
    }),
    new Paragraph({ ...doubleLine('thick above'), indent: LETTER.besideText }),
  ];
}

/** Two strokes as the borders of a paragraph that holds nothing. */
export const doubleLine = (order: 'thick above' | 'thin above') => {
  const stroke = (size: number) => ({ style: BorderStyle.SINGLE, size, space: 0, color: RED });
  const [top, bottom] = order === 'thick above' ? [stroke(24), stroke(8)] : [stroke(8), stroke(24)];
  return { border: { top, bottom }, spacing: exact(50), children: [] };
};

export function number(
  { text, align, signatory }: Extract<Block, { kind: 'number' }>,
  isUnderLetterHead: boolean,
  line: number,
): Paragraph {
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
  // Seven eighths of a character below the line.
  const below = isUnderLetterHead ? { spacing: { ...exact(line), before: 280 } } : {};
  return plain(text, {
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT,
    ...below,
  });
}

/** 4 mm below the number. */
export function redLine(line: number): Paragraph {
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 12, space: 1, color: RED } },
    spacing: { ...exact(line), before: mm(4) },
    children: [],
  });
}

/** Two lines below a head. */
export function title(lines: readonly string[], isUnderHead: boolean, line: number): Paragraph[] {
  const broken = lines.flatMap(titleLines);
  const above = isUnderHead ? line : 0;
  return broken.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          ...exact(660),
          before: index === 0 ? above : 0,
          after: index === broken.length - 1 ? line : 0,
        },
        children: runs(text, { font: fonts.title, size: sizes.title }),
      }),
  );
}
