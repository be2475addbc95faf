import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { limitTable } from '../shared/limits.ts';
import { code, table } from './markdown-table.ts';

/** `npm run docs:limits` writes the table of limits into docs/runbook.md, from `shared/limits.ts`. */

const runbookPath = fileURLToPath(new URL('../docs/runbook.md', import.meta.url));

const BEGIN = '<!-- limits: npm run docs:limits writes this table -->';
const END = '<!-- /limits -->';

const figure = new Intl.NumberFormat('en');

const limitsTable = (): string =>
  table(
    ['limit', 'of what', 'at most', 'over it', 'holds'],
    Object.entries(limitTable).map(([name, { most, unit, of, over, where }]) => [
      code(name),
      of,
      `${figure.format(most)} ${unit}`,
      over,
      where === 'everywhere' ? 'everywhere' : 'on one machine',
    ]),
  );

export const storedRunbook = (): string => readFileSync(runbookPath, 'utf8');

/** The runbook with the table as it must stand there. Throws where it has no place for the table. */
export async function runbookWithLimits(): Promise<string> {
  const text = storedRunbook();
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/runbook.md has no place for the limits: ${BEGIN}`);
  const filled = `${text.slice(0, begin + BEGIN.length)}\n\n${limitsTable()}\n\n${text.slice(end)}`;
  return format(filled, { ...(await resolveConfig(runbookPath)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(runbookPath, await runbookWithLimits());
