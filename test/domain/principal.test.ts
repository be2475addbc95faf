import { describe, expect, test } from 'vitest';
import {
  belongsTo,
  officeOf,
  principalSchema,
  seesDuty,
  seesJurisdiction,
  seesOffice,
  seesSubject,
  standsBelow,
  type Principal,
  type Seen,
} from '../../shared/domain/principal.ts';

/** Who sees what: a jurisdiction, a subject, a duty. What is not seen is answered as if it were not there. */

const as = (role: Principal['role'], more: Partial<Principal> = {}): Principal =>
  principalSchema.parse({ sub: 'p', role, jurisdiction: 'baixiang', ...more });

const subject = (change: Partial<Seen> = {}): Seen => ({ id: 's', kind: 'unit', facts: {}, ...change });

describe('a jurisdiction', () => {
  test.each([
    ['bureau-officer', 'baixiang', 'baixiang', true],
    ['bureau-officer', 'baixiang', 'luquan', false],
    ['bureau-leader', 'hebei', 'baixiang', false],
    ['superior', 'hebei', 'baixiang', true],
    ['superior', 'xingtai', 'baixiang', true],
    ['superior', 'xingtai', 'luquan', false],
    ['superior', 'hunan', 'baixiang', false],
    ['superior', 'baixiang', 'hebei', false],
    ['superior', 'hebei', 'hebei', true],
  ] as const)('to a %s of %s, %s shows itself: %s', (role, jurisdiction, asked, sees) => {
    expect(seesJurisdiction(as(role, { jurisdiction }), asked)).toBe(sees);
  });
});

describe('a subject belongs to an office', () => {
  test.each<[Seen['kind'], Record<string, unknown>, string | undefined]>([
    ['unit', {}, undefined],
    ['bureau', {}, 'archives'],
    ['bureau', { office: 'legal-affairs' }, 'legal-affairs'],
    ['case', { office: 'civil-defence' }, 'civil-defence'],
    ['case', { office: 'no office' }, 'archives'],
    ['case', {}, 'archives'],
    ['civil-defence-work', {}, 'civil-defence'],
    ['reconsideration-decision', {}, 'legal-affairs'],
    ['enforcement-organ', {}, 'legal-affairs'],
    ['project', { office: 'civil-defence' }, 'archives'],
    ['permit', {}, 'archives'],
  ])('a %s with %j: %s', (kind, facts, office) => {
    expect(officeOf(kind, facts)).toBe(office);
  });

  test.each([
    [undefined, ['unit', 'project', 'civil-defence-work', 'enforcement-organ']],
    ['archives', ['unit', 'project']],
    ['civil-defence', ['unit', 'civil-defence-work']],
    ['legal-affairs', ['unit', 'enforcement-organ']],
  ] as const)('an officer of %s sees %j', (office, seen) => {
    const kinds = ['unit', 'project', 'civil-defence-work', 'enforcement-organ'] as const;
    const officer = as('bureau-officer', { office });
    expect(kinds.filter((kind) => seesSubject(officer, subject({ kind })))).toEqual(seen);
  });
});

describe('a unit', () => {
  const unit = as('unit', { unitId: 'u' });
  const stage = (...events: string[]) => ({ entries: events.map((event) => ({ body: { event } })) });

  test('sees itself and what belongs to it, and nothing else', () => {
    expect(seesSubject(unit, subject({ id: 'u' }))).toBe(true);
    expect(seesSubject(unit, subject({ kind: 'project', parentId: 'u' }))).toBe(true);
    expect(seesSubject(unit, subject({ kind: 'project', parentId: 'other' }))).toBe(false);
    expect(seesSubject(unit, subject({ kind: 'project' }))).toBe(false);
    expect(belongsTo(unit, { id: 'u', kind: 'unit' })).toBe(true);
  });

  test('sees what it answers for as a party, whoever stands above', () => {
    const parties = [{ subjectId: 'other' }, { subjectId: 'u' }];
    const project = subject({ kind: 'project', parentId: 'above', parties });
    expect(seesSubject(unit, project)).toBe(true);
    expect(standsBelow(unit, project)).toBe(false);
    expect(seesSubject(unit, subject({ kind: 'project', parties: parties.slice(0, 1) }))).toBe(false);
    expect(seesSubject(as('unit', { unitId: 'above' }), project)).toBe(true);
  });

  test('sees no case below it that names others as its parties', () => {
    const against = { kind: 'case', parentId: 'u', stage: stage('prior-notice') } as const;
    expect(seesSubject(unit, subject({ ...against, parties: [] }))).toBe(true);
    expect(seesSubject(unit, subject({ ...against, parties: [{ subjectId: 'other' }] }))).toBe(false);
    expect(seesSubject(unit, subject({ ...against, parties: [{}] }))).toBe(false);
    expect(seesSubject(unit, subject({ ...against, parentId: 'x', parties: [{ subjectId: 'u' }] }))).toBe(
      true,
    );
  });

  test('without an id sees nothing, whoever stands above', () => {
    expect(seesSubject(as('unit'), subject({ parentId: undefined }))).toBe(false);
    expect(belongsTo(as('unit'), { id: 's', kind: 'unit', parties: [{}] })).toBe(false);
  });

  test('sees no office’s limits in what is its own', () => {
    const work = subject({ kind: 'civil-defence-work', parentId: 'u' });
    expect(seesSubject(as('unit', { unitId: 'u', office: 'archives' }), work)).toBe(true);
  });

  test.each([
    [[], false],
    [['discovery-record', 'filing-approval', 'investigation-report'], false],
    [['filing-approval', 'prior-notice'], true],
    [['prior-notice', 'statement'], true],
    [['service'], true],
  ])('sees the case against it after %j: %s', (events, sees) => {
    const against = subject({ kind: 'case', parentId: 'u', stage: stage(...events) });
    expect(seesSubject(unit, against)).toBe(sees);
    expect(seesSubject(as('unit', { unitId: 'other' }), against)).toBe(false);
  });

  test('sees no case of which nothing is kept', () => {
    expect(seesSubject(unit, subject({ kind: 'case', parentId: 'u' }))).toBe(false);
  });
});

describe('a duty', () => {
  const duty = (pursuit: string, office: 'archives' | 'civil-defence' = 'archives') => ({
    office,
    deadline: { pursuit },
  });

  test('that the bureau owes is no unit’s to read', () => {
    const unit = as('unit', { unitId: 'u' });
    const seen = ['ladder', 'notify', 'none', 'bureau'].filter((pursuit) => seesDuty(unit, duty(pursuit)));
    expect(seen).toEqual(['ladder', 'notify', 'none']);
    expect(seesDuty(as('bureau-officer'), duty('bureau'))).toBe(true);
    expect(seesDuty(unit, { office: 'archives' })).toBe(true);
  });

  test('is its office’s, and everybody’s who is of no office', () => {
    const who = [
      as('bureau-officer', { office: 'archives' }),
      as('bureau-officer', { office: 'legal-affairs' }),
      as('auditor'),
    ];
    expect(who.map((one) => seesDuty(one, duty('bureau')))).toEqual([true, false, true]);
    expect(who.map((one) => seesOffice(one, 'legal-affairs'))).toEqual([false, true, true]);
  });
});
