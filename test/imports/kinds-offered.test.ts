import { expect, test } from 'vitest';
import { draftOf } from '../../shared/rosters/drafts.ts';

const header = {
  row: 1,
  skipped: new Set<number>(),
  understood: [],
  columns: [
    { index: 0, meaning: { what: 'name' }, path: 'name', label: 'A 名称' },
    { index: 1, meaning: { what: 'kind' }, path: 'kind', label: 'B 类别' },
  ],
} as const;
const text = (value: string) => ({ kind: 'text', text: value }) as const;

test.each([
  ['missing', [], 'import.no-kind', 'kinds'],
  ['not known', [text('飞船')], 'import.choice', 'choices'],
])('a kind that is %s offers no bureau', (_, kind, code, offered) => {
  const { errors } = draftOf(header, { row: 2, cells: [text('甲'), ...kind] });
  expect(errors).toMatchObject([{ path: 'kind', code }]);
  expect(errors[0]?.params[offered]).toEqual(expect.arrayContaining(['单位', '建设项目']));
  expect(errors[0]?.params[offered]).not.toContain('主管部门');
});

test('a row of a bureau that exists is read', () => {
  expect(draftOf(header, { row: 2, cells: [text('本局'), text('主管部门')] })).toMatchObject({
    kind: 'bureau',
    errors: [],
  });
});
