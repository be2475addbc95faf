import { describe, expect, test } from 'vitest';
import { formatDay } from '../../shared/domain/time/day.ts';
import { formatInstant } from '../../shared/domain/time/instant.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import { due, dutiesOf, type Asked } from '../support/deadlines/due-lines.ts';
import { offices } from '../support/deadlines/examples.ts';
import { version } from '../support/deadlines/rule-versions.ts';

/** The 24 hours after evidence was secured, nights and holidays included. */

const secured = (office: string, at: string): Asked => ({
  kind: 'case',
  facts: { office, evidenceSecuredAt: at },
  from: '2026-01-01',
  to: '2027-12-31',
});

describe.each(offices)('of the office %s', (office, regime) => {
  const ruleId = `${regime}/evidence-formalities`;
  const rule = ruleOf('baixiang', ruleId);

  test.each([
    // The eve of the National Day: the seven days off are no reason to wait.
    ['2026-09-30T16:20:00+08:00', '2026-09-30', '2026-10-01T16:20:00+08:00', '2026-09-30'],
    // Inside the Spring Festival of 2026, after the worked Saturday 14 February.
    ['2026-02-16T09:00:00+08:00', '2026-02-16', '2026-02-17T09:00:00+08:00', '2026-02-14'],
    // Late on 31 December in Greenwich is the morning of 1 January in Shanghai.
    ['2026-12-31T20:00:00Z', '2027-01-01', '2027-01-02T04:00:00+08:00', '2026-12-31'],
  ])('secured at %s: owed since %s, late from %s, to do by %s', (at, since, late, actBy) => {
    const found = dutiesOf('baixiang', [rule], secured(office, at));
    expect(
      found.map(({ key, arisesOn, dates }) => [
        key,
        formatDay(arisesOn),
        formatInstant(dates.overdueFrom),
        formatDay(dates.actBy),
      ]),
    ).toEqual([['', since, late, actBy]]);
  });

  test('the reasons name both instants', () => {
    const [duty] = dutiesOf('baixiang', [rule], secured(office, '2026-11-18T15:30:00+08:00'));
    expect(duty?.steps.map(({ text }) => text)).toEqual([
      '自2026年11月18日15时30分起连续计算，昼夜和休息日均计入。',
      '24小时届满为2026年11月19日15时30分，不顺延；届满时未办理的，为逾期。',
    ]);
  });

  test.each([['no day'], ['2026-11-18'], ['2026-11-18T15:30:00']])(
    'without an instant (%s) nothing is owed, and nothing stops the other duties',
    (at) => {
      expect(due('baixiang', [rule], secured(office, at))).toEqual([]);
    },
  );

  test('a rule that begins on a day asks for what was secured from midnight in Shanghai on', () => {
    const later = version('baixiang', ruleId, { from: '2026-07-01' });
    const found = (at: string) => due('baixiang', [later], secured(office, at));
    expect(found('2026-06-30T15:59:59Z')).toEqual([]);
    expect(found('2026-06-30T16:00:00Z')).toEqual(['2026-07-02, since 2026-07-01']);
  });
});
