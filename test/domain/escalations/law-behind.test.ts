import { describe, expect, test } from 'vitest';
import { citedIn } from '../../../shared/domain/escalations/cited.ts';
import { enteredLaw, ruleLaw } from '../../../shared/domain/escalations/law.ts';
import { footingOf } from '../../../shared/domain/escalations/paper.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { Nature } from '../../../shared/vocabulary/parties.ts';

/** Each provision behind an order of Hongjiang, with its flaws; `!` where the paper rests on it all the same. */
function behind(ruleId: string, nature: Nature, act: string, paper = act): string[] {
  const rule = rulebookOf('hongjiang').ruleOf(ruleId);
  if (!rule) throw new Error(ruleId);
  const footing = footingOf(rule, { step: 'order-to-rectify' }, nature, paper);
  return ruleLaw(footing, { act, paper }).map(
    ({ id, flaws, isOpen }) => `${id ?? ''} ${flaws.join(' ')}${isOpen ? '!' : ''}`,
  );
}

describe('what a paper rests on', () => {
  test.each([
    // The form that was missed is owed under a provision that nobody has seen.
    [
      'key-project-archives/registration-after-start',
      'organ',
      '2026-07-16',
      ['archives-law-8 ', 'hunan-registration-form unverified!'],
    ],
    // Against a private party it is a letter that asks, and rests on nothing.
    [
      'key-project-archives/registration-after-start',
      'private',
      '2026-07-16',
      ['archives-law-8 ', 'hunan-registration-form unverified'],
    ],
    [
      'archives-security/self-inspection-report',
      'organ',
      '2026-10-09',
      ['archives-law-8 ', 'archives-regulation-45 '],
    ],
    ['archives-security/problem-found', 'private', '2026-07-16', ['archives-law-45 ', 'archives-law-42 ']],
  ] as const)('under %s against %s on %s', (ruleId, nature, on, expected) => {
    expect(behind(ruleId, nature, on)).toEqual(expected);
  });

  test('is the law of the day of the act, and of the day of the paper', () => {
    const report = 'archives-security/self-inspection-report';
    expect(behind(report, 'organ', '2023-10-09', '2024-05-06')).toEqual([
      'archives-law-8 ',
      'archives-regulation-45 not-in-force-on-act!',
    ]);
    expect(behind(report, 'organ', '2023-10-09')).toEqual([
      'archives-law-8 ',
      'archives-regulation-45 not-in-force-on-act not-in-force-on-paper!',
    ]);
  });
});

describe('a basis that an officer wrote', () => {
  const days = { act: '2026-07-16', paper: '2026-07-16' };
  const entered = (text: string, division = '431271'): string[] =>
    enteredLaw(text, { division, nature: 'private', days }).map(
      ({ id = '?', flaws }) => `${id} ${flaws.join(' ')}`,
    );

  test.each([
    ['《中华人民共和国档案法》第四十五条', ['archives-law-45 ']],
    ['《档案法》第四十五条、第四十九条', ['archives-law-45 ', 'archives-law-49 ']],
    ['《中华人民共和国人民防空法》第四十九条', ['civil-defence-law-49-2 ']],
    ['《中华人民共和国人民防空法》第四十八条', ['civil-defence-law-48 ']],
    ['《中华人民共和国档案法》第九十九条', ['? unverified']],
    ['《某省档案条例》第三十条', ['? unverified']],
    ['第四十五条', []],
  ])('%s is looked up in the list of instruments', (text, expected) => {
    expect(entered(text)).toEqual(expected);
  });

  test('of another province is not known here', () => {
    expect(entered('《河北省档案条例》第五十三条')).toEqual(['? unverified']);
    expect(entered('《河北省档案条例》第五十三条', '130426')).toEqual(['hebei-archives-53 ']);
  });

  test('is read article by article', () => {
    expect(citedIn('依据《甲法》第一条、第二条第二款和《乙法（试行）》第三条第一项')).toEqual([
      { instrument: '甲法', article: '第一条' },
      { instrument: '甲法', article: '第二条第二款' },
      { instrument: '乙法（试行）', article: '第三条第一项' },
    ]);
  });
});
