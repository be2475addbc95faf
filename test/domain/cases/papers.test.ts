import { describe, expect, test } from 'vitest';
import { formLack, formsOf } from '../../../shared/domain/cases/forms.ts';
import {
  caseRulesOf,
  clauseOf,
  named,
  officersMin,
  papersMissing,
  uncovered,
} from '../../../shared/domain/cases/rules.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { move, through, upToClosing, upToProposal, type Move } from '../../support/cases/case-moves.ts';
import { fileAfter, rulesOf } from '../../support/cases/judged-case.ts';

/** Which papers of a case can be had when, and how what a list of the rulebook asks for is named. */

/** Those that the steps of the procedure wait for; others follow from their table. */
const caseForms = ['filing-approval', 'prior-notice', 'collective-discussion', 'service-receipt'] as const;
const nobody = { figures: {}, readings: {} };
const whole = [...upToProposal('archives'), ...upToClosing('archives', false)];
const grave = [...upToProposal('archives', { complex: true }), ...upToClosing('archives', true)];
const world = { rules: rulesOf('archives'), choices: nobody };

describe('the forms that can be had', () => {
  test.each<[string, readonly Move[], readonly string[]]>([
    ['at the discovery', through(whole, 'discovery-record'), []],
    ['once it is proposed to file', through(whole, 'filing-proposal'), ['filing-approval']],
    ['once it is filed', through(whole, 'filing-approval'), ['filing-approval', 'prior-notice']],
    ['once the party was told', through(whole, 'statement'), ['filing-approval', 'prior-notice']],
    ['with a plain proposal', through(whole, 'decision-proposal'), ['filing-approval', 'prior-notice']],
    [
      'with a grave one',
      through(grave, 'decision-proposal'),
      ['filing-approval', 'prior-notice', 'collective-discussion'],
    ],
    [
      'decided without a discussion',
      through(whole, 'decision-approval'),
      ['filing-approval', 'prior-notice', 'service-receipt'],
    ],
    ['decided with one', through(grave, 'decision-approval'), [...caseForms]],
    ['closed', grave, [...caseForms]],
  ])('%s', (_, moves, forms) => {
    const had: readonly string[] = formsOf(fileAfter(moves), world);
    expect(caseForms.filter((form) => had.includes(form))).toEqual(forms);
  });

  test('a form that cannot be had says what it waits for', () => {
    const lack = (form: (typeof caseForms)[number], moves: readonly Move[]) => {
      const found = formLack(form, fileAfter(moves), world);
      return `${found?.code ?? ''} ${String(found?.params['event'] ?? found?.params['stage'] ?? '')}`;
    };
    expect(caseForms.map((form) => lack(form, []))).toEqual([
      'case.paper-later filing-proposal',
      'case.paper-later filing-approval',
      'case.paper-later decision-proposal',
      'case.paper-later decision-approval',
    ]);
    expect(lack('collective-discussion', through(whole, 'decision-proposal'))).toBe('case.no-discussion ');
    expect(lack('collective-discussion', whole)).toBe('case.no-minutes ');
  });

  test('of a case that has ended, that it never comes', () => {
    const none = [
      ...through(whole, 'discovery-record'),
      move('2026-09-08', 'officer', { event: 'no-case', reason: '不构成违法' }),
    ];
    const codes = caseForms.map((form) => formLack(form, fileAfter(none), world)?.code);
    expect(codes).toEqual(Array(4).fill('case.paper-never'));
    const withdrawn = [
      ...through(whole, 'filing-approval'),
      move('2026-09-14', 'head', { event: 'withdraw-case', reason: '违法事实不成立' }),
    ];
    expect(formLack('prior-notice', fileAfter(withdrawn), world)?.code).toBe('case.paper-never');
  });

  test('of a proposal that was returned there are no minutes to begin', () => {
    const returned = [
      ...through(grave, 'decision-legal-review'),
      move('2026-09-23', 'head', { event: 'decision-return', reason: '重新办理' }),
    ];
    expect(formLack('collective-discussion', fileAfter(returned), world)?.code).toBe('case.paper-later');
  });
});

describe('an entry of a list', () => {
  const options = ['《现场检查笔录》', '现场照片', '现场检查笔录（附件）'];

  test.each([
    [1, '《现场检查笔录》'],
    [3, '现场检查笔录（附件）'],
    [0, undefined],
    [4, undefined],
    ['现场照片', '现场照片'],
    ['现场照', '现场照片'],
    ['《现场照》片', '现场照片'],
    ['《现场检查笔录》', '《现场检查笔录》'],
    ['现场检查笔录', undefined],
    ['现场', undefined],
    ['照片', undefined],
  ])('%j names %s', (given, found) => {
    expect(named(options, given)).toBe(found);
  });

  const { conditions } = rulesOf('archives');

  test('that is missing or unknown is told with its number and its clause', () => {
    expect(uncovered('parts', ['甲', '乙', '丙'], [1, '乙', 3], conditions)).toEqual([]);
    expect(uncovered('parts', ['甲', '乙', '丙'], ['丁', 2], conditions)).toMatchObject([
      {
        path: 'parts.0',
        code: 'stage.unlisted',
        params: { listed: ['1 甲', '2 乙', '3 丙'], document: 'BX' },
      },
      { path: 'parts', code: 'stage.incomplete', params: { count: 3, missing: ['1 甲', '3 丙'] } },
    ]);
    expect(uncovered('parts', [], [1], conditions).map(({ path }) => path)).toEqual(['parts.0']);
  });

  test('that is a paper is there by the beginning of its title, with title marks or without', () => {
    const { discovery, decision } = rulesOf('archives');
    const missing = (documents: string[], only?: string[]) =>
      papersMissing(discovery, documents, only).flatMap(({ params }) => params['papers']);
    expect(missing([])).toEqual(['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》']);
    expect(missing(['现场检查（勘查）笔录', '《责令改正违法行为通知书》（柏档责改〔2026〕1号）'])).toEqual(
      [],
    );
    expect(missing([], ['责令改正违法行为通知书'])).toEqual(['《责令改正违法行为通知书》']);
    expect(papersMissing(decision, [], ['别的'])).toEqual([]);
    expect(papersMissing(conditions, [])).toEqual([]);
  });
});

describe('the rules of an office’s cases', () => {
  test('are national law where the list has none, and nobody’s who does not punish', () => {
    expect(caseRulesOf(rulebookOf('hongjiang'), 'archives', '2026-09-07')?.filing.ruleId).toBe(
      'penalty-procedure/filing-approval',
    );
    expect(rulesOf('archives').filing.ruleId).toBe('archives-cases/filing-approval');
    expect(rulesOf('civil-defence').filing.ruleId).toBe('civil-defence-cases/filing-approval');
    expect(rulesOf('civil-defence').legalReview.ruleId).toBe('penalty-procedure/legal-review');
    expect(caseRulesOf(rulebookOf('baixiang'), 'legal-affairs', '2026-09-07')).toBeUndefined();
    expect(rulesOf('archives')).toMatchObject({ office: 'archives', on: '2026-09-07' });
  });

  test('have a threshold of the fine in civil defence alone', () => {
    expect(rulesOf('archives').threshold).toBeUndefined();
    expect(rulesOf('civil-defence').threshold?.ruleId).toBe(
      'civil-defence-penalty-discretion/collective-discussion',
    );
  });

  test('cite the ceiling of a fine by their own clause', () => {
    expect(clauseOf(rulesOf('archives').ceiling)).toBe('BX (十一)一');
    expect(clauseOf(rulesOf('civil-defence').ceiling)).toBe('BX (五)一, 二');
  });

  test('ask for two officers where their clause does, else for none', () => {
    const { discovery, filing, service, statement } = rulesOf('archives');
    const least = [discovery, filing, service, statement].map((rule) =>
      officersMin(rule, nobody, '2026-09-07'),
    );
    expect(least).toEqual([2, 2, 2, 0]);
  });
});
