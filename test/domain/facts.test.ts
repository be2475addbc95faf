import { describe, expect, test } from 'vitest';
import { contradictions, factTables } from '../../shared/domain/register/fact-tables.ts';
import { factReader, planSubjectOf } from '../../shared/domain/register/subject-facts.ts';
import { formatDay } from '../../shared/domain/time/day.ts';
import { formatInstant, instant } from '../../shared/domain/time/instant.ts';
import type { FactValue, FindingRecord } from '../../shared/records/records.ts';
import type { SubjectKind } from '../../shared/rules/schema.ts';

/** What counting reads in the facts of a subject, and which facts are taken at all. */

const facts: Readonly<Record<string, FactValue>> = {
  day: '2026-03-31',
  noDay: '2026-02-30',
  instant: '2026-09-30T16:20:00Z',
  words: '市水利局',
  empty: '',
  number: 9000,
  none: 0,
  flag: true,
  days: ['2026-04-20', '2026-02-30', '2026-09-01'],
  noDays: ['soon'],
  byYear: { '2026': 40, '2027': 0 },
};

const reader = factReader(facts, { day: instant('2026-03-31T16:00:00Z') });

describe('a fact is read as what it is, and as nothing else', () => {
  const all = [...Object.keys(facts), 'absent'];
  const readAs = <T>(read: (name: string) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      all.flatMap((name): [string, T][] => {
        const value = read(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );

  test('a text is any text', () => {
    expect(Object.keys(readAs(reader.text))).toEqual(['day', 'noDay', 'instant', 'words', 'empty']);
  });

  test('a day is one that exists', () => {
    expect(readAs((name) => formatted(reader.day(name)))).toEqual({ day: '2026-03-31' });
  });

  test('an instant has an offset', () => {
    const read = (name: string) => {
      const at = reader.instant(name);
      return at === undefined ? undefined : formatInstant(at);
    };
    expect(readAs(read)).toEqual({ instant: '2026-10-01T00:20:00+08:00' });
  });

  test('a number is a number, nought too', () => {
    expect(readAs(reader.number)).toEqual({ number: 9000, none: 0 });
  });

  test('a number of a year is that year’s', () => {
    expect(readAs((name) => reader.numberIn(name, 2026))).toEqual({ byYear: 40 });
    expect(readAs((name) => reader.numberIn(name, 2027))).toEqual({ byYear: 0 });
    expect(readAs((name) => reader.numberIn(name, 2028))).toEqual({});
  });

  test('of a list of days those that exist are read, in their order', () => {
    const lists = all.map((name) => [name, reader.days(name).map(formatDay)]);
    expect(lists.filter(([, days]) => days?.length !== 0)).toEqual([['days', ['2026-04-20', '2026-09-01']]]);
  });

  test('it was recorded on the day that the clock in Shanghai showed, where that was kept', () => {
    expect(readAs((name) => formatted(reader.recordedOn(name)))).toEqual({ day: '2026-04-01' });
  });
});

const formatted = (value: Parameters<typeof formatDay>[0] | undefined): string | undefined =>
  value === undefined ? undefined : formatDay(value);

describe('what planning knows of a subject', () => {
  const finding = (change: Partial<FindingRecord>): FindingRecord => ({
    id: 'a',
    inspectionId: 'i',
    regime: 'archives-security',
    on: '2026-09-01',
    rectifyBy: '2026-09-30',
    text: '无备份',
    ...change,
  });
  const subject = { kind: 'unit', traits: ['direct'], facts: {}, recorded: {} } as const;

  test('are its kind, its traits and the problems that checks found', () => {
    const known = planSubjectOf({
      ...subject,
      findings: [finding({}), finding({ id: 'b', on: '2026-09-02' })],
    });
    expect(known).toMatchObject({ kind: 'unit', traits: ['direct'] });
    expect(
      known.findings.map(({ on, rectifyBy, ...others }) => ({
        ...others,
        on: formatDay(on),
        rectifyBy: formatDay(rectifyBy),
      })),
    ).toEqual([
      { id: 'a', regime: 'archives-security', on: '2026-09-01', rectifyBy: '2026-09-30', text: '无备份' },
      { id: 'b', regime: 'archives-security', on: '2026-09-02', rectifyBy: '2026-09-30', text: '无备份' },
    ]);
  });

  test('of a subject that was never checked there are none', () => {
    expect(planSubjectOf(subject).findings).toEqual([]);
  });

  test.each([{ on: '2026-02-30' }, { rectifyBy: '' }])(
    'a problem without a day that exists (%j) puts no duty on anybody',
    (change) => {
      expect(
        planSubjectOf({ ...subject, findings: [finding(change), finding({ id: 'b' })] }).findings,
      ).toMatchObject([{ id: 'b' }]);
    },
  );
});

describe('facts that contradict each other', () => {
  test.each<[SubjectKind, string, string, string]>([
    ['project', 'startedOn', 'archivesAcceptedOn', 'subject.accepted-before-start'],
    ['project', 'startedOn', 'plannedCompletionAcceptanceOn', 'subject.completion-before-start'],
    ['case', 'occurredOn', 'discoveredOn', 'subject.discovered-before-occurred'],
    ['case', 'discoveredOn', 'filedOn', 'subject.filed-before-discovered'],
  ])('of a %s: %s comes before %s, or on the same day', (kind, first, second, code) => {
    const days = (a: string, b: string) => contradictions(kind, { [first]: a, [second]: b });
    expect(days('2026-09-01', '2026-09-02')).toEqual([]);
    expect(days('2026-09-01', '2026-09-01')).toEqual([]);
    expect(days('2026-09-01', '2026-08-31')).toEqual([
      { path: `facts.${second}`, code, params: { day: '2026-08-31', first: '2026-09-01' } },
    ]);
    expect(contradictions(kind, { [second]: '2026-08-31' })).toEqual([]);
    expect(contradictions(kind, { [first]: '2026-09-01' })).toEqual([]);
    expect(contradictions('unit', { [first]: '2026-09-01', [second]: '2026-08-31' })).toEqual([]);
  });

  test('are all named', () => {
    const facts = {
      startedOn: '2026-05-06',
      archivesAcceptedOn: '2026-05-05',
      plannedCompletionAcceptanceOn: '2026-04-30',
    };
    expect(contradictions('project', facts).map(({ path }) => path)).toEqual([
      'facts.archivesAcceptedOn',
      'facts.plannedCompletionAcceptanceOn',
    ]);
  });

  test('a fine is at most the statutory maximum', () => {
    const fine = (fine: number, fineMaximum?: number) => contradictions('case', { fine, fineMaximum });
    expect([fine(0, 10_000), fine(10_000, 10_000), fine(20_000)]).toEqual([[], [], []]);
    expect(fine(10_001, 10_000)).toEqual([
      { path: 'facts.fine', code: 'subject.fine-above-maximum', params: { fine: 10_001, maximum: 10_000 } },
    ]);
    expect(contradictions('case', { fineMaximum: 0 })).toEqual([]);
    expect(contradictions('unit', { fine: 10_001, fineMaximum: 10_000 })).toEqual([]);
  });
});

describe('the facts of a kind', () => {
  const taken = (kind: SubjectKind, facts: Readonly<Record<string, unknown>>): boolean =>
    factTables[kind].safeParse(facts).success;

  test.each<[SubjectKind, string, readonly unknown[], readonly unknown[]]>([
    [
      'project',
      'startedOn',
      ['1990-01-01', '2070-12-31'],
      ['1989-12-31', '2071-01-01', '2026-02-30', 20_260_101],
    ],
    ['project', 'acceptanceScore', [0, 100], [-1, 101, '75']],
    [
      'civil-defence-work',
      'builtOn',
      ['1900-01-01', '1975-06-30', '2026-01-01'],
      ['1899-12-31', '2071-01-01'],
    ],
    ['case', 'evidenceSecuredAt', ['2026-11-18T15:30:00+08:00'], ['2026-11-18T15:30:00', '2026-11-18']],
    ['case', 'fine', [0, 1e12], [-1, 1e12 + 1]],
    ['case', 'major', [true, false], ['true', 1]],
    ['case', 'office', ['archives', 'civil-defence'], ['finance']],
    ['government', 'heardOn', [[], ['2026-04-20']], ['2026-04-20', ['soon'], Array(201).fill('2026-04-20')]],
    ['archivist', 'classHours', [{ '2026': 40 }], [40, { '26': 40 }, { '2026': -1 }]],
  ])('a %s has %s: %j, but not %j', (kind, name, good, bad) => {
    expect(good.filter((value) => !taken(kind, { [name]: value }))).toEqual([]);
    expect(bad.filter((value) => taken(kind, { [name]: value }))).toEqual([]);
  });

  test('are those of its kind alone', () => {
    expect(taken('unit', {})).toBe(true);
    expect(taken('unit', { startedOn: '2026-05-06' })).toBe(false);
  });
});
