import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    // A process keeps what it has loaded from one file to the next: every file ends what it began.
    pool: 'forks',
    isolate: false,
    // Three on machines with two cores: browsers and servers are waited for.
    maxWorkers: 3,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'test/results.json' },
  },
});
