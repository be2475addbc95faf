import { defineConfig } from 'vitest/config';

const all = 'test/**/*.test.ts';
const filesIn = (folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);
const browser = filesIn(['browser']);
/** Files that live long and fill the memory, or start others: each has a process of its own. */
const heavy = filesIn(['simulation', 'imports', 'local', 'operations']);

const common = {
  hookTimeout: 120_000,
  pool: 'forks',
  // Three on machines with two cores: browsers and servers are waited for.
  maxWorkers: 3,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'browser',
          include: browser,
          globalSetup: 'test/support/product/browser-setup.ts',
          testTimeout: 300_000,
        },
      },
      { test: { ...common, name: 'heavy', include: heavy, testTimeout: 120_000 } },
      // A process keeps what it has loaded from one file to the next: every file ends what it began.
      {
        test: {
          ...common,
          name: 'light',
          include: [all],
          exclude: [...browser, ...heavy],
          isolate: false,
          testTimeout: 30_000,
        },
      },
    ],
    maxWorkers: common.maxWorkers,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'test/results.json' },
  },
});
