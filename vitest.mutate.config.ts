import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';
import { keptThread } from './tools/kept-thread.js';

/** They take seconds each, and run only when no quicker test has failed. */
const slow = [
  'quota/plan.test.ts',
  'domain/day.test.ts',
  'domain/instant.test.ts',
  'domain/calendar.test.ts',
  'domain/goldens.test.ts',
  'quota/properties.test.ts',
  'rules/one-mutation-each.test.ts',
  'letters/recipients.test.ts',
];

const rank = (file: string): number => slow.findIndex((name) => file.endsWith(name));

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rank(a.moduleId) - rank(b.moduleId)));
  }
}

/** The quick tests: a fault in a date or a recipient fails in them within seconds. */
export default defineConfig({
  plugins: [
    {
      name: 'kept-thread',
      // Stryker sets the pool itself, and knows only vitest’s own pools.
      configureVitest: ({ project }) => {
        Object.assign(project.config, { pool: keptThread.name, poolRunner: keptThread });
      },
    },
  ],
  test: {
    include: ['test/{domain,rules,letters}/**/*.test.ts'],
    // Thousands of drawn examples, cryptography, a table of holidays: too slow for every mutant.
    exclude: [
      'test/domain/properties.test.ts',
      'test/domain/reconcile-properties.test.ts',
      'test/domain/every-rule.test.ts',
      'test/domain/statutory-holidays.test.ts',
      'test/domain/draw/**',
    ],
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
});
