import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe } from 'vitest';
import { chunks } from '../../../shared/domain/chunks.ts';

const run = promisify(execFile);
const SOFFICE = '/usr/bin/soffice';
const PDFTOTEXT = '/usr/bin/pdftotext';

/** A suite about pages. It is skipped with a message when nothing here makes them (`.ci/run` fails then). */
export function describePages(name: string, suite: () => void): void {
  if (existsSync(SOFFICE) && existsSync(PDFTOTEXT)) describe(name, suite);
  else
    describe.skip(
      `${name} — SKIPPED: no LibreOffice or pdftotext; apt-get install libreoffice-writer-nogui poppler-utils fonts-noto-cjk`,
      suite,
    );
}

/** One line on a page: where its lower edge is, in points from the upper edge of the sheet. */
export interface PrintedLine {
  readonly text: string;
  readonly bottom: number;
}
export type PrintedPage = readonly PrintedLine[];

/** So many files are converted at once: above 240 LibreOffice leaves out the rest without a word. */
const AT_ONCE = 150;

/** Each document’s pages as LibreOffice lays them out, in the order of the documents. */
export async function pagesOf(documents: readonly Uint8Array[]): Promise<PrintedPage[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-duty-pages-'));
  try {
    const files = documents.map((docx, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, docx);
      return file;
    });
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    for (const some of chunks(files, AT_ONCE))
      await run(
        SOFFICE,
        [
          `-env:UserInstallation=file://${profile}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          ...some,
        ],
        { maxBuffer: 2 ** 24 },
      );
    return await Promise.all(files.map((file) => linesOf(file.replace(/docx$/u, 'pdf'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function linesOf(pdf: string): Promise<PrintedPage[]> {
  const { stdout } = await run(PDFTOTEXT, ['-bbox-layout', pdf, '-'], { maxBuffer: 2 ** 26 });
  return stdout.split('<page ').slice(1).map(pageFrom);
}

/** Words at one height are one line, whatever columns they stand in. */
function pageFrom(xml: string): PrintedPage {
  const words = Array.from(
    xml.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<\/word>/gu),
    ([, left = '0', bottom = '0', text = '']) => ({ left: Number(left), bottom: Number(bottom), text }),
  );
  const lines = new Map<number, { left: number; text: string }[]>();
  for (const { left, bottom, text } of words) {
    const near = [...lines.keys()].find((height) => Math.abs(height - bottom) < 4) ?? bottom;
    lines.set(near, [...(lines.get(near) ?? []), { left, text }]);
  }
  return [...lines]
    .toSorted(([one], [other]) => one - other)
    .map(([bottom, found]) => ({
      bottom,
      text: found
        .toSorted((one, other) => one.left - other.left)
        .map(({ text }) => text)
        .join(''),
    }));
}
