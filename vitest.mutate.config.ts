import { defineConfig } from 'vitest/config';

/** The quick tests: what decides a date or a recipient fails in these, within seconds. */
export default defineConfig({
  test: {
    include: ['test/{domain,rules,letters}/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
  },
});
