import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

test('what an old Node loads at once is what tells its user so, and nothing that it cannot load', () => {
  const loaded = [...textOf('local/main.ts').matchAll(/^import\s.*'(.+)';$/gm)].map(([, from]) => from);
  expect(loaded).toEqual(['./runtime.mjs']);
  expect(textOf('local/runtime.mjs')).not.toMatch(/^import\s/m);
});
