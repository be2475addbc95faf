import type { Rule } from '../../api/contract.ts';
import { useRules } from '../../api/use-names.ts';

/** The rules with units that can be drawn: quotas and caps of checks. */
export function useDrawRules(): readonly Rule[] {
  return [...useRules().values()].filter(({ quota }) => quota !== undefined && quota.form !== 'range');
}
