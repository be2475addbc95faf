import { addressKey } from '../../domain/address.ts';
import { addDays } from '../../domain/time/day.ts';
import { ACCEPTED, CAPTURED, isPassed } from '../../domain/notices/state.ts';
import { dayOf, startOfDay, type Instant } from '../../domain/time/instant.ts';
import type { UndeliveredLine } from '../../letters/types.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import { noticeRecord, type NoticeRecord, noticesAbout } from '../../records/notice.ts';
import { chunks } from '../../domain/chunks.ts';
import type { DailyLineType } from '../../records/daily-line.ts';
import type { Context } from '../context.ts';
import { dailyLines } from '../notices/daily-line.ts';
import type { Deps } from '../deps.ts';
import { obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

export interface OfficeUndelivered {
  readonly office: OfficeName;
  readonly line: UndeliveredLine;
}

/** Undelivered notices are looked for this many days back. */
const UNDELIVERED_BACK = 60;
/** States in which a notice was sent, or will never be sent. */
const settled: ReadonlySet<NoticeRecord['status']> = new Set(['sent', 'delivered', 'captured', 'withdrawn']);

/**
 * Notices that failed since the last mail, and older ones that still matter. An older one matters while its
 * duty is open and no later notice of that duty went to the same address. If it had no address at all, it
 * matters until a later notice reaches anybody.
 */
export async function undeliveredLines(
  deps: Deps,
  context: Context,
  last: Instant,
  now: Instant,
): Promise<OfficeUndelivered[]> {
  const { id: jurisdiction } = context.jurisdiction;
  const from = startOfDay(addDays(dayOf(now), -UNDELIVERED_BACK));
  const news = await failedOf(deps, context, last, now);
  const before = from < last ? await failedOf(deps, context, from, last) : [];
  const known = new Set(news.map(({ id }) => id));
  const earlier = before.filter(({ id }) => !known.has(id));
  const notices = [...(await stillWanted(deps, jurisdiction, earlier)), ...news];
  return linesFor(deps, context, notices);
}

/** Reminders that since the last mail lost their use before they could leave. */
export async function passedLines(
  deps: Deps,
  context: Context,
  last: Instant,
  now: Instant,
): Promise<OfficeUndelivered[]> {
  const notices = await toldOf(deps, context, 'passed', last, now);
  return linesFor(deps, context, notices.filter(isPassed));
}

async function linesFor(
  deps: Deps,
  context: Context,
  notices: readonly NoticeRecord[],
): Promise<OfficeUndelivered[]> {
  const names = await subjectsOf(deps, context, notices);
  return notices.map((notice) => ({
    office: officeOf(context, notice, names.get(notice.subjectId)),
    line: {
      owner: names.get(notice.subjectId)?.name ?? '',
      to: notice.to,
      channel: notice.to === '' ? 'none' : notice.channel,
      what: notice.subject,
      reason: whyUndelivered(notice),
    },
  }));
}

async function failedOf(
  deps: Deps,
  context: Context,
  after: Instant,
  until: Instant,
): Promise<NoticeRecord[]> {
  const notices = await toldOf(deps, context, 'undelivered', after, until);
  return notices.filter(({ status }) => !settled.has(status));
}

async function toldOf(
  deps: Deps,
  context: Context,
  about: DailyLineType,
  after: Instant,
  until: Instant,
): Promise<NoticeRecord[]> {
  const lines = (await dailyLines(deps, context, after, until)).filter(({ type }) => type === about);
  const keys = [...new Set(lines.map(({ id }) => id))].map((id) =>
    noticeRecord.key({ jurisdiction: context.jurisdiction.id, id }),
  );
  return (await readInOrder(deps.store, keys)).map(noticeRecord.of);
}

async function stillWanted(
  deps: Deps,
  jurisdiction: string,
  notices: readonly NoticeRecord[],
): Promise<NoticeRecord[]> {
  const ids = [...new Set(notices.flatMap(({ obligationId }) => obligationId ?? []))];
  const duties = await obligationRecord.readMany(
    deps.store,
    ids.map((id) => ({ jurisdiction, id })),
  );
  const closed = new Set(duties.flatMap((one) => (one.closed ? [one.id] : [])));
  const later = await noticesOf(deps, jurisdiction, new Set(notices.map(({ subjectId }) => subjectId)));
  return notices.filter((notice) => {
    const { obligationId, escalationId, kind, createdAt, to, channel } = notice;
    // The next daily mail replaces this one. A document that was issued still matters after its duty has
    // ended.
    if (kind === 'daily') return false;
    if (escalationId === undefined && obligationId !== undefined && closed.has(obligationId)) return false;
    return !later.some(
      (other) =>
        other.createdAt > createdAt &&
        other.obligationId === obligationId &&
        other.escalationId === escalationId &&
        (to === ''
          ? reached.has(other.status) || other.to === ''
          : addressKey(other.to) === addressKey(to) && other.channel === channel),
    );
  });
}

const reached: ReadonlySet<NoticeRecord['status']> = new Set(['sent', 'delivered']);

/** Subjects whose notices are read in parallel. */
const AT_ONCE = 10;

async function noticesOf(
  deps: Deps,
  jurisdiction: string,
  subjects: ReadonlySet<string>,
): Promise<NoticeRecord[]> {
  const found: NoticeRecord[] = [];
  for (const portion of chunks([...subjects], AT_ONCE)) {
    const read = portion.map((id) => readAll(deps.store, noticesAbout(jurisdiction, id)));
    found.push(...(await Promise.all(read)).flat().map(noticeRecord.of));
  }
  return found;
}

const fared: ReadonlySet<string> = new Set([ACCEPTED, CAPTURED, 'delivered']);

/** The reason in words for an officer. The provider’s own text is added unchanged. */
function whyUndelivered({ to, status, attempts }: NoticeRecord): string {
  if (to === '') return '没有联系人';
  const outcome = attempts.findLast(({ outcome: said }) => !fared.has(said))?.outcome;
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

/** The office whose duty or document the notice is about; when no rule says so, the office of the subject. */
function officeOf(
  context: Context,
  { ruleId }: NoticeRecord,
  subject: SubjectRecord | undefined,
): OfficeName {
  const rule = ruleId === undefined ? undefined : context.rulebook.ruleOf(ruleId);
  if (rule) return rule.office;
  const named = subject?.facts['office'];
  const office = context.jurisdiction.offices?.find((entry) => entry.office === named);
  return office?.office ?? (subject?.kind === 'civil-defence-work' ? 'civil-defence' : 'archives');
}

export async function subjectsOf(
  deps: Deps,
  context: Context,
  ofSubjects: readonly { readonly subjectId: string }[],
): Promise<Map<string, SubjectRecord>> {
  const ids = [...new Set(ofSubjects.map(({ subjectId }) => subjectId))];
  const items = await deps.store.getMany(
    ids.map((id) => subjectRecord.key({ jurisdiction: context.jurisdiction.id, id })),
  );
  return new Map(items.map(subjectRecord.of).map((subject) => [subject.id, subject]));
}
