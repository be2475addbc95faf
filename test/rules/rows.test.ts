import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { actingProcedures } from '../../shared/rules/acting.ts';
import { regulated, rulebookOf } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/rule.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** What the product does by a rule, from the rule itself. */
function doneBy({ id, deadline, quota, escalation, figures, kind }: Rule): string | undefined {
  if (deadline) {
    const then = deadline.sanctions?.map(({ step }) => step) ?? [];
    return ['duty:', deadline.due.type, deadline.pursuit, ...then].join(' ');
  }
  if (quota) return `quota: ${quota.form} per ${quota.per}`;
  if (escalation) return `draft: ${escalation.steps.map(({ step }) => step).join(' ')}`;
  if (kind === 'threshold') return `limit: ${Object.keys(figures ?? {}).join(' ')}`;
  return actingProcedures[id]?.does;
}

const rules = regulated.flatMap(({ id }) => rulebookOf(id).rules);

const done = new Map<string, string[]>();
for (const rule of rules)
  for (const row of rule.covers)
    done.set(row, [...(done.get(row) ?? []), `${rule.ruleId}  ${doneBy(rule) ?? 'NOTHING'}`]);

const order = ['HJ', 'SX', 'LQ', 'BX', 'LN'];
const rank = (row: string): string => `${order.indexOf(row.slice(0, 2))}${row}`;

test('each row that is covered has something that the product does with it', async () => {
  const lines = [...done]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([row, by]) => `${row}\n${[...new Set(by)].map((one) => `  ${one}`).join('\n')}`);
  expect(lines.filter((line) => line.includes('NOTHING'))).toEqual([]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/rows.txt');
});

test.each(Object.entries(actingProcedures))(
  'the procedure %s is named by the file that reads it',
  (id, { readBy }) => {
    const named = readBy.endsWith('.yaml') ? id : `'${id}'`;
    expect(textOf(readBy)).toContain(named);
  },
);

test('each acting procedure covers a row somewhere', () => {
  const covering = new Set(rules.filter(({ covers }) => covers.length > 0).map(({ id }) => id));
  expect(Object.keys(actingProcedures).filter((id) => !covering.has(id))).toEqual([]);
});

const list = z.array(z.looseObject({ row: z.string(), reason: z.string() }));

test('the figures in the documents are those of the lists', () => {
  const rowsIn = (folder: string): number =>
    readdirSync(`${root}shared/rulebooks/${folder}`)
      .map((name) => list.parse(parse(textOf(`shared/rulebooks/${folder}/${name}`))).length)
      .reduce((sum, count) => sum + count, 0);
  const said = `${done.size} covered, ${rowsIn('shown')} shown, ${rowsIn('not-rules')} no rules`;
  expect(textOf('shared/rulebooks/README.md')).toContain(said);
});
