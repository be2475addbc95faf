import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { chineseDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { childrenOf } from './blocks.ts';
import { spacingOf } from './fit.ts';
import { fonts, fontTable, LETTER, mm, pt } from './layout.ts';
import { doubleLine, letterHead } from './head.ts';
import type { DocumentModel } from '../model.ts';
import { clean } from '../escalations/phrases.ts';
import { unzip, zipOf } from '../../files/zip.ts';

/**
 * A document as .docx in the layout of GB/T 9704-2012. Equal models give equal bytes: the library’s own stamps
 * (time, author) are replaced, and the archive is packed again with one fixed time.
 */
export async function docxOf(model: DocumentModel): Promise<Uint8Array> {
  const letter = model.blocks.find((block) => block.kind === 'letterhead' && block.letter === true);
  const head = letter?.kind === 'letterhead' ? letter.text : undefined;
  const isLetter = head !== undefined;
  const spacing = spacingOf(model);
  const document = new Document({
    creator: model.author,
    title: model.name,
    description: chineseDay(dayOf(model.at)),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fonts.body, size: pt(16) },
          paragraph: { spacing: { line: spacing.line, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: isLetter ? mm(30) : mm(15),
              // The second double line of a letter stands 20 mm above the edge.
              footer: isLetter ? mm(20) : NUMBER_ABOVE_EDGE,
            },
          },
          titlePage: isLetter,
        },
        ...(head === undefined ? {} : { headers: { first: new Header({ children: letterHead(head) }) } }),
        footers: {
          default: pageNumber('right', isLetter),
          even: pageNumber('left', isLetter),
          ...(isLetter ? { first: letterFoot() } : {}),
        },
        children: model.blocks.flatMap((block, index) =>
          childrenOf(block, { before: model.blocks[index - 1], next: model.blocks[index + 1], spacing }),
        ),
      },
    ],
  });
  const files = unzip(new Uint8Array(await Packer.toArrayBuffer(document)));
  return zipOf({
    // Readers look for this file first.
    '[Content_Types].xml': files['[Content_Types].xml'] ?? new Uint8Array(),
    ...Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    'docProps/core.xml': coreProperties(model),
    'word/fontTable.xml': fontTable(),
  });
}

/** The page number stands 7 mm below the text area. */
const NUMBER_ABOVE_EDGE = mm(23);

/** The first page of a letter bears no number, but a double line with the thick stroke below. */
const letterFoot = (): Footer =>
  new Footer({ children: [new Paragraph({ ...doubleLine('thin above'), indent: LETTER.besideText })] });

/** — 1 — in 四号, one character in from the outer edge. */
function pageNumber(side: 'left' | 'right', isLetter: boolean): Footer {
  const font = { ascii: fonts.number, eastAsia: fonts.number, hAnsi: fonts.number };
  return new Footer({
    children: [
      new Paragraph({
        ...(isLetter ? { spacing: { after: NUMBER_ABOVE_EDGE - mm(20) } } : {}),
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: 280 } : { left: 280 },
        children: [new TextRun({ font, size: pt(14), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function coreProperties({ name, author, at }: DocumentModel): string {
  const moment = new Date(at).toISOString();
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(name)}</dc:title><dc:creator>${escaped(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

const escaped = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
