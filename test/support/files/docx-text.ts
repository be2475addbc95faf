import { strFromU8 } from 'fflate';
import { unzip } from '../../../shared/files/zip.ts';

/** A part of a .docx as its XML. */
export function partOf(docx: Uint8Array, name: string): string {
  const part = unzip(docx)[name];
  if (!part) throw new Error(`there is no ${name}`);
  return strFromU8(part);
}

/** What a reader of the file sees, paragraph by paragraph; the head of a letter stands in a header. */
export function textOfDocx(docx: Uint8Array): string[] {
  const header = unzip(docx)['word/header1.xml'];
  return [
    ...(header ? paragraphsOf(strFromU8(header)).filter((text) => text !== '') : []),
    ...paragraphsOf(partOf(docx, 'word/document.xml')),
  ];
}

function paragraphsOf(xml: string): string[] {
  return (xml.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gsu) ?? []).map((paragraph) =>
    Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), ([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}
