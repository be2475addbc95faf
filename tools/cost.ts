import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { measuredCost } from './cost/measured.ts';
import { costPage } from './cost/page.ts';
import { readPrices } from './cost/prices.ts';

const path = fileURLToPath(new URL('../docs/cost.md', import.meta.url));
const measured = new URL('../docs/cost-measured.json', import.meta.url);

/** The page as it must stand in docs/cost.md. */
export async function currentCostPage(): Promise<string> {
  const page = costPage(measuredCost.parse(JSON.parse(readFileSync(measured, 'utf8'))), readPrices());
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** The page as it stands there. */
export const storedCostPage = (): string => readFileSync(path, 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = await currentCostPage();
  if (process.argv.includes('--write')) writeFileSync(path, page);
  else process.stdout.write(page);
}
