import type { Quota } from '../../api/contract.ts';
import type { Words } from '../../i18n/zh/zh.ts';

/** Quotas in words. The figures come from the server; nothing is computed here. */

export const quotaTones = {
  met: 'success',
  'on-track': 'processing',
  'at-risk': 'warning',
  missed: 'error',
  exceeded: 'error',
  conflict: 'warning',
  'not-applicable': 'default',
} as const;

/** 0 / 3 次 · 1 / 2 家: how much is done of each thing that is required. */
export function progressOf({ required, done }: Quota, words: Words): { text: string; percent: number } {
  const { checks, targets, direct } = required;
  const pairs = [
    [checks, done.checks, words.today.checksOf],
    [targets?.min, done.targets, words.today.targetsOf],
    [direct, done.direct ?? 0, words.today.directOf],
  ] as const;
  const asked = pairs.filter(([wanted]) => wanted !== undefined && wanted > 0);
  if (asked.length === 0) {
    const most = targets?.max;
    return { text: most === undefined ? '' : words.today.atMost(done.targets, most), percent: 100 };
  }
  const shares = asked.map(([wanted = 1, reached]) => Math.min(1, reached / wanted));
  return {
    text: asked.map(([wanted = 0, reached, say]) => say(reached, wanted)).join(' · '),
    percent: Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100),
  };
}

/** 3次，每次不少于2家 */
export function requiredText(required: Quota['required'], words: Words): string {
  const text = words.checks.quotas;
  const { checks, targetsPerCheck, targets, direct, amount } = required;
  const parts = [
    checks === undefined ? '' : text.checks(checks),
    targetsPerCheck === undefined ? '' : text.perCheck(targetsPerCheck),
    targets?.min === undefined ? '' : text.targetsMin(targets.min),
    targets?.max === undefined ? '' : text.targetsMax(targets.max),
    direct === undefined ? '' : text.direct(direct),
    amount ? text.amount(amount.volumes, amount.min, amount.max) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? text.noFigure : parts.join(words.checks.comma);
}

export function doneText({ checks, targets, direct }: Quota['done'], words: Words): string {
  const text = words.checks.quotas;
  return [
    text.checks(checks),
    text.targets(targets),
    ...(direct === undefined ? [] : [text.direct(direct)]),
  ].join(words.checks.comma);
}

/** Empty when nothing is left to do. */
export function owedText({ checks = 0, targets = 0, direct = 0 }: Quota['remaining'], words: Words): string {
  const text = words.checks.quotas;
  return [
    checks > 0 ? text.checks(checks) : '',
    targets > 0 ? text.targets(targets) : '',
    direct > 0 ? text.direct(direct) : '',
  ]
    .filter((part) => part !== '')
    .join(words.checks.comma);
}

/** A cap: the remainder is allowed, not required. */
export const isCap = ({ required }: Quota): boolean =>
  required.checks === undefined &&
  required.targets?.max !== undefined &&
  (required.targets.min ?? 0) === 0 &&
  required.direct === undefined;

/** Whether something is left to do for it. */
export const isOwed = (quota: Quota): boolean =>
  !isCap(quota) && !['met', 'not-applicable', 'exceeded'].includes(quota.status);
