import type { CalendarEvent } from '../../calendar/ics.ts';
import { day, type Day } from '../../domain/time/day.ts';
import { toInstant, type Instant } from '../../domain/time/instant.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { CLAUSE, dated, datedInstant, withPeriod } from '../../letters/wording.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { FeedRecord } from '../../records/feed.ts';
import { clauseOf, periodText } from '../notices/wording.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/**
 * Subjects of these kinds may bear the names of persons. A calendar travels to other programs, so it shows only
 * the kind.
 */
const unnamed: Readonly<Partial<Record<SubjectKind, string>>> = {
  case: '行政处罚案件',
  archivist: '档案工作人员',
  permit: '行政许可事项',
  'reconsideration-decision': '行政复议事项',
};

const ownerOf = ({ kind, name }: SubjectRecord): string => unnamed[kind] ?? name;

/**
 * A duty as a calendar entry. It depends only on the records, not on the current time, so that an unchanged
 * calendar is the same byte for byte. A closed duty is cancelled, even a fulfilled one: calendars strike it out
 * or remove it, and an alarm that a person has set in their own program does not ring for what is done.
 */
export function eventOf(
  rule: DeadlineRule,
  obligation: ObligationRecord,
  subject: SubjectRecord,
  { withOwner }: { readonly withOwner: boolean },
): CalendarEvent {
  const due = day(effectiveDue(obligation));
  const at = obligation.extendedTo === undefined ? obligation.dueAt : undefined;
  const owner = ownerOf(subject);
  const title = withPeriod(rule.title.replace(/^每年/u, ''), periodText(obligation.period));
  return {
    uid: `${obligation.id}@archive-duty`,
    sequence: obligation.version,
    changedAt: changedAt(obligation),
    on: at === undefined ? { day: due } : { at },
    cancelled: obligation.closed !== undefined,
    summary: `【${stateWord(obligation)}】${title}${withOwner ? `——${owner}` : ''}`,
    description: description(rule, obligation, owner, dueText(obligation, due, at)),
  };
}

const closedWords = {
  fulfilled: '已办结',
  'fulfilled-late': '已办结',
  waived: '已免除',
  superseded: '已取消',
} as const;

function stateWord(obligation: ObligationRecord): string {
  if (obligation.closed) return closedWords[obligation.closed.how];
  if (obligation.report?.state === 'pending') return '已报送';
  if (obligation.extendedTo !== undefined) return '延期截止';
  return obligation.provisional ? '截止，暂定' : '截止';
}

function dueText({ extendedTo, provisional }: ObligationRecord, due: Day, at: Instant | undefined): string {
  if (at !== undefined) return `${datedInstant(due, at)}前`;
  if (extendedTo !== undefined) return `经批准延期至${dated(due)}（含当日）`;
  return `${dated(due)}前（含当日）${provisional ? '（暂定，放假安排公布后可能调整）' : ''}`;
}

/** The text of a finding is free text and may name persons, so it stays in the system. */
function description(rule: DeadlineRule, obligation: ObligationRecord, owner: string, due: string): string {
  const { what, to, due: computed } = rule.deadline;
  const title = computed.type === 'finding' ? undefined : obligation.title;
  const rows = [
    ['办理事项', withPeriod(title ?? what, periodText(obligation.period))],
    ['责任主体', owner],
    ['接收单位', to],
    ['办理期限', due],
    ['办理进展', progress(obligation)],
    [CLAUSE, clauseOf(rule)],
    ['规则编号', rule.ruleId],
  ] as const;
  const lines = rows.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${value}`]));
  return [...lines, '本日历仅供安排工作参考，不作为法律文书送达；以正式通知和系统登记为准。'].join('\n');
}

function progress({ closed, report }: ObligationRecord): string | undefined {
  if (closed) {
    const on = dated(day(closed.on));
    if (closed.how === 'waived') return `经批准免除（${on}）`;
    if (closed.how === 'superseded') return `已不需办理（${on}）`;
    return `${closed.how === 'fulfilled' ? '按期办结' : '逾期办结'}（${on}）`;
  }
  if (report?.state === 'pending') return `已于${dated(day(report.on))}报送，待审核`;
  return report?.state === 'returned' ? '报送材料已退回，待补正' : undefined;
}

/** The last time at which the duty changed in a way that its readers can see. */
function changedAt({ enteredAt, datedAt, closed, report, history }: ObligationRecord): Instant {
  const moments = [closed?.at, report?.at, ...history.map(({ at }) => at)];
  return toInstant(Math.max(enteredAt, datedAt, ...moments.flatMap((at) => (at === undefined ? [] : [at]))));
}

/** An entry which says that the calendar is incomplete from this day on. */
export function moreEvent(feed: FeedRecord, on: Day): CalendarEvent {
  const text = '该日起事项较多，日历未全部列出，请登录系统查看。';
  return {
    uid: `${feed.id}.more@archive-duty`,
    sequence: on,
    changedAt: feed.createdAt,
    on: { day: on },
    cancelled: false,
    summary: '【提示】自本日起事项未全部列出，请登录系统查看',
    description: text,
  };
}
