import type { Rule } from '../../rules/rule.ts';
import type { CheckForm } from '../../vocabulary/check-forms.ts';

/** What decides which papers can be made from the record of a check. */
export interface Recorded {
  readonly rechecked?: readonly unknown[] | undefined;
}

/** The papers that can be made from a record, by what it holds and by the forms that its regime names. */
export function checkFormsOf({ rechecked = [] }: Recorded, procedure: Rule['procedure']): CheckForm[] {
  const isPatrol = procedure?.forms?.some((form) => form.includes('巡查、回访记录')) === true;
  return [
    'record',
    ...(isPatrol ? (['patrol-record'] as const) : []),
    'opinion',
    ...(rechecked.length > 0 ? (['recheck-opinion'] as const) : []),
  ];
}
