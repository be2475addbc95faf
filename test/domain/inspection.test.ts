import { describe, expect, test } from 'vitest';
import {
  inspectionFlaws,
  proceduresFor,
  type Certified,
  type Checked,
  type CheckedTarget,
} from '../../shared/domain/checks/inspection.ts';
import { day } from '../../shared/domain/time/day.ts';
import type { FieldError } from '../../shared/outcome.ts';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import type { SubjectKind } from '../../shared/rules/schema.ts';

/** What the record of a check must hold: whom, by whom, with which certificates, signed by whom. */

const officers = [
  { name: '刘一', certificate: 'JC-1' },
  { name: '陈二', certificate: 'JC-2' },
];
const targets: readonly CheckedTarget[] = [
  { id: 'a', name: '甲局', kind: 'unit', traits: ['professional-archives'] },
  { id: 'b', name: '乙局', kind: 'unit', traits: [] },
  { id: 'old', name: '旧局', kind: 'unit', traits: [], retiredOn: '2026-09-10' },
  { id: 'p', name: '某工程', kind: 'project', traits: [] },
];
const signed = ['a', 'b'].map((subjectId) => ({ subjectId }));

interface Place {
  readonly jurisdiction?: string;
  readonly regime?: string;
  readonly kinds?: readonly SubjectKind[];
  readonly staff?: readonly Certified[];
  readonly procedures?: readonly Rule[];
}

function flawsOf(change: Partial<Checked>, place: Place = {}): FieldError[] {
  const { jurisdiction = 'hongjiang', regime = 'archives-security', kinds = ['unit'], staff = [] } = place;
  const checked: Checked = {
    on: day('2026-09-10'),
    mode: 'on-site',
    targets: ['a', 'b'],
    officers,
    checklist: [],
    findings: [],
    signatures: (change.targets ?? ['a', 'b']).map((subjectId) => ({ subjectId })),
    ...change,
  };
  return inspectionFlaws(
    checked,
    new Map(targets.map((target) => [target.id, target])),
    new Set(kinds),
    place.procedures ?? proceduresFor(rulebookOf(jurisdiction).rules, regime, checked.mode),
    staff,
    { figures: {}, readings: {} },
  );
}

const wrong = (change: Partial<Checked>, place: Place = {}): string[] =>
  flawsOf(change, place).map(({ path, code }) => `${path} ${code}`);

test('a whole record lacks nothing', () => {
  expect(wrong({ findings: [{ subjectId: 'a', text: '无备份', rectifyBy: '2026-09-10' }] })).toEqual([]);
});

describe('whoever is checked', () => {
  test.each<[string[], string[]]>([
    [['nobody', 'a'], ['targets.0 check.no-subject']],
    [['a', 'a'], ['targets.1 check.twice']],
    [['old'], ['targets.0 check.retired']],
    [['p'], ['targets.0 check.outside-regime']],
  ])('%j: %j', (ids, expected) => {
    expect(wrong({ targets: ids })).toEqual(expected);
  });

  test('was there on the day: retired on the 10th, the 9th is the last', () => {
    expect(wrong({ targets: ['old'], on: day('2026-09-09') })).toEqual([]);
    expect(flawsOf({ targets: ['old'], on: day('2026-09-11') })).toMatchObject([
      { params: { name: '旧局', on: '2026-09-10' } },
    ]);
  });

  test('is told with what the regime checks', () => {
    const [flaw] = flawsOf({ targets: ['p'] });
    expect(flaw?.params).toEqual({ name: '某工程', kind: 'project', kinds: ['unit'] });
    expect(wrong({ targets: ['p'] }, { kinds: ['unit', 'project'], procedures: [] })).toEqual([]);
  });
});

describe('the officers', () => {
  test('are at least two, each named once', () => {
    expect(flawsOf({ officers: officers.slice(0, 1) })).toMatchObject([
      { path: 'officers', code: 'check.few-officers', params: { document: 'HJ', least: 2, named: 1 } },
    ]);
    expect(wrong({ officers: [...officers, ...officers.slice(0, 1)] })).toEqual(['officers.2 check.twice']);
    expect(wrong({ officers: officers.flatMap((one) => (one.name === '刘一' ? [one, one] : [])) })).toEqual([
      'officers check.few-officers',
      'officers.1 check.twice',
    ]);
  });

  test('are as few as they will be where no procedure asks for more', () => {
    expect(wrong({ officers: [] }, { procedures: [] })).toEqual([]);
  });

  test('who withdrew for a unit do not check it', () => {
    const recused = officers.map((one, index) => ({ ...one, recuse: index === 0 ? ['b', 'elsewhere'] : [] }));
    expect(flawsOf({ officers: recused })).toMatchObject([
      { path: 'officers.0.recuse', code: 'check.recused', params: { name: '刘一', subject: 'b' } },
    ]);
  });
});

describe('a certificate', () => {
  const bare = officers.map(({ name }) => ({ name }));

  test('is shown at every check of security; what is shown blank is not shown', () => {
    expect(wrong({ officers: bare })).toEqual([
      'officers.0.certificate check.no-certificate',
      'officers.1.certificate check.no-certificate',
    ]);
    const blank = officers.map(({ name }) => ({ name, certificate: '' }));
    expect(wrong({ officers: blank })).toHaveLength(2);
  });

  test('of civil defence is a card of work', () => {
    const works = { jurisdiction: 'baixiang', regime: 'civil-defence-works' };
    expect(flawsOf({ officers: bare }, works)).toMatchObject([
      {
        code: 'check.no-work-id',
        params: { name: '刘一', document: 'BX', clause: ['(一)二(一)', '三', '四'] },
      },
      { code: 'check.no-work-id' },
    ]);
  });

  test('is not asked for where no procedure asks', () => {
    expect(wrong({ officers: bare }, { procedures: [] })).toEqual([]);
  });

  const listed = (certificate: Certified['certificate']): Certified[] => [
    { name: '刘一', ...(certificate ? { certificate } : {}) },
  ];

  test.each<[string, Certified[], string[]]>([
    ['valid that day', listed({ number: 'JC-1', validUntil: '2026-09-10' }), []],
    [
      'ended the day before',
      listed({ number: 'JC-1', validUntil: '2026-09-09' }),
      ['officers.0.certificate check.certificate-expired'],
    ],
    [
      'of another number',
      listed({ number: 'JC-9', validUntil: '2027-01-01' }),
      ['officers.0.certificate check.other-certificate'],
    ],
    ['not on the list', listed(undefined), ['officers.0.certificate check.not-on-list']],
    ['of somebody whom the list does not know', [{ name: '他人' }], []],
  ])('%s on the bureau’s list: %j', (_, staff, expected) => {
    expect(wrong({}, { staff })).toEqual(expected);
  });

  test('is held against the list also where none is asked for', () => {
    const staff = listed({ number: 'JC-9', validUntil: '2027-01-01' });
    expect(wrong({}, { staff, procedures: [] })).toEqual(['officers.0.certificate check.other-certificate']);
    expect(wrong({}, { staff: listed(undefined), procedures: [] })).toEqual([]);
  });
});

describe('a signature', () => {
  test('of the person in charge is on the form of every unit with professional archives', () => {
    expect(flawsOf({ signatures: [] })).toMatchObject([
      {
        path: 'signatures',
        code: 'check.unsigned',
        params: { name: '甲局', form: '专业档案形成单位巡查、回访记录', document: 'HJ' },
      },
    ]);
  });

  test('of electronic archives is every unit’s', () => {
    const electronic = { regime: 'electronic-archives' };
    expect(wrong({ signatures: [] }, electronic)).toEqual([
      'signatures check.unsigned',
      'signatures check.unsigned',
    ]);
    expect(wrong({ signatures: signed.slice(0, 1) }, electronic)).toEqual(['signatures check.unsigned']);
  });

  test.each(['written', 'file'])('is on no check that is %s', (mode) => {
    expect(wrong({ mode, signatures: [] })).toEqual([]);
  });

  test('is not asked for where the source has none: Luquan’s checks are recorded only', () => {
    expect(wrong({ signatures: [] }, { jurisdiction: 'luquan' })).toEqual([]);
  });
});

describe('what is said of somebody who was not checked', () => {
  test('is refused wherever it is said', () => {
    const stray = { subjectId: 'p' };
    expect(
      wrong({
        checklist: [{}, { subjectId: 'a' }, stray],
        findings: [{ ...stray, text: '无备份' }],
        signatures: [...signed, stray],
      }),
    ).toEqual([
      'checklist.2.subjectId check.no-target',
      'findings.0.subjectId check.no-target',
      'signatures.2.subjectId check.no-target',
    ]);
  });
});

describe('a finding', () => {
  const found = (text: string, rectifyBy?: string, subjectId = 'a') =>
    rectifyBy === undefined ? { subjectId, text } : { subjectId, text, rectifyBy };

  test('is put right on the day of the check or later', () => {
    expect(wrong({ findings: [found('无备份', '2026-09-10'), found('无消防')] })).toEqual([]);
    expect(flawsOf({ findings: [found('无备份', '2026-09-09')] })).toMatchObject([
      { path: 'findings.0.rectifyBy', code: 'finding.before-check', params: { on: '2026-09-10' } },
    ]);
  });

  test('stands once for each unit', () => {
    expect(wrong({ findings: [found('无备份'), found('无备份', undefined, 'b'), found('无消防')] })).toEqual(
      [],
    );
    expect(flawsOf({ findings: [found('无消防'), found('无备份'), found('无备份')] })).toMatchObject([
      { path: 'findings.2.text', code: 'finding.twice', params: { first: 1 } },
    ]);
  });
});

describe('the procedure of a mode', () => {
  const { rules } = rulebookOf('baixiang');
  const names = (mode: string) => proceduresFor(rules, 'archives-disposal', mode).map(({ id }) => id);

  test('comes before the regime’s own', () => {
    expect(names('file')).toEqual(['file-check-procedure', 'inspection-record']);
    expect(names('on-site')).toEqual(['site-recheck-procedure', 'inspection-record']);
    expect(proceduresFor(rules, 'civil-defence-works', 'file').map(({ id }) => id)).toEqual([
      'inspection-record',
    ]);
    expect(proceduresFor(rules, 'public-service', 'file')).toEqual([]);
  });

  test('asks two certified officers to a site, and none to the files', () => {
    const disposal = { jurisdiction: 'baixiang', regime: 'archives-disposal', kinds: ['unit'] } as const;
    expect(wrong({ officers: [], signatures: [] }, disposal)).toEqual(['officers check.few-officers']);
    expect(wrong({ officers: [], signatures: [], mode: 'file' }, disposal)).toEqual([]);
  });
});
