import { describe, expect, test } from 'vitest';
import { missingOf, type Standing } from '../../../shared/domain/escalations/missing.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import type { EscalationRecord } from '../../../shared/records/escalation.ts';
import { escalationOf } from '../../support/cases/escalation-record.ts';

/** An order against an organ, whose provision gives the power. */
const standing = (change: Partial<Standing> = {}): Standing => ({
  paper: 'order',
  nature: 'organ',
  powers: new Set(['order']),
  grounds: [],
  order: undefined,
  reportsAtOnce: false,
  ...change,
});

const lacks = (escalation: EscalationRecord, by: Standing): string[] =>
  missingOf(escalation, by).map(({ path, code }) => `${path} ${code}`);

describe('before approval is asked for', () => {
  test.each([
    ['正文', []],
    [' ', ['text escalation.no-text']],
    ['', ['text escalation.no-text']],
  ])('an order needs its text: %j', (text, expected) => {
    expect(lacks(escalationOf({ text }), standing())).toEqual(expected);
  });

  test('a text that was written for another paper is refused with both', () => {
    const [flaw] = missingOf(escalationOf(), standing({ paper: 'reminder-letter', nature: 'private' }));
    expect(flaw).toMatchObject({
      path: 'text',
      code: 'escalation.text-of-other-paper',
      params: { written: 'order', paper: 'reminder-letter' },
    });
  });

  test.each([
    ['organ', 'opinion'],
    ['private', 'reminder-letter'],
  ] as const)(
    'an order that no provision carries is refused, with what can be made against %s',
    (nature, instead) => {
      const flaws = missingOf(escalationOf(), standing({ nature, powers: new Set() }));
      expect(flaws).toMatchObject([
        { path: 'provisions', code: 'escalation.no-provision', params: { instead } },
      ]);
    },
  );

  test('a basis that an officer entered carries an order only with the legal officer’s word', () => {
    const legalBasis = '《某条例》第三十条';
    const none = standing({ powers: new Set() });
    expect(lacks(escalationOf({ legalBasis }), none)).toEqual(['provisions escalation.no-provision']);
    const legalReview = { by: '法制员', opinion: '同意' };
    expect(lacks(escalationOf({ legalBasis, legalReview }), none)).toEqual([]);
  });

  test.each<[Partial<EscalationRecord>, string[]]>([
    [{}, []],
    [{ refusal: undefined }, ['refusal escalation.no-refusal']],
    [{ legalBasis: ' ' }, ['legalBasis escalation.no-basis']],
    [{ legalBasis: undefined }, ['legalBasis escalation.no-basis']],
    [{ legalReview: undefined }, ['legalReview escalation.no-legal-review']],
  ])('a circulated criticism as a penalty with %j lacks %j', (change, expected) => {
    const criticism = escalationOf({
      step: 'circulated-criticism',
      paper: 'filing-proposal',
      form: 'penalty',
      refusal: {
        text: '逾期未改',
        by: { role: 'bureau-officer', sub: 'o' },
        at: instant('2026-09-17T12:00:00+08:00'),
      },
      legalBasis: '《某条例》第三十条',
      legalReview: { by: '法制员', opinion: '同意' },
      ...change,
    });
    const order = escalationOf({ id: 'order', status: 'served', rectifyUntil: '2026-09-16' });
    const awaited = 'order-to-rectify';
    const by = standing({ paper: 'filing-proposal', powers: new Set(), awaited, order });
    expect(lacks(criticism, by)).toEqual(expected);
    // Without the order that failed nothing follows.
    expect(lacks(criticism, { ...by, order: undefined })).toEqual(['order escalation.no-order', ...expected]);
  });
});
