import { expect, test } from 'vitest';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { inspectionBlocks } from '../../shared/documents/escalations/forms.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { documentForms, type DocumentParts } from '../../shared/documents/parts.ts';
import { escalationStep } from '../../shared/rules/schema.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { partOf, textOfDocx } from '../support/files/docx-text.ts';
import { measures } from '../../shared/vocabulary/measures.ts';
import { inspection, issued, longName, partsOf, penalty } from './samples.ts';

/** Page, margins, and each kind of line with its type face, size, spacing and alignment; then the text. */
function printed(docx: Uint8Array): string {
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

/** Papers that the step becomes where the law gives no power over the party. */
function others(step: DocumentParts['step']): Record<string, DocumentParts> {
  const party = { name: longName, nature: 'private' } as const;
  const { makes, outside } = measures[step];
  if (step === 'order-to-rectify')
    return {
      reminder: partsOf(step, { ...issued, paper: 'reminder-letter', owner: longName, party }),
      again: partsOf(step, { ...issued, paper: 'reminder-letter', again: true }),
      opinion: partsOf(step, { ...issued, paper: 'opinion' }),
    };
  if (makes === 'order') return { organ: partsOf(step, { ...issued, party: { ...party, nature: 'organ' } }) };
  return outside === undefined ? {} : { outside: partsOf(step, { ...issued, paper: outside, party }) };
}

const penal = new Set<string>(['circulated-criticism', 'warning']);

/** As issued with everything that it asks for, and as a fresh draft to somebody with a long name. */
function variants(step: DocumentParts['step']): Record<string, DocumentParts> {
  return {
    issued: partsOf(step, issued),
    // What the first release decided without a case stays readable.
    ...(penal.has(step) ? { decided: partsOf(step, { ...issued, ...penalty, paper: 'decision' }) } : {}),
    ...others(step),
    draft: partsOf(step, { owner: longName }),
    unknown: partsOf(step, { owner: `沅江大桥及连接线工程建设单位`, party: undefined }),
  };
}

test.each(escalationStep.options)('%s reads as recorded, in the layout that is recorded', async (step) => {
  const pages: string[] = [];
  for (const [variant, parts] of Object.entries(variants(step)))
    for (const form of documentForms) {
      const model: DocumentModel | undefined = documentFor(parts, form);
      if (!model) continue;
      const docx = await docxOf(model);
      expect(await docxOf(model)).toEqual(docx);
      pages.push(`==== ${variant} ${form}: ${model.name}\n${printed(docx)}`);
    }
  await expect(pages.join('\n')).toMatchFileSnapshot(`../golden/documents/${step}.txt`);
});

test('a record of an inspection reads as recorded', async () => {
  const docx = await docxOf({
    name: '现场检查笔录',
    at: instant('2026-09-15T09:30:00+08:00'),
    author: '洪江区档案局',
    blocks: inspectionBlocks(inspection),
  });
  await expect(printed(docx)).toMatchFileSnapshot('../golden/documents/inspection.txt');
});
