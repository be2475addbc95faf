import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { itemsTable } from './docs/items.ts';
import { limitsTable } from './docs/limits.ts';
import { exampleFile, optionsTable, variablesTable } from './docs/options.ts';
import { statesPage } from './docs/states.ts';

/** The pages that are generated from the code, wholly or in one table. */
const pages: Readonly<Record<string, (stored: string) => string>> = {
  '.env.example': exampleFile,
  'docs/options.md': (stored) =>
    filled(filled(stored, 'options', optionsTable('en')), 'variables', variablesTable('en')),
  'docs/options.zh-CN.md': (stored) =>
    filled(filled(stored, 'options', optionsTable('zh')), 'variables', variablesTable('zh')),
  'docs/states.md': statesPage,
  'docs/architecture.md': (stored) => filled(stored, 'items', itemsTable()),
  'docs/runbook.md': (stored) => filled(stored, 'limits', limitsTable()),
};

export const pageNames = Object.keys(pages);

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The stored content of the page. */
export const storedPage = (name: string): string => readFileSync(pathOf(name), 'utf8');

/** The expected content of the page. Throws when it has no place for its table. */
export async function currentPage(name: string): Promise<string> {
  const text = pages[name]?.(storedPage(name)) ?? '';
  if (!name.endsWith('.md')) return text;
  return format(text, { ...(await resolveConfig(pathOf(name))), parser: 'markdown' });
}

function filled(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: npm run docs writes this table -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there is no place for the table of ${name}: ${begin}`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

export const main = tool({
  usage: `npm run docs
writes what the documents take from the code: ${pageNames.join(', ')}
exits 0`,
  flags: {},
  run: async (_, { say }) => {
    for (const name of pageNames) {
      const text = await currentPage(name);
      if (text === storedPage(name)) continue;
      writeFileSync(pathOf(name), text);
      say(`${name} is written anew.`);
    }
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
