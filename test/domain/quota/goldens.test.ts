import { describe, expect, test } from 'vitest';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { regulated, rulebookOf } from '../../../shared/rules/catalogue.ts';
import { printQuotas, town } from '../../support/quotas/print-quotas.ts';
import { quotaInput } from '../../support/quotas/quota-input.ts';

describe.each(regulated.map(({ id }) => id))('the quotas of %s', (jurisdiction) => {
  test('are as recorded, at the edges of their periods, with their reasons', async () => {
    await expect(printQuotas(jurisdiction)).toMatchFileSnapshot(`../../golden/quotas/${jurisdiction}.txt`);
  });

  test('every quota rule is shown, with its clause', () => {
    const quotas = quotasOn(quotaInput(jurisdiction, '2026-12-31', { subjects: town }));
    for (const rule of rulebookOf(jurisdiction).rules.filter(({ quota }) => quota !== undefined)) {
      const shown = quotas.filter(({ ruleId }) => ruleId === rule.ruleId);
      expect(shown.length, rule.ruleId).toBeGreaterThan(0);
      for (const { explanation } of shown) expect(explanation).toContain(rule.cite);
    }
  });
});
