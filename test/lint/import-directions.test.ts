import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';

/** Imports point one way; each line here is a step in a forbidden direction, or an allowed one. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const forbidden: readonly (readonly [file: string, imported: string])[] = [
  ['shared/domain/time/day.ts', '@aws-sdk/client-dynamodb'],
  ['shared/usecases/duties/plan.ts', '@aws-sdk/util-dynamodb'],
  ['shared/usecases/duties/plan.ts', '@middy/core'],
  ['shared/usecases/duties/plan.ts', 'node:fs'],
  ['shared/usecases/duties/plan.ts', 'node:sqlite'],
  ['local/server.ts', 'dynalite'],
  ['shared/usecases/duties/plan.ts', '../../functions/api.ts'],
  ['shared/usecases/duties/plan.ts', '../../local/sqlite/engine.ts'],
  ['shared/domain/time/dates.ts', '../usecases/plan.ts'],
  ['shared/letters/duty.ts', '../usecases/plan.ts'],
  ['shared/rules/rule.ts', '../ports.ts'],
  ['functions/api.ts', '../local/sqlite/engine.ts'],
  ['functions/api.ts', '../infra/app.ts'],
  ['functions/adapters/dynamo.ts', 'dynalite'],
  ['local/server.ts', '../infra/app.ts'],
];

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['shared/usecases/duties/plan.ts', '../domain/day.ts'],
  ['functions/api.ts', '../shared/usecases/deps.ts'],
  ['functions/adapters/dynamo.ts', '@aws-sdk/util-dynamodb'],
  ['local/server.ts', '../functions/api.ts'],
];

let eslint: ESLint;

async function refusals(file: string, imported: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: `${root}${file}` });
  return (result?.messages ?? [])
    .filter((message) => message.ruleId === 'no-restricted-imports')
    .map(({ message }) => message);
}

describe('the lint rule for import directions', () => {
  beforeAll(() => {
    // None of these rules asks for types, which take long to make.
    eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
  });

  test.each(forbidden)('%s may not import %s', async (file, imported) => {
    expect(await refusals(file, imported)).toHaveLength(1);
  });

  test.each(allowed)('%s may import %s', async (file, imported) => {
    expect(await refusals(file, imported)).toEqual([]);
  });

  test('the clock and chance are passed in, never picked up', async () => {
    const [result] = await eslint.lintText('export const now = Date.now() + Math.random();\n', {
      filePath: `${root}shared/usecases/duties/plan.ts`,
    });
    const rules = (result?.messages ?? []).map((message) => message.ruleId);
    expect(rules.filter((rule) => rule === 'no-restricted-syntax')).toHaveLength(2);
  });

  test.each([
    ["call('POST /v1/jurisdictions/{j}/subjects', { body });", 1],
    ["call('DELETE /v1/jurisdictions/{j}/feeds/{id}', {});", 1],
    ["fetch('/v1/jurisdictions', { method: 'POST' });", 1],
    ['useMutation({ mutationFn });', 1],
    ["call('GET /config.json', {});", 0],
    ["call('POST /local/token', { body });", 0],
  ])('in the console %s meets %i refusals: an act goes through useAct', async (code, count) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}web/src/pages/today/page.tsx` });
    const rules = (result?.messages ?? []).map((message) => message.ruleId);
    expect(rules.filter((rule) => rule === 'no-restricted-syntax')).toHaveLength(count);
  });
});
