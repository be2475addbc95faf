import { expect, test } from 'vitest';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { documentForms, type DocumentParts } from '../../shared/documents/parts.ts';
import { escalationStep } from '../../shared/rules/schema.ts';
import { measures } from '../../shared/vocabulary/measures.ts';
import { printed } from '../support/files/docx-layout.ts';
import { partOf, textOfDocx } from '../support/files/docx-text.ts';
import { heard, issued, longName, partsOf, penalty } from './samples.ts';

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
    // Of a permit that the bureau gave itself, after its holder was heard.
    ...(step === 'revocation' ? { heard: partsOf(step, { ...issued, ...heard }) } : {}),
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

test('a letter has its name and the upper double line in the header of its first page, which bears no number', async () => {
  const party = { name: longName, nature: 'private' } as const;
  const letter = documentFor(partsOf('order-to-rectify', { ...issued, paper: 'reminder-letter', party }));
  if (!letter) throw new Error('no letter');
  const docx = await docxOf(letter);
  const page = partOf(docx, 'word/document.xml');
  expect(page).toMatch(/<w:titlePg(?: w:val="true")?\/>/u);
  expect(page).toMatch(/w:headerReference w:type="first"/u);
  expect(partOf(docx, 'word/header1.xml')).toContain('洪江区档案局');
  // The footer of the first page has the strokes alone; no line tells of the issue.
  const footers = ['1', '2', '3'].map((number) => partOf(docx, `word/footer${number}.xml`));
  expect(footers.filter((footer) => footer.includes('PAGE'))).toHaveLength(2);
  expect(textOfDocx(docx).join('')).not.toContain('印发');
});

test('the line of issue floats at the foot of the text area, after the last words of the text', async () => {
  const circular = documentFor(partsOf('circular', { ...issued, circulation: ['洪江区发展和改革局'] }));
  if (!circular) throw new Error('no circular');
  const page = partOf(await docxOf(circular), 'word/document.xml');
  const table = /<w:tblpPr [^>]*>/u.exec(page)?.[0];
  expect(table).toContain('w:tblpYSpec="bottom"');
  expect(table).toContain('w:vertAnchor="margin"');
});
