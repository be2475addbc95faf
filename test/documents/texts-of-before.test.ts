import { expect, test } from 'vitest';
import { toResult } from '../../functions/api/answer.ts';
import { icsOf } from '../../shared/calendar/ics.ts';
import { linesOf } from '../../shared/documents/escalations/phrases.ts';
import { day } from '../../shared/domain/time/day.ts';
import { textFlaw } from '../../shared/domain/text.ts';
import { csvOf } from '../../shared/files/sheet.ts';
import { workbookOf } from '../../shared/files/xlsx-write.ts';
import { unzip } from '../../shared/files/zip.ts';
import { renderSheet } from '../../shared/letters/sheet.ts';

/** As names were stored before they were checked. */
const name = '甲\u0000\u0007乙\u202e丙\ud842丁\ufffe';
const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

test('A file of a name that was stored before names were checked can be downloaded', () => {
  const file = { bytes: new Uint8Array(), type: 'application/zip', name: `${name}.zip` };
  const { headers } = toResult({ status: 200, body: {}, file });
  expect(headers?.['content-disposition']).toContain(encodeURIComponent('甲乙丙丁'));
});

test('Letters, calendars, spreadsheets and documents leave out what they cannot carry', () => {
  const letter = renderSheet({
    subject: name,
    heading: name,
    salutation: name,
    blocks: [{ kind: 'paragraph', text: name }],
    bureau: name,
    today: day('2026-03-02'),
    smallPrint: [name],
  });
  const sheet = { title: '名册', name: '名册', headings: ['名称'], rows: [[name]] };
  const parts = Object.values(unzip(workbookOf([sheet]))).map(decoded);
  const texts = [
    letter.subject,
    letter.text,
    letter.html,
    icsOf({ name, description: name, events: [] }),
    decoded(csvOf(sheet)),
    ...parts,
    ...linesOf(name),
  ];
  for (const text of texts) expect(textFlaw(text.replaceAll(/[\r\ufeff]/gu, '')), text).toBeUndefined();
  for (const text of [letter.subject, letter.html, parts.join(''), linesOf(name).join('')])
    expect(text).toContain('甲乙丙丁');
});
