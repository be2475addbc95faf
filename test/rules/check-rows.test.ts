import { describe, expect, it } from 'vitest';
import { at, head, notRule, notRulesPath, problemsOf, procedure, shownPath, shownRow } from './inline.ts';

describe('the rows of the sources', () => {
  const covers = (rows: string) => head + procedure.replace('[HJ-001, HJ-002]', rows);
  const rowsFile = 'shared/rulebooks/source-rows.tsv';

  it('are refused in covers where they do not exist', () => {
    expect(problemsOf(covers('[HJ-001, HJ-002, HJ-999]'))).toEqual([
      at(10, `HJ-999 is no row of ${rowsFile}`),
    ]);
  });

  it('are refused in covers where they belong to another document', () => {
    expect(problemsOf(covers('[HJ-001, HJ-002, SX-001]'), { others: '[]' })).toEqual([
      at(10, 'SX-001 belongs to another document than HJ'),
    ]);
  });

  it('are refused in covers where they stand twice', () => {
    expect(problemsOf(covers('[HJ-001, HJ-002, HJ-001]'))).toEqual([at(10, 'HJ-001 is listed twice')]);
  });

  it('are refused where they are in neither list', () => {
    expect(problemsOf(covers('[HJ-001]'))).toEqual([
      at(3, 'HJ-002 is neither covered by a rule, nor shown with one, nor listed as no rule', rowsFile),
    ]);
  });

  it('are refused where they are in both lists', () => {
    const others = notRule('SX-001') + notRule('HJ-002');
    expect(problemsOf(head + procedure, { others })).toEqual([
      at(3, 'HJ-002 is covered by a rule and listed as no rule', notRulesPath),
    ]);
  });

  it('are refused as no rule without a reason', () => {
    expect(problemsOf(head + procedure, { others: '- row: SX-001\n' })).toContainEqual(
      at(1, '[0].reason is missing', notRulesPath),
    );
    expect(problemsOf(head + procedure, { others: notRule('SX-001', "' '") })).toContainEqual(
      at(2, '[0].reason: a reason, in one sentence', notRulesPath),
    );
  });

  it('are refused as no rule where they do not exist or stand twice', () => {
    const others = notRule('SX-001') + notRule('SX-001') + notRule('HJ-777');
    expect(problemsOf(head + procedure, { others })).toEqual([
      at(3, 'SX-001 is listed twice', notRulesPath),
      at(5, `HJ-777 is no row of ${rowsFile}`, notRulesPath),
    ]);
  });

  it('may be shown with a rule, and stand in no other list', () => {
    const others = notRule('SX-001');
    const one = head + procedure.replace('[HJ-001, HJ-002]', '[HJ-001]');
    expect(problemsOf(one, { others, shown: shownRow('HJ-002') })).toEqual([]);
    expect(problemsOf(head + procedure, { others, shown: shownRow('HJ-002') })).toEqual([
      at(1, 'HJ-002 is covered by a rule and listed as shown', shownPath),
    ]);
    const twice = shownRow('HJ-002') + shownRow('HJ-002');
    expect(problemsOf(one, { others, shown: twice })).toEqual([at(4, 'HJ-002 is listed twice', shownPath)]);
    expect(problemsOf(one, { others: others + notRule('HJ-002'), shown: shownRow('HJ-002') })).toEqual([
      at(1, 'HJ-002 is listed as shown and as no rule', shownPath),
    ]);
  });

  it('are refused as shown without a reason, or with a rule that their document does not have', () => {
    const one = head + procedure.replace('[HJ-001, HJ-002]', '[HJ-001]');
    expect(problemsOf(one, { shown: shownRow('HJ-002', 'archives-security/other') })).toEqual([
      at(2, 'HJ-002: HJ has no rule archives-security/other', shownPath),
    ]);
    const silent = shownRow('HJ-002', undefined, "' '");
    expect(problemsOf(one, { shown: silent })).toContainEqual(
      at(3, '[0].reason: a reason, in one sentence', shownPath),
    );
  });

  it('are refused in the covers of a procedure that nothing reads', () => {
    expect(problemsOf(head + procedure, { acting: () => false })).toEqual([
      at(10, 'daily-check: nothing reads this procedure, so it covers no row: move HJ-001, HJ-002 to shown/'),
    ]);
    const empty = head + procedure.replace('[HJ-001, HJ-002]', '[]');
    const shown = shownRow('HJ-001') + shownRow('HJ-002');
    expect(problemsOf(empty, { acting: () => false, shown })).toEqual([]);
  });
});
