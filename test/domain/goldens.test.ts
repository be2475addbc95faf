import { describe, expect, test } from 'vitest';
import { regulated } from '../../shared/rules/catalogue.ts';
import { datesOf, previewed } from '../support/deadlines/deadlines.ts';
import { printDeadlines, rulesOfFacts } from '../support/deadlines/print-deadlines.ts';
import { deadlineCases } from './deadline-cases/index.ts';

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('the deadlines of each jurisdiction, printed with their reasons', () => {
  test('every jurisdiction with a rulebook has its cases', () => {
    expect(sorted(deadlineCases.keys())).toEqual(sorted(regulated.map(({ id }) => id)));
  });

  describe.each([...deadlineCases])('%s', (jurisdiction, cases) => {
    test('every deadline rule has a case under which something is due, and no case is of another rule', () => {
      const rules = rulesOfFacts(jurisdiction).map((rule) => rule.ruleId);
      const shown = cases.filter((one) => datesOf(jurisdiction, one).length > 0);
      expect(sorted(shown.map((one) => one.ruleId))).toEqual(sorted(rules));
      expect(sorted(cases.map((one) => one.ruleId))).toEqual(sorted(rules));
    });

    test('every duty says why: the clause and its basis first, then the steps of the computation', () => {
      for (const one of cases) {
        for (const { explanation, ruleId } of previewed(jurisdiction, one)) {
          expect(explanation[0]?.rule, one.shows).toBe(ruleId);
          expect(explanation[0]?.text, one.shows).toContain('。原文所依据：');
          expect(explanation.length, one.shows).toBeGreaterThan(2);
        }
      }
    });

    test('they are as recorded', async () => {
      await expect(printDeadlines(jurisdiction, cases)).toMatchFileSnapshot(
        `../golden/deadlines/${jurisdiction}.txt`,
      );
    });
  });
});
