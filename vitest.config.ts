import { defineConfig } from 'vitest/config';

const inFolders = (...folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

const browser = inFolders('browser');
/** Whole months and years, and stories repeated for every point at which a process may end. */
const endurance = [
  ...inFolders('assembly', 'simulation'),
  'test/escalation/{every-wait,model,case-model}.test.ts',
];
/** Files that need much memory, start other processes, or choose an engine for their process. */
const heavy = inFolders('imports', 'infra', 'journeys', 'local', 'operations', 'rendered', 'store');

const common = {
  hookTimeout: 300_000,
  pool: 'forks',
  // Three, even on machines with two cores, because tests wait for browsers and servers.
  maxWorkers: 3,
} as const;
// Files begin in the order of their projects’ names. The files of `light` end soon and fill the cores at the
// end.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          testTimeout: 600_000,
          name: 'browser',
          include: browser,
          globalSetup: 'test/support/product/browser-setup.ts',
        },
      },
      { test: { ...common, testTimeout: 900_000, name: 'endurance', include: endurance } },
      { test: { ...common, testTimeout: 300_000, name: 'heavy', include: heavy } },
      // A process keeps its loaded modules from one file to the next, so every file must end what it began.
      {
        test: {
          ...common,
          testTimeout: 60_000,
          name: 'light',
          include: ['test/**/*.test.ts'],
          exclude: [...browser, ...endurance, ...heavy],
          isolate: false,
        },
      },
    ],
    maxWorkers: common.maxWorkers,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'test/results.json' },
  },
});
