import { describe, expect, test } from 'vitest';
import { isRecused } from '../../../shared/domain/cases/checks.ts';
import { caseRulesOf } from '../../../shared/domain/cases/rules.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { StaffMember } from '../../../shared/records/staff.ts';
import { move, officers, through, upToClosing, upToProposal } from '../../support/cases/case-moves.ts';
import { but, fileAfter, worldOf, wrong, type Around } from '../../support/cases/judged-case.ts';

/** From the discovery to the filing: what each event must hold, by the clause that asks for it. */

const moves = upToProposal('archives');
const civil: Around = { office: 'civil-defence' };
test.each(['archives', 'civil-defence'] as const)('the whole walk of the %s is in order', (office) => {
  const whole = [...upToProposal(office), ...upToClosing(office, false)];
  const flaws = whole.flatMap(({ on, hand, body }, index) =>
    wrong(whole.slice(0, index), body, {
      office,
      now: `${on}T12:00:00+08:00`,
      by: { role: 'bureau-leader', sub: hand },
    }),
  );
  expect(flaws).toEqual([]);
});

describe('the discovery', () => {
  test.each([
    [{ officers: officers.slice(0, 1) }, ['officers case.officers']],
    [{ officers: [officers[0], officers[0]] }, ['officers case.officers']],
    [{ documents: [] }, ['documents stage.papers']],
    [{ documents: ['现场检查（勘查）笔录'] }, ['documents stage.papers']],
    [{ documents: ['现场检查（勘查）笔录（共2页）', '责令改正违法行为通知书'] }, []],
  ])('with %j: %j', (change, expected) => {
    expect(but(moves, 'discovery-record', change)).toEqual(expected);
  });

  const staff = (number: string, validUntil: string): StaffMember[] => [
    { sub: 'l', name: '刘一', role: 'bureau-officer', certificate: { number, validUntil } },
  ];

  test.each([
    ['another number', staff('JC-9', '2027-01-01'), ['officers.0.certificate case.certificate']],
    ['ended the day before', staff('JC-1', '2026-09-06'), ['officers.0.certificate case.certificate']],
    ['ends that day', staff('JC-1', '2026-09-07'), []],
    ['not on the list', staff('JC-9', '2026-01-01').map((one) => ({ ...one, name: '某某' })), []],
    [
      'without a certificate on the list',
      [{ sub: 'l', name: '刘一', role: 'bureau-officer' }],
      ['officers.0.certificate case.certificate'],
    ],
  ])('an officer’s certificate that has %s: %j', (_, known, expected) => {
    expect(but(moves, 'discovery-record', {}, { staff: known })).toEqual(expected);
  });
});

describe('evidence', () => {
  const secured = {
    event: 'evidence-secured',
    at: '2026-09-07T09:40:00+08:00',
    kind: 'registration',
    agreedBy: '局长',
  };
  const after = through(moves, 'discovery-record');
  const held = [
    ...after,
    move('2026-09-07', 'officer', { ...secured, event: 'evidence-secured', kind: 'registration' }),
  ];

  test.each([
    [{}, {}, []],
    [{ agreedBy: undefined }, {}, ['agreedBy case.not-agreed']],
    [{ kind: 'sealing' }, {}, ['legalBasis case.seizure-of-archives']],
    [{ kind: 'seizure' }, civil, ['legalBasis case.seizure-basis']],
    [{ kind: 'seizure', legalBasis: '某法第三条' }, civil, []],
  ])('secured with %j: %j', (change, around, expected) => {
    expect(wrong(after, { ...secured, ...change }, around)).toEqual(expected);
  });

  test('is secured once, formalities and decision follow it, each once', () => {
    const formalities = {
      event: 'evidence-formalities',
      at: '2026-09-08T09:40:00+08:00',
      document: '通知书',
    } as const;
    const decided = { event: 'evidence-decision', on: '2026-09-10', outcome: '退还' } as const;
    expect(wrong(held, secured)).toEqual(['event case.evidence-secured']);
    expect(wrong(after, formalities)).toEqual(['evidence-secured case.no-evidence']);
    expect(wrong(after, decided)).toEqual(['evidence-secured case.no-evidence']);
    expect(wrong(held, formalities)).toEqual([]);
    expect(wrong(held, { ...formalities, at: secured.at })).toEqual([]);
    expect(wrong(held, { ...formalities, at: '2026-09-07T09:39:59+08:00' })).toEqual([
      'at case.before-measure',
    ]);
    const done = [
      ...held,
      move('2026-09-08', 'officer', formalities),
      move('2026-09-10', 'officer', decided),
    ];
    expect(wrong(done, formalities)).toEqual(['event case.formalities-done']);
    expect(wrong(done, decided)).toEqual(['event case.evidence-decided']);
  });
});

describe('where national law alone holds', () => {
  const rules = caseRulesOf(rulebookOf('hongjiang'), 'archives', '2026-09-07');

  test('evidence has no formalities with a time of their own', () => {
    const secured = move('2026-09-07', 'officer', {
      event: 'evidence-secured',
      at: '2026-09-07T09:40:00+08:00',
      kind: 'registration',
      agreedBy: '局长',
    });
    const formalities = {
      event: 'evidence-formalities',
      at: '2026-09-08T09:40:00+08:00',
      document: '通知书',
    };
    const held = [...through(moves, 'discovery-record'), secured];
    expect(wrong(held, formalities, { ...(rules ? { rules } : {}) })).toEqual(['event case.no-formalities']);
  });
});

describe('the proposal to file', () => {
  test.each([
    [{ conditions: [1, 2, 4] }, ['conditions stage.incomplete']],
    [{ conditions: [1, 2, 3, 4, 5] }, ['conditions.4 stage.unlisted']],
    [{ conditions: ['有明确', '有具体', '有法律', '属于查处'] }, []],
    [{ situation: undefined }, ['situation case.situation']],
    [{ situation: 5 }, ['situation case.situation']],
    [{ situation: '当事人不配合检查' }, []],
    [{ documents: [] }, ['documents stage.papers']],
    [{ officers: [] }, ['officers case.officers']],
  ])('of the archives with %j: %j', (change, expected) => {
    expect(but(moves, 'filing-proposal', change)).toEqual(expected);
  });

  test('of civil defence names no situation: its list has none', () => {
    const of = upToProposal('civil-defence');
    expect(but(of, 'filing-proposal', {}, civil)).toEqual([]);
    expect(but(of, 'filing-proposal', { situation: 1 }, civil)).toEqual(['situation case.no-situation']);
  });

  test('needs a discovery, recorded or among the facts', () => {
    const filing = moves[1]?.body ?? {};
    expect(wrong([], filing)).toEqual(['discovery-record case.no-discovery']);
    expect(wrong([], filing, { facts: { discoveredOn: '2026-09-07' } })).toEqual([]);
  });

  test('is approved with officers as many and as certified as those proposed', () => {
    expect(but(moves, 'filing-approval', { officers: officers.slice(0, 1) })).toEqual([
      'officers case.officers',
    ]);
    expect(but(moves, 'filing-approval', { officers })).toEqual([]);
  });
});

describe('a recusal', () => {
  const recusal = { event: 'recusal', person: '刘一', reason: '与当事人有利害关系' } as const;
  const third = { name: '黄三', certificate: 'JC-3' };
  const filed = through(moves, 'filing-approval');
  const gone = [...filed, move('2026-09-12', 'head', { ...recusal, replacement: third })];

  test('leaves as many officers as the filing asks for', () => {
    expect(wrong(filed, recusal)).toEqual(['replacement case.officers']);
    expect(wrong(filed, { ...recusal, replacement: third })).toEqual([]);
    expect(wrong(filed, { ...recusal, person: '局外人' })).toEqual([]);
    expect(wrong(through(moves, 'filing-proposal'), recusal)).toEqual(['replacement case.officers']);
    expect(wrong(through(moves, 'filing-proposal'), { ...recusal, replacement: third })).toEqual([]);
  });

  test('counts the officers that the filing named, not those that were proposed', () => {
    const others = move('2026-09-11', 'head', {
      event: 'filing-approval',
      on: '2026-09-11',
      reason: '批准立案',
      officers: [{ name: '陈二', certificate: 'JC-2' }, third],
    });
    expect(wrong([...through(moves, 'filing-legal-review'), others], recusal)).toEqual([]);
  });

  test('is entered once a person, and none who was recused takes the place', () => {
    expect(wrong(gone, { ...recusal, replacement: { name: '周四', certificate: 'JC-4' } })).toEqual([
      'person case.recused-before',
    ]);
    const back = { ...recusal, person: '黄三', replacement: { name: '刘一', certificate: 'JC-1' } };
    expect(wrong(gone, back)).toEqual(['replacement case.replacement-recused']);
  });

  test('tells whoever is on the list by name or enters it by token', () => {
    const file = fileAfter([...gone, move('2026-09-12', 'head', { ...recusal, person: 'sub-7' })]);
    const staff: StaffMember[] = [
      { sub: 'sub-1', name: '刘一', role: 'bureau-officer' },
      { sub: 'sub-2', name: '陈二', role: 'bureau-officer' },
    ];
    const who = ['sub-1', 'sub-2', 'sub-7', 'sub-8', '刘一'].map((sub) => [
      sub,
      isRecused(file, worldOf({ staff, by: { role: 'bureau-officer', sub } })),
    ]);
    expect(who).toEqual([
      ['sub-1', true],
      ['sub-2', false],
      ['sub-7', true],
      ['sub-8', false],
      ['刘一', true],
    ]);
  });
});
