import { describe, expect, it } from 'vitest';
import { at, head, problemsOf, procedure, quota, rule, values } from './inline.ts';

describe('dated values', () => {
  it('may hold dated values that meet', () => {
    const figures = `      checks:
        unit: check
        values:
          - { from: null, to: 2025-12-31, value: 1, cite: 三 }
          - { from: 2026-01-01, value: 3, cite: 三 }
`;
    expect(problemsOf(head + quota(figures))).toEqual([]);
  });

  const overlap = 'daily-check: figure checks: values overlap, the one before 2026-01-01';
  it.each([
    [
      'overlap',
      values(
        '{ from: null, to: 2026-01-01, value: 1, cite: 三 }',
        '{ from: 2026-01-01, value: 3, cite: 三 }',
      ),
      17,
      `${overlap} ends on 2026-01-01`,
    ],
    [
      'overlap for want of a last day',
      values('{ from: null, value: 1, cite: 三 }', '{ from: 2026-01-01, value: 3, cite: 三 }'),
      17,
      `${overlap} has no last day`,
    ],
    [
      'leave a gap',
      values(
        '{ from: null, to: 2025-12-30, value: 1, cite: 三 }',
        '{ from: 2026-01-01, value: 3, cite: 三 }',
      ),
      17,
      'daily-check: figure checks: gap between 2025-12-30 and 2026-01-01',
    ],
    [
      'stand out of order',
      values('{ from: null, to: 2025-12-31, value: 1, cite: 三 }', '{ from: null, value: 3, cite: 三 }'),
      17,
      'daily-check: figure checks: values are not in order of their first day',
    ],
    [
      'begin later than the rule',
      values('{ from: 2026-01-01, value: 3, cite: 三 }'),
      16,
      'daily-check: figure checks: the first value holds from 2026-01-01, the rule from null',
    ],
    [
      'end before the rule does',
      values('{ from: null, to: 2026-12-31, value: 3, cite: 三 }'),
      16,
      'daily-check: figure checks: the last value ends on 2026-12-31, the rule does not end',
    ],
    [
      'name a day that does not exist',
      values('{ from: null, to: 2026-02-30, value: 3, cite: 三 }'),
      16,
      'daily-check: 2026-02-30 is no day',
    ],
    [
      'have a blank citation',
      values("{ from: null, value: 3, cite: ' ' }"),
      16,
      'daily-check: figure checks has no citation',
    ],
  ])('are refused where they %s', (_name, figures, line, message) => {
    expect(problemsOf(head + quota(figures))).toEqual([at(line, message)]);
  });

  it('are refused where the rule ends before it begins', () => {
    const text = procedure.replace('from: null', 'from: 2026-01-01\n    to: 2025-01-01');
    expect(problemsOf(head + text)).toEqual([
      at(12, 'daily-check: ends on 2025-01-01, before it begins on 2026-01-01'),
    ]);
  });
});

describe('names of figures', () => {
  const visits = values('{ from: null, value: 3, cite: 三 }').replace('checks', 'visits');
  const missing = (name: string) =>
    `daily-check: figure ${name} stands neither in figures nor in discretionary`;

  it('are refused where a quota names none that exists', () => {
    expect(problemsOf(head + quota(visits))).toEqual([at(22, missing('checks'))]);
  });

  it('are refused where a deadline names none that exists', () => {
    const text = rule(`    kind: deadline
    deadline:
      owedBy: { kind: unit }
      what: 报告
      due: { type: half-yearly, firstHalf: july, secondHalf: january }
      pursuit: none
      nextText: 无
`);
    expect(problemsOf(head + text)).toEqual([at(16, missing('july')), at(16, missing('january'))]);
  });

  it('are refused where a procedure names none that exists', () => {
    const text = procedure.replace('{ steps', '{ officersMin: officersMin, steps');
    expect(problemsOf(head + text)).toEqual([at(13, missing('officersMin'))]);
  });

  it('are refused where one is both statutory and discretionary', () => {
    const discretionary = '    discretionary: { checks: { unit: check, value: 4, reason: 自定 } }\n';
    const text = quota(values('{ from: null, value: 3, cite: 三 }'), discretionary);
    expect(problemsOf(head + text)).toEqual([
      at(18, 'daily-check: figure checks is both statutory and discretionary'),
    ]);
  });
});
