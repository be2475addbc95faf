import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noticeRecord } from '../../shared/records/notice.ts';
import { regulated, rulebookOf } from '../../shared/rules/catalogue.ts';
import type { DeadlineRule } from '../../shared/rules/rule.ts';
import { subjectKind, type SubjectKind } from '../../shared/rules/schema.ts';
import { recipientsOf } from '../../shared/usecases/notices/addressing.ts';
import type { Duty } from '../../shared/usecases/notices/duty.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import {
  dutyIn,
  departmentAbove,
  shapes,
  steps,
  toldBefore,
  whose,
  type Shape,
} from '../support/bureaus/registers.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

/** In what a register may hold: who gets each step of each rule. */

const inside = ['officer', 'case-officer', 'desk', 'leader', 'superior'];

const stores = new Map(regulated.map(({ id }) => [id, createMemoryStore()] as const));
beforeAll(async () => {
  for (const [id, store] of stores)
    await store.putMany([
      ...departmentAbove(id).map(subjectRecord.itemOf),
      ...toldBefore(id).map(noticeRecord.itemOf),
    ]);
});

/** Whose addresses get the step. */
async function reached(jurisdiction: string, duty: Duty): Promise<string[]> {
  const store = stores.get(jurisdiction);
  if (!store) throw new Error(jurisdiction);
  const { recipients } = await recipientsOf({ store }, duty);
  return [...new Set(recipients.map(({ to }) => whose(to)))].sort();
}

const rules: readonly (readonly [string, DeadlineRule])[] = regulated.flatMap(({ id }) =>
  rulebookOf(id).deadlines.map((rule) => [id, rule] as const),
);

/** What is not as it should be; one comparison a test, for there are many registers. */
const wrong: string[] = [];
beforeEach(() => wrong.splice(0));
function note({ rule, subject, step }: Duty, found: readonly string[], wanted: readonly string[]): void {
  const [is, should] = [found.join(' '), wanted.join(' ')];
  if (is !== should) wrong.push(`${rule.ruleId} ${step.kind}, ${subject.kind}: ${is} instead of ${should}`);
}

/** What the bureau owes is asked for subjects of every kind, each other rule for its own. */
const kindsOf = (rule: DeadlineRule): readonly SubjectKind[] =>
  rule.deadline.pursuit === 'bureau' ? subjectKind.options : [rule.deadline.owedBy.kind];

/** Those whom a step of what the bureau owes is for. */
function expected(duty: Duty, shape: Shape): string[] {
  const has = (who: 'officers' | 'leader') => shape.staff === who || shape.staff === 'all';
  const leader = has('leader') ? ['leader'] : [];
  if (duty.step.kind === 'alert-leader') return leader;
  if (duty.step.kind === 'alert-superior') return ['superior'];
  const named = shape.named && has('officers');
  if (named && duty.subject.kind === 'case') return ['case-officer'];
  const office = [
    ...(named ? ['case-officer'] : []),
    ...(shape.desk ? ['desk'] : []),
    ...(has('officers') ? ['officer'] : []),
  ];
  return office.length > 0 ? office : leader;
}

describe('what the bureau owes, whatever it is about', () => {
  const own = rules.filter(([, { deadline }]) => deadline.pursuit === 'bureau');

  test.each(own.map(([id, rule]) => [id, rule.ruleId, rule] as const))(
    '%s %s is told to those who do it, and then to those above them',
    async (id, _, rule) => {
      for (const shape of shapes)
        for (const kind of kindsOf(rule))
          for (const step of steps.filter((one) => one !== 'correction')) {
            const duty = dutyIn(id, rule, kind, step, shape);
            note(duty, await reached(id, duty), expected(duty, shape));
          }
      expect(wrong).toEqual([]);
    },
  );

  test.each(own.map(([id, rule]) => [id, rule.ruleId, rule] as const))(
    '%s %s: a moved day is told to no one outside, also where outsiders were told the old one',
    async (id, _, rule) => {
      for (const shape of shapes) {
        const to = await reached(id, dutyIn(id, rule, 'case', 'correction', shape));
        const outside = to.filter((who) => !inside.includes(who));
        note(dutyIn(id, rule, 'case', 'correction', shape), outside, []);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('what a unit owes', () => {
  const theirs = rules.filter(([, { deadline }]) => deadline.pursuit !== 'bureau');

  test.each(theirs.map(([id, rule]) => [id, rule.ruleId, rule] as const))(
    '%s %s is told to its own people, else to the unit above; to a department where the rule says so',
    async (id, _, rule) => {
      for (const shape of shapes)
        for (const kind of kindsOf(rule))
          for (const step of ['reminder', 'overdue', 'returned'] as const) {
            const made = dutyIn(id, rule, kind, step, shape);
            const facts = { competentDepartment: '建设局' };
            const duty = { ...made, subject: { ...made.subject, facts } };
            const to = await reached(id, duty);
            if (kind === 'bureau') {
              note(duty, to, expected(duty, shape));
              continue;
            }
            const ofUnit =
              shape.own !== 'none'
                ? ['owner']
                : shape.parent !== 'none' && shape.parent !== 'absent'
                  ? ['parent']
                  : [];
            const tells = rule.deadline.tell !== undefined && step !== 'returned' && ofUnit.length > 0;
            const department = tells && shape.parent !== 'absent' ? ['department'] : [];
            note(duty, to, [...department, ...ofUnit].sort());
          }
      expect(wrong).toEqual([]);
    },
  );
});
