import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { measuredCost } from './cost/measured.ts';
import { linesOf, scalePage } from './scale/page.ts';

const path = fileURLToPath(new URL('../docs/scale.md', import.meta.url));
const measuredFile = new URL('../docs/cost-measured.json', import.meta.url);
const measured = () => measuredCost.parse(JSON.parse(readFileSync(measuredFile, 'utf8')));

/** The expected content of docs/scale.md. */
export async function currentScalePage(): Promise<string> {
  return format(scalePage(measured()), { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** The stored content of the page. */
export const storedScalePage = (): string => readFileSync(path, 'utf8');

export const main = tool({
  usage: `npm run -s scale -- --bureaus N [--subjects N] [--rate N] [--day N]
                            shows what a morning, a new year and the regular looks of a stage take;
                            !: a limit that is passed, with its remedy
npm run scale -- --write    writes docs/scale.md
exits 0, 1 where a number is none`,
  flags: {
    write: { type: 'boolean', default: false },
    bureaus: { type: 'string', default: '100' },
    subjects: { type: 'string', default: '100' },
    rate: { type: 'string', default: '14' },
    day: { type: 'string', default: '50000' },
  },
  run: async ({ values: { write, bureaus, subjects, rate, day } }, { say }) => {
    if (write) {
      writeFileSync(path, await currentScalePage());
      return 0;
    }
    const numbers = { bureaus, subjects, rate, day };
    for (const [name, text] of Object.entries(numbers))
      if (!(Number(text) > 0)) {
        say(`--${name} ${text}: write a number above 0`);
        return 1;
      }
    const limits = { perSecond: Number(rate), perDay: Number(day) };
    const stage = { bureaus: Number(bureaus), subjects: Number(subjects), limits };
    for (const line of linesOf(measured(), stage)) say(line);
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
