import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { day, formatDay } from '../../shared/domain/time/day.ts';
import { findingIdOf, shortFinding } from '../../shared/domain/checks/finding.ts';
import { occurrencesOf } from '../../shared/domain/duties/occurrences.ts';
import { planSubjectOf } from '../../shared/domain/register/subject-facts.ts';
import type { FindingRecord } from '../../shared/records/records.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';

const finding = (id: string, rectifyBy: string, regime = 'electronic-archives'): FindingRecord => ({
  id,
  inspectionId: 'i',
  regime,
  on: '2026-09-01',
  rectifyBy,
  text: '无备份',
});

const dutiesOf = (findings: FindingRecord[], kind: 'unit' | 'equipment' = 'unit') =>
  occurrencesOf(
    ruleOf('hongjiang', 'electronic-archives/rectification'),
    planSubjectOf({ kind, traits: [], facts: {}, recorded: {}, findings }),
    {
      calendar: createCalendar([]),
      choices: { figures: {}, readings: {} },
      explain: true,
      window: {
        from: day('2026-01-01'),
        to: day('2026-12-31'),
        onceTo: day('2070-12-31'),
        yearlyFrom: day('2026-01-01'),
      },
      recordedOn: day('2026-09-01'),
      versionsOf: () => [],
    },
  );

describe('the duty to put right what a check found', () => {
  test('is due on the very day that the record names; on a rest day something is to be done before', () => {
    const [one] = dutiesOf([finding('a', '2026-10-03')]);
    expect(one && formatDay(one.dates.dueOn)).toBe('2026-10-03');
    expect(one && formatDay(one.dates.actBy)).toBe('2026-09-30');
    expect(one).toMatchObject({
      key: 'a',
      period: undefined,
      title: '整改2026年9月1日检查发现的问题：无备份',
    });
    expect(one?.steps.map(({ rule, text }) => `${rule}：${text}`)[0]).toBe(
      '检查记录：2026年9月1日的检查记录要求于2026年10月3日前整改：无备份',
    );
  });

  test('comes for each problem of the regime, the earliest first, however far ahead', () => {
    const all = [finding('c', '2031-01-10'), finding('b', '2026-10-03'), finding('a', '2026-10-03')];
    const others = [finding('d', '2026-10-03', 'archives-security')];
    expect(dutiesOf([...all, ...others]).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(dutiesOf([])).toEqual([]);
  });

  test('is owed by whatever the regime checked', () => {
    expect(dutiesOf([finding('a', '2026-10-03')], 'equipment')).toHaveLength(1);
  });

  test('is the same while the words are the same', () => {
    expect(findingIdOf('i', 's', '无备份')).toBe(findingIdOf('i', 's', '无备份'));
    expect(
      new Set([findingIdOf('i', 's', 'a'), findingIdOf('i', 's', 'b'), findingIdOf('j', 's', 'a')]).size,
    ).toBe(3);
  });

  test('names long words shortened, on one line', () => {
    expect(shortFinding(' 无\n 备份 ')).toBe('无 备份');
    expect(shortFinding('长'.repeat(200))).toBe('长'.repeat(200));
    expect(shortFinding('长'.repeat(201))).toBe(`${'长'.repeat(199)}…`);
  });
});
