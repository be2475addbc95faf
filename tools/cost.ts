import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { measuredCost } from './cost/measured.ts';
import { costPage } from './cost/page.ts';
import { readPrices } from './cost/prices.ts';

const path = fileURLToPath(new URL('../docs/cost.md', import.meta.url));
const measured = new URL('../docs/cost-measured.json', import.meta.url);

/** The expected content of docs/cost.md. */
export async function currentCostPage(): Promise<string> {
  const page = costPage(measuredCost.parse(JSON.parse(readFileSync(measured, 'utf8'))), readPrices());
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** The stored content of the page. */
export const storedCostPage = (): string => readFileSync(path, 'utf8');

export const main = tool({
  usage: `npm run -s cost                shows docs/cost.md as it follows from prices, assumptions and what was measured
npm run cost -- --write   writes it
exits 0`,
  flags: { write: { type: 'boolean', default: false } },
  run: async ({ values: { write } }, { say }) => {
    const page = await currentCostPage();
    if (write) writeFileSync(path, page);
    else say(page.trimEnd());
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
