import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { DeadlineRule } from '../../../shared/rules/rule.ts';
import type { Previewed } from '../../../shared/usecases/duties/preview.ts';
import { planned, previewed, type Case } from './deadlines.ts';

const line = (label: string, values: readonly string[]): string[] =>
  (values.length === 0 ? ['—'] : values).map(
    (value, index) => `    ${(index === 0 ? label : '').padEnd(13)}${value}`,
  );

function sanctionsOf(duty: Previewed): string[] {
  return duty.escalations.map(
    ({ step, at, after, approval }) =>
      `${step}, drafted ${at ?? `after ${after ?? '?'}`}, approved by ${approval}`,
  );
}

function printDuty(duty: Previewed, steps: readonly string[]): string {
  const head = [duty.period ?? 'once', ...(duty.title === undefined ? [] : [duty.title])].join(' ');
  return [
    `  ${head}`,
    ...line('arises', [duty.arisesOn]),
    ...line('due', [duty.dueOn ?? duty.dueAt ?? '?']),
    ...line('act by', [duty.actBy]),
    ...line('overdue from', [duty.overdueFrom]),
    ...line('provisional', [duty.provisional ? 'yes' : 'no']),
    ...line('reminders', duty.reminders),
    ...line(
      'when overdue',
      steps.filter((step) => !step.includes(' reminder:')),
    ),
    ...line('sanctions', sanctionsOf(duty)),
    ...line(
      'why',
      duty.explanation.map((step) => `${step.day} ${step.rule}：${step.text}`),
    ),
  ].join('\n');
}

function printCase(jurisdiction: string, one: Case): string {
  const facts = Object.entries(one.facts ?? {}).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const own = { ...one.readings, ...one.figures };
  const chosen = Object.entries(own).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const who = [one.kind, ...(one.traits ?? []), ...facts].join(' ');
  const choice = chosen.length === 0 ? '' : `, chosen: ${chosen.join(' ')}`;
  const steps = planned(jurisdiction, one);
  const duties = previewed(jurisdiction, one).map((duty, index) =>
    printDuty(duty, steps[index]?.steps ?? []),
  );
  return [
    `# ${one.shows}`,
    `  ${who}${choice}; ${one.from} to ${one.to}`,
    ...(duties.length === 0 ? ['  nothing'] : duties),
  ].join('\n');
}

function printRule(jurisdiction: string, rule: DeadlineRule, cases: readonly Case[]): string {
  const own = cases.filter((one) => one.ruleId === rule.ruleId);
  const { what, to, pursuit, tell } = rule.deadline;
  return [
    `## ${rule.ruleId}`,
    `${rule.title}（${rule.document} ${rule.cite}）`,
    `${what}${to === undefined ? '' : ` → ${to}`}`,
    `pursuit: ${pursuit}${tell === undefined ? '' : `; told too: ${tell.join('、')}`}`,
    ...own.map((one) => printCase(jurisdiction, one)),
  ].join('\n');
}

/** Deadlines that follow from facts of the subject, not from findings. */
export const rulesOfFacts = (jurisdiction: string): DeadlineRule[] =>
  rulebookOf(jurisdiction).deadlines.filter(({ deadline }) => deadline.due.type !== 'finding');

/** Each of them, in the rulebook’s order, with its cases. */
export function printDeadlines(jurisdiction: string, cases: readonly Case[]): string {
  const printed = rulesOfFacts(jurisdiction).map((rule) => printRule(jurisdiction, rule, cases));
  return `${printed.join('\n\n')}\n`;
}
