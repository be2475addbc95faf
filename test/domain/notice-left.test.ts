import { describe, expect, test } from 'vitest';
import { hasLeft, isDoubtful, mayHaveLeft, noticeStates } from '../../shared/domain/notices/state.ts';

/** Whether a notice left, or may have: what may have left is told of no other date in silence, and not sent twice. */

describe('a notice', () => {
  test('has left once a provider took it and did not give it back', () => {
    expect(noticeStates.filter(hasLeft)).toEqual(['sent', 'delivered', 'complained']);
  });

  test('may have left by its state', () => {
    const may = noticeStates.filter((status) => mayHaveLeft({ status, attempts: [] }));
    expect(may.sort()).toEqual(['bounced', 'complained', 'delivered', 'sent', 'unknown']);
  });

  test.each([
    ['accepted', true],
    ['unknown', true],
    ['unknown: the connection broke', true],
    ['accepted: later', false],
    ['failed: no such host', false],
    ['failed: unknown', false],
    ['', false],
  ])('that waits after a try of which is said %j may have left: %s', (outcome, may) => {
    expect(isDoubtful(outcome)).toBe(may);
    expect(mayHaveLeft({ status: 'queued', attempts: [{ outcome: 'failed: busy' }, { outcome }] })).toBe(may);
  });

  test('may be leaving while somebody has claimed it', () => {
    expect(mayHaveLeft({ status: 'queued', attempts: [], claim: {} })).toBe(true);
    expect(mayHaveLeft({ status: 'queued', attempts: [] })).toBe(false);
  });
});
