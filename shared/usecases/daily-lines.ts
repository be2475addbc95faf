import { addDays, day, formatDay, type Day } from '../domain/day.ts';
import { at, dayOf, sortableInstant, type Instant } from '../domain/instant.ts';
import { effectiveDue } from '../domain/schedule.ts';
import type { DailyLine, UndeliveredLine } from '../letters/types.ts';
import type { OfficeName } from '../rules/schema.ts';
import { dailyPartition, listOf, noticeKey, obligationKey, subjectKey } from '../store/keys.ts';
import {
  dailyLine,
  noticeRecord,
  type NoticeRecord,
  obligationRecord,
  subjectRecord,
  type DailyLineType,
  type ObligationRecord,
  type SubjectRecord,
} from '../store/records.ts';
import { readAll, readInOrder } from '../store/read.ts';
import { type Context } from './context.ts';
import { documentLines, type OfficeDocument } from './daily-escalations.ts';
import type { Deps } from './deps.ts';
import { dutyRule } from './rule-of.ts';
import { faultLines } from './rule-faults.ts';
import { periodText, weekOf } from './wording.ts';

/** Minutes after the send hour at which the daily mail leaves: the notices of the day go first. */
export const AFTER_NOTICES = 10;

/** How far a due day can lie before the last mail after which it became overdue: longest holiday, with room. */
const LOOK_BACK = 45;

export interface Line {
  readonly office: OfficeName;
  readonly line: DailyLine;
}

export interface Gathered {
  readonly overdue: readonly Line[];
  readonly week: readonly Line[];
  readonly late: readonly Line[];
  readonly reports: readonly Line[];
  readonly documents: readonly OfficeDocument[];
  readonly undelivered: readonly { readonly office: OfficeName; readonly line: UndeliveredLine }[];
  readonly rules: readonly { readonly office: OfficeName; readonly line: string }[];
}

export async function gather(deps: Deps, context: Context, since: Day, now: Instant): Promise<Gathered> {
  const near = await nearObligations(deps, context, since, now);
  const lines = await dailyLines(deps, context, since, now);
  const listed = await obligationsById(
    deps,
    context,
    lines.filter((line) => line.type === 'late-entry').map((line) => line.id),
  );
  const waiting = await obligationsById(
    deps,
    context,
    lines.filter((line) => line.type === 'reported').map((line) => line.id),
  );
  const open = near.filter((obligation) => !obligation.closed && obligation.pursuit === 'active');
  const today = dayOf(now);
  const fresh = open.filter(
    (obligation) =>
      obligation.overdueFrom <= now &&
      obligation.overdueFrom > at(since, context.settings.sendHour, AFTER_NOTICES),
  );
  const week = open.filter((obligation) => {
    const due = day(effectiveDue(obligation));
    return due >= today && due <= weekOf(today).to && now < obligation.overdueFrom;
  });
  const names = await subjectsOf(deps, context, [...fresh, ...week, ...listed, ...waiting]);
  const line = (obligation: ObligationRecord): Line[] => lineOf(context, obligation, names);
  return {
    overdue: fresh.flatMap(line),
    week: week.flatMap(line),
    late: listed
      .filter((obligation) => !obligation.closed && obligation.pursuit === 'unconfirmed')
      .flatMap(line),
    reports: waiting.filter((obligation) => obligation.report?.state === 'pending').flatMap(line),
    documents: await documentLines(deps, context, lines),
    rules: faultLines(context, lines),
    undelivered: await undeliveredLines(
      deps,
      context,
      lines.filter((entry) => entry.type === 'undelivered').map((entry) => entry.id),
    ),
  };
}

async function nearObligations(
  deps: Deps,
  context: Context,
  since: Day,
  now: Instant,
): Promise<ObligationRecord[]> {
  const today = dayOf(now);
  const keys = await readAll(deps.store, {
    pk: listOf(context.jurisdiction.id, 'OBLIGATION'),
    index: 'list',
    from: formatDay(addDays(since < today ? since : today, -LOOK_BACK)),
    to: `${formatDay(weekOf(today).to)}#~`,
  });
  return (await readInOrder(deps.store, keys)).map((item) => obligationRecord.parse(item));
}

/** What came up after the last mail left, up to now. */
async function dailyLines(
  deps: Deps,
  context: Context,
  since: Day,
  now: Instant,
): Promise<{ type: DailyLineType; id: string }[]> {
  const last = at(since, context.settings.sendHour, AFTER_NOTICES);
  const items = await readAll(deps.store, {
    pk: dailyPartition(context.jurisdiction.id),
    from: `${sortableInstant(last)}#~`,
    to: `${sortableInstant(now)}#~`,
    consistent: true,
  });
  return items.map((item) => dailyLine.parse(item));
}

async function obligationsById(
  deps: Deps,
  context: Context,
  ids: readonly string[],
): Promise<ObligationRecord[]> {
  const keys = [...new Set(ids)].map((id) => obligationKey(context.jurisdiction.id, id));
  return (await readInOrder(deps.store, keys)).map((item) => obligationRecord.parse(item));
}

async function subjectsOf(
  deps: Deps,
  context: Context,
  obligations: readonly ObligationRecord[],
): Promise<Map<string, SubjectRecord>> {
  const ids = [...new Set(obligations.map((obligation) => obligation.subjectId))];
  const items = await deps.store.getMany(ids.map((id) => subjectKey(context.jurisdiction.id, id)));
  return new Map(items.map((item) => subjectRecord.parse(item)).map((subject) => [subject.id, subject]));
}

function lineOf(
  context: Context,
  obligation: ObligationRecord,
  subjects: ReadonlyMap<string, SubjectRecord>,
): Line[] {
  const rule = dutyRule(context.rulebook, obligation);
  if (!rule) return [];
  return [
    {
      office: rule.office,
      line: {
        owner: subjects.get(obligation.subjectId)?.name ?? '',
        what: obligation.title ?? rule.deadline.what,
        period: periodText(obligation.period),
        dueOn: day(effectiveDue(obligation)),
        note: obligation.provisional ? '日期暂定' : undefined,
      },
    },
  ];
}

async function undeliveredLines(
  deps: Deps,
  context: Context,
  ids: readonly string[],
): Promise<Gathered['undelivered']> {
  const keys = [...new Set(ids)].map((id) => noticeKey(context.jurisdiction.id, id));
  const notices = (await readInOrder(deps.store, keys)).map((item) => noticeRecord.parse(item));
  const subjects = await deps.store.getMany(
    [...new Set(notices.map((notice) => notice.subjectId))].map((id) =>
      subjectKey(context.jurisdiction.id, id),
    ),
  );
  const names = new Map(
    subjects.map((item) => subjectRecord.parse(item)).map((subject) => [subject.id, subject]),
  );
  return notices
    .filter((notice) => !reached.has(notice.status))
    .map((notice) => ({
      office: officeOf(context, names.get(notice.subjectId)),
      line: {
        owner: names.get(notice.subjectId)?.name ?? '',
        to: notice.to,
        channel: notice.to === '' ? 'none' : notice.channel,
        what: notice.subject,
        reason: whyUndelivered(notice),
      },
    }));
}

/** It left, or is not to leave any more. */
const reached: ReadonlySet<NoticeRecord['status']> = new Set(['sent', 'delivered', 'captured', 'withdrawn']);

/** As an officer reads it; what the provider said goes along as it is. */
function whyUndelivered({ to, status, attempts }: NoticeRecord): string {
  if (to === '') return '没有联系人';
  const outcome = attempts.findLast(
    ({ outcome: said }) => said !== 'accepted' && said !== 'delivered',
  )?.outcome;
  const said = outcome?.replace(/^(?:bounced|complained|suppressed)(?:: )?/u, '') ?? '';
  switch (status) {
    case 'bounced':
      return said === '' ? '被退回' : `被退回：${said}`;
    case 'complained':
      return '收件人投诉为垃圾邮件，今后不再向其发送';
    case 'suppressed':
      return said;
    case 'queued':
      return `发送渠道暂不可用，恢复后自动补发${said === '' ? '' : `：${said.replace(/^temporary: /u, '')}`}`;
    case 'unknown':
      return '已交付发送渠道但未得到答复，是否送达不明，请与对方核实或者重新发送';
    default:
      return outcome ?? status;
  }
}

function officeOf(context: Context, subject: SubjectRecord | undefined): OfficeName {
  const named = subject?.facts['office'];
  const office = context.jurisdiction.offices?.find((entry) => entry.office === named);
  return office?.office ?? (subject?.kind === 'civil-defence-work' ? 'civil-defence' : 'archives');
}
