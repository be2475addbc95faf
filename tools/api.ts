import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApi } from '../functions/api/openapi/document.ts';
import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';

const types = 'web/src/api/schema.ts';

/** Everything in the description that would confuse a reader, by Redocly’s strictest rules. */
async function lint({ say, complain }: Terminal): Promise<number> {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig({
    extends: ['recommended-strict'],
    // The product has no licence to link to.
    rules: { 'info-license-strict': 'off' },
  });
  const found = await lintFromString({ source: JSON.stringify(openApi('0')), config });
  for (const { ruleId, message, location } of found)
    complain(`${ruleId} at ${location[0]?.pointer ?? '#'}: ${message}`);
  if (found.length > 0) return 1;
  say('Nothing is wrong with the description of the API.');
  return 0;
}

async function build({ say }: Terminal): Promise<number> {
  const { typesOfApi } = await import('./api/types.ts');
  writeFileSync(fileURLToPath(new URL(`../${types}`, import.meta.url)), await typesOfApi());
  say(`${types} is written.`);
  return 0;
}

export const main = tool({
  usage: `npm run api:lint    says what is wrong with the description of the API
npm run api:build   writes ${types} from it, the console’s types
exits 0 where nothing is wrong, 1 otherwise`,
  flags: { build: { type: 'boolean', default: false } },
  run: ({ values }, terminal) => (values.build ? build(terminal) : lint(terminal)),
});

await runAtTerminal(import.meta.url, main);
