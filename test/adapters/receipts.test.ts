import { expect, test } from 'vitest';
import { createReceipts } from '../../functions/receipts.ts';
import { receiptsOf } from '../../functions/adapters/receipts.ts';
import { createDeps } from '../../functions/lambda/parts.ts';
import { mailEvents } from '../support/bureaus/receipt-events.ts';

const AT = '2026-03-02T03:00:00.000Z';
const ofSes = (tags: object): object => ({
  source: 'aws.ses',
  detail: {
    eventType: 'Bounce',
    mail: { timestamp: AT, tags },
    bounce: { bounceType: 'Permanent', bouncedRecipients: [], timestamp: AT },
  },
});

/** What other mails and messages of the same account report: a test of the console, an invitation. */
const foreign = [
  ['a mail without the tags of a notice', ofSes({ 'ses:configuration-set': ['archive-duty-prod'] })],
  [
    'a mail without any tags',
    { source: 'aws.ses', detail: { eventType: 'Delivery', mail: { timestamp: AT } } },
  ],
  ['an SMS without a context', { eventType: 'TEXT_DELIVERED', eventTimestamp: 1 }],
  [
    'an SMS with the context of others',
    { eventType: 'TEXT_SENT', eventTimestamp: 1, context: { from: 'x' } },
  ],
] as const;

test.each(foreign)('%s is told once and dropped: it does not come again', async (_what, message) => {
  expect(receiptsOf(message)).toBe('foreign');
  const logged: unknown[] = [];
  const receipts = createReceipts({
    ...createDeps({ TABLE_NAME: 'table' }),
    log: (level, code) => logged.push([level, code]),
  });
  const record = { messageId: 'm', messageAttributes: {}, body: JSON.stringify(message) };
  const answer: unknown = await Reflect.apply(receipts, undefined, [{ Records: [record] }, {}]);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(logged).toEqual([['info', 'RECEIPT_FOREIGN']]);
});

test('a receipt of ours whose shape is unknown is not dropped: it becomes a dead letter', () => {
  expect(() => receiptsOf(ofSes({ 'notice-id': ['n'] }))).toThrow();
  expect(() => receiptsOf({ some: 'thing' })).toThrow();
});

test('a receipt of ours is read', () => {
  expect(receiptsOf(mailEvents.bounced('n-1'))).toMatchObject([{ noticeId: 'n-1', outcome: 'bounced' }]);
});
