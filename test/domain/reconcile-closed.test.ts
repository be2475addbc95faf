import { describe, expect, test } from 'vitest';
import { FACTS } from '../../shared/domain/actor.ts';
import { day } from '../../shared/domain/time/day.ts';
import { at } from '../../shared/domain/time/instant.ts';
import { DutyBook, lastEntry } from '../support/deadlines/duty-book.ts';
import { madeUp } from '../support/deadlines/made-up-year.ts';
import type { ObligationRecord } from '../../shared/records/obligation.ts';

const opening = 'key-project-archives/registration-after-start';
const yearly = 'key-project-archives/registration-yearly';
const application = 'key-project-archives/acceptance-application';
const filing = 'archives-cases/case-filing';
const formalities = 'archives-cases/evidence-formalities';
const hearing = 'policy-goals/annual-hearing';
const education = 'policy-goals/continuing-education';
const building = 'policy-goals/archive-building';
const assessment = 'archives-security/annual-assessment';

const project = (now = '2026-01-12T10:00:00+08:00'): DutyBook => {
  const book = new DutyBook('hongjiang', 'project', now);
  book.record({ startedOn: '2026-01-10' });
  return book;
};

const officer = { role: 'bureau-officer', sub: 'zhang' } as const;

const byHand = (how: 'fulfilled' | 'fulfilled-late' | 'waived', on: string): Partial<ObligationRecord> => ({
  closed: { how, on, at: at(day(on), 12), by: officer },
});

describe('a duty that was done', () => {
  test('was in time after all where its date is corrected to a later one', () => {
    const book = project().until('2026-07-15T10:00:00+08:00');
    book.edit(opening, byHand('fulfilled-late', '2026-07-15'));
    book.record({ startedOn: '2026-01-20' });
    expect(book.duty(opening)).toMatchObject({
      dueOn: '2026-07-20',
      closed: { how: 'fulfilled', on: '2026-07-15', by: officer },
    });
    expect(lastEntry(book.duty(opening))).toBe('到期日由2026-07-10改为2026-07-20');
  });

  test('was late where its date is corrected to an earlier one; nobody is told anything', () => {
    const book = project().until('2026-07-10T10:00:00+08:00');
    book.edit(opening, byHand('fulfilled', '2026-07-10'));
    const changes = book.record({ startedOn: '2026-01-05' });
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-07-06', closed: { how: 'fulfilled-late' } });
    expect(changes.find(({ record }) => record.ruleId === opening)?.schedule).toEqual([]);
    expect(book.plan()).toEqual([]);
  });

  test('on the very day from which it is late is late, the day before in time', () => {
    for (const [on, how] of [
      ['2026-07-20', 'fulfilled'],
      ['2026-07-21', 'fulfilled-late'],
    ] as const) {
      const book = project().until('2026-07-22T10:00:00+08:00');
      book.edit(opening, byHand('fulfilled', on));
      book.record({ startedOn: '2026-01-20' });
      expect(book.duty(opening).closed?.how, on).toBe(how);
    }
  });
});

describe('a duty that was done or waived', () => {
  test.each([
    ['2026-11-21', '2026-11-18T12:00:00+08:00', 'fulfilled-late'],
    ['2026-11-19', '2026-11-18T12:00:00+08:00', 'fulfilled-late'],
    ['2026-11-19', '2026-11-19T12:00:00+08:00', 'fulfilled'],
  ] as const)('by the hour, late on %s, and secured at %s after all, is %s', (on, evidenceSecuredAt, how) => {
    const book = new DutyBook('baixiang', 'case', '2026-11-18T10:05:00+08:00');
    book.record({ office: 'archives', evidenceSecuredAt: '2026-11-18T10:00:00+08:00' });
    book.until('2026-11-23T10:00:00+08:00');
    book.edit(formalities, byHand('fulfilled-late', on));
    book.record({ evidenceSecuredAt });
    expect(book.duty(formalities).closed).toMatchObject({ how, on });
  });

  test('is judged anew where an entered year moves the day from which it was late', () => {
    const book = new DutyBook('hongjiang', 'bureau', '2027-01-05T10:00:00+08:00', {
      trackFrom: '2027-01-01',
    });
    book.record({ office: 'archives' });
    book.until('2027-02-02T10:00:00+08:00');
    book.edit(assessment, byHand('fulfilled-late', '2027-02-02'), '2026');
    book.enter(madeUp(2027, ['2027-02-01'], []));
    expect(book.duty(assessment, '2026')).toMatchObject({
      dueOn: '2027-01-31',
      closed: { how: 'fulfilled' },
    });
    expect(book.duty(assessment, '2026').provisional).toBe(false);
    expect(book.plan()).toEqual([]);
  });

  test('keeps what a person decided: a waiver stays a waiver', () => {
    const book = project().until('2026-06-20T10:00:00+08:00');
    book.edit(opening, byHand('waived', '2026-06-20'));
    const before = book.duty(opening);
    book.record({ startedOn: '2026-03-10' });
    expect(book.duty(opening)).toEqual(before);
  });
});

describe('facts that say that a duty is met', () => {
  const caseBook = (now: string): DutyBook => {
    const book = new DutyBook('baixiang', 'case', '2026-09-28T10:00:00+08:00');
    book.record({ office: 'archives', discoveredOn: '2026-09-28' });
    return book.until(now);
  };

  test.each([
    ['2026-10-08', 'fulfilled'],
    ['2026-10-09', 'fulfilled-late'],
  ])('a case filed on %s is %s', (filedOn, how) => {
    const book = caseBook('2026-10-12T10:00:00+08:00');
    book.record({ filedOn });
    expect(book.duty(filing).closed).toMatchObject({ how, on: filedOn, by: FACTS });
    expect(book.plan()).toEqual([]);
  });

  test('entered with the rest they close the duty from the start, and nothing is to be done', () => {
    const book = new DutyBook('baixiang', 'case', '2026-11-02T10:00:00+08:00');
    const changes = book.record({ office: 'archives', discoveredOn: '2026-09-28', filedOn: '2026-09-29' });
    expect(changes.map(({ schedule }) => schedule)).toEqual([[]]);
    expect(book.duty(filing)).toMatchObject({
      pursuit: 'active',
      closed: { how: 'fulfilled', on: '2026-09-29' },
    });
  });

  test('a hearing meets the year in which it was held, and that year alone', () => {
    const book = new DutyBook('liaoning', 'government', '2026-05-06T10:00:00+08:00');
    book.record({ level: 'county', heardOn: ['2026-04-20'] });
    expect(book.duty(hearing, '2026').closed).toMatchObject({ how: 'fulfilled', on: '2026-04-20' });
    expect(book.duty(hearing, '2027').closed).toBeUndefined();
  });

  test.each([
    [39.5, undefined],
    [40, 'fulfilled'],
    [61, 'fulfilled'],
  ])('%d class hours leave the year %s', (hours, how) => {
    const book = new DutyBook('liaoning', 'archivist', '2026-05-06T10:00:00+08:00');
    book.record({ classHours: { '2026': hours, '2027': 12 } });
    expect(book.duty(education, '2026').closed?.how).toBe(how);
    expect(book.duty(education, '2027').closed).toBeUndefined();
  });

  test.each([
    ['city', 9_999, undefined],
    ['city', 10_000, 'fulfilled'],
    ['county', 4_999, undefined],
    ['county', 5_000, 'fulfilled'],
  ])('an archive of a %s with %d m² is %s', (level, archiveFloorArea, how) => {
    const book = new DutyBook('liaoning', 'government', '2026-05-06T10:00:00+08:00');
    const changes = book.record({ level, archiveFloorArea });
    const duty = book.duty(building);
    expect(duty).toMatchObject({ dueOn: '2020-12-31', pursuit: 'none' });
    expect(duty.closed?.how).toBe(how);
    expect(changes.flatMap(({ schedule }) => schedule).filter(({ at: when }) => when < book.now)).toEqual([]);
    expect(book.pending(building)).toEqual([]);
  });
});

describe('a duty that the facts no longer give', () => {
  test('ends; whoever was told of it hears so once', () => {
    const book = project().until('2026-06-20T10:00:00+08:00');
    const changes = book.record({ startedOn: undefined });
    expect(book.duty(opening)).toMatchObject({
      closed: { how: 'superseded', on: '2026-06-20' },
      dueOn: '2026-07-10',
    });
    expect(book.pending(opening)).toEqual(['2026-06-22 09:00 correction:ended']);
    expect(changes.find(({ record }) => record.ruleId === opening)?.schedule).toHaveLength(1);
    expect(book.plan()).toEqual([]);
  });

  test('ends in silence where nobody was told', () => {
    const book = project();
    book.record({ startedOn: undefined });
    expect([...book.duties.values()].map(({ closed }) => closed?.how)).toEqual([
      'superseded',
      'superseded',
      'superseded',
    ]);
    expect([...book.duties.values()].flatMap(({ steps }) => steps)).toEqual([]);
  });

  test('that was done stays done', () => {
    const book = project().until('2026-06-20T10:00:00+08:00');
    book.edit(opening, byHand('fulfilled', '2026-06-18'));
    book.record({ startedOn: undefined });
    expect(book.duty(opening).closed?.how).toBe('fulfilled');
  });
});

describe('a duty that ended', () => {
  test('comes back with the facts, from now on, and nobody hears any more that it ended', () => {
    const book = project().until('2026-06-20T10:00:00+08:00');
    book.record({ startedOn: undefined });
    book.record({ startedOn: '2026-01-10' });
    expect(book.duty(opening)).toMatchObject({ closed: undefined, pursuit: 'active', dueOn: '2026-07-10' });
    expect(book.pending(opening)).toEqual([
      '2026-06-22 09:00 reminder:entry',
      '2026-07-03 09:00 reminder:7',
      '2026-07-09 09:00 reminder:1',
      '2026-07-13 09:00 draft:order-to-rectify',
      '2026-07-13 09:00 overdue',
    ]);
    expect(lastEntry(book.duty(opening))).toBe('重新适用，到期日2026-07-10');
    expect(book.plan()).toEqual([]);
  });

  test('comes back unconfirmed where it is late by then', () => {
    const book = project().until('2026-06-20T10:00:00+08:00');
    book.record({ startedOn: undefined });
    const changes = book.until('2026-08-03T10:00:00+08:00').record({ startedOn: '2026-01-10' });
    expect(book.duty(opening)).toMatchObject({ closed: undefined, pursuit: 'unconfirmed' });
    expect(changes.find(({ record }) => record.ruleId === opening)).toMatchObject({
      schedule: [],
    });
  });

  test('by the acceptance of the archives is the yearly form after that day', () => {
    const book = project().until('2026-12-15T10:00:00+08:00');
    book.edit(opening, byHand('fulfilled', '2026-07-01'));
    book.record({ archivesAcceptedOn: '2026-12-11' });
    expect(book.duty(yearly, '2026').closed?.how).toBe('superseded');
    expect(book.duty('key-project-archives/registration-after-acceptance')).toMatchObject({
      dueOn: '2027-03-11',
    });
  });

  test('ends with the subject that is retired', () => {
    const book = project();
    book.retire('2026-02-02');
    expect(new Set([...book.duties.values()].map(({ closed }) => closed?.how))).toEqual(
      new Set(['superseded']),
    );
  });

  test('may be one among several of a project: the others stay', () => {
    const book = project();
    book.record({ plannedCompletionAcceptanceOn: '2026-11-03' });
    book.record({ plannedCompletionAcceptanceOn: undefined });
    expect(book.duty(application).closed?.how).toBe('superseded');
    expect(book.duty(opening).closed).toBeUndefined();
  });
});
