import { partOf, textOfDocx } from './docx-text.ts';

/** Page, margins, and each kind of line with its type face, size, spacing and alignment; then the text. */
export function printed(docx: Uint8Array): string {
  const xml = partOf(docx, 'word/document.xml');
  const tag = (name: string): string => new RegExp(`<w:${name} [^>]*>`, 'u').exec(xml)?.[0] ?? `no ${name}`;
  const kinds = Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu), ([, inside = '']) =>
    [
      /<w:jc [^>]*>/u,
      /<w:spacing w:[^>]*line[^>]*>/u,
      /<w:ind [^>]*>/u,
      /w:eastAsia="[^"]*"/u,
      /<w:sz [^>]*>/u,
    ]
      .map((part) => part.exec(inside)?.[0])
      .filter((part) => part !== undefined)
      .join(' '),
  );
  const page = ['pgSz', 'pgMar', 'docGrid'].map(tag);
  return [...page, ...new Set(kinds), '', ...textOfDocx(docx), ''].join('\n');
}
