import { defineConfig } from 'vitest/config';

const all = 'test/**/*.test.ts';
/** Files that live long and fill the memory: each has a process of its own. */
const heavy = ['simulation', 'browser', 'imports', 'local', 'operations'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

const common = {
  testTimeout: 900_000,
  hookTimeout: 300_000,
  pool: 'forks',
  // Three on machines with two cores: browsers and servers are waited for.
  maxWorkers: 3,
} as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'heavy', include: heavy } },
      // A process keeps what it has loaded from one file to the next: every file ends what it began.
      { test: { ...common, name: 'light', include: [all], exclude: heavy, isolate: false } },
    ],
    maxWorkers: common.maxWorkers,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'test/results.json' },
  },
});
