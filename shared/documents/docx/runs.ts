import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { fonts, page, pt, sizes } from './layout.ts';
import { clean, placeholder } from '../escalations/phrases.ts';

/** Text as runs, with the marks of what a person fills in set off. */
export function runs(
  text: string,
  style: {
    readonly font?: string;
    readonly size?: number;
    readonly color?: string;
    readonly bold?: boolean;
  } = {},
): TextRun[] {
  const { font = fonts.body, size = sizes.body, ...rest } = style;
  const own = clean(text);
  const parts: TextRun[] = [];
  let from = 0;
  const add = (part: string, mark: boolean): void => {
    if (part === '') return;
    const closer = size === sizes.body ? { characterSpacing: page.closer } : {};
    const shading = mark ? { shading: { fill: 'FFF2CC' } } : {};
    parts.push(new TextRun({ text: part, font, size: pt(size), ...rest, ...closer, ...shading }));
  };
  for (const match of own.matchAll(placeholder)) {
    add(own.slice(from, match.index), false);
    add(match[0], true);
    from = match.index + match[0].length;
  }
  add(own.slice(from), false);
  return parts;
}

export function plain(text: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.BOTH, ...options, children: runs(text) });
}
