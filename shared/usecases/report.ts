import { addDays, day, formatDay, type Day } from '../domain/day.ts';
import { at, dayOf, sortableInstant, type Instant } from '../domain/instant.ts';
import { contentHash, idOf } from '../domain/ids.ts';
import { effectiveDue } from '../domain/schedule.ts';
import { renderDaily } from '../letters/daily.ts';
import type { DailyLetter, DailyLine, UndeliveredLine } from '../letters/types.ts';
import { regulated } from '../rules/catalogue.ts';
import type { OfficeName } from '../rules/schema.ts';
import {
  configKey,
  dailyPartition,
  listOf,
  noticeKey,
  obligationKey,
  subjectKey,
  textKey,
} from '../store/keys.ts';
import {
  dailyLine,
  noticeRecord,
  obligationRecord,
  subjectRecord,
  type ObligationRecord,
  type SubjectRecord,
} from '../store/records.ts';
import { readAll, readInOrder } from '../store/read.ts';
import { loadContext, type Context } from './context.ts';
import type { Deps } from './deps.ts';
import { leaders, officers, type Recipient } from './recipients.ts';
import { sendNotice, type Letter } from './send.ts';
import { bureauSubjectId } from './setup.ts';
import { periodText, weekOf } from './wording.ts';

/** Minutes after the send hour at which the daily mail leaves: the notices of the day go first. */
const AFTER_NOTICES = 10;

/** How far back a due day can lie that became overdue since the last mail: longest holiday, with room. */
const LOOK_BACK = 45;

/** When the next daily mail of a jurisdiction is due, given the day of the last one. */
export function nextReportAt(context: Context, now: Instant): Instant {
  const { calendar, settings, reported } = context;
  const today = dayOf(now);
  const from =
    reported !== undefined && reported.on >= formatDay(today) ? addDays(day(reported.on), 1) : today;
  return at(calendar.onOrAfter(from), settings.sendHour, AFTER_NOTICES);
}

export interface Reported {
  readonly sent: number;
  /** When the next daily mail of any jurisdiction is due. */
  readonly next: Instant | undefined;
}

/** Sends the daily mail of every jurisdiction whose time has come; once a day, whatever is repeated. */
export async function report(deps: Deps): Promise<Reported> {
  let sent = 0;
  let next: Instant | undefined;
  for (const { id } of regulated) {
    const context = await loadContext(deps.store, id);
    if (!context) continue;
    const now = deps.clock.now();
    const due = nextReportAt(context, now);
    if (due <= now) sent += await reportFor(deps, context);
    const reported = { on: formatDay(dayOf(now)), version: 0 };
    const following = due <= now ? nextReportAt({ ...context, reported }, now) : due;
    next = next === undefined || following < next ? following : next;
  }
  return { sent, next };
}

async function reportFor(deps: Deps, context: Context): Promise<number> {
  const now = deps.clock.now();
  const since = context.reported === undefined ? addDays(dayOf(now), -1) : day(context.reported.on);
  const lines = await gather(deps, context, since, now);
  const offices = context.jurisdiction.offices ?? [];
  let sent = 0;
  for (const { office, name } of offices) {
    sent += await sendDaily(deps, context, office, letterFor(lines, office, name, dayOf(now)));
  }
  await markReported(deps, context, dayOf(now));
  return sent;
}

interface Line {
  readonly office: OfficeName;
  readonly line: DailyLine;
}

interface Gathered {
  readonly overdue: readonly Line[];
  readonly week: readonly Line[];
  readonly late: readonly Line[];
  readonly reports: readonly Line[];
  readonly undelivered: readonly { readonly office: OfficeName; readonly line: UndeliveredLine }[];
}

async function gather(deps: Deps, context: Context, since: Day, now: Instant): Promise<Gathered> {
  const near = await nearObligations(deps, context, now);
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
    undelivered: await undeliveredLines(
      deps,
      context,
      lines.filter((entry) => entry.type === 'undelivered').map((entry) => entry.id),
    ),
  };
}

async function nearObligations(deps: Deps, context: Context, now: Instant): Promise<ObligationRecord[]> {
  const today = dayOf(now);
  const keys = await readAll(deps.store, {
    pk: listOf(context.jurisdiction.id, 'OBLIGATION'),
    index: 'list',
    from: formatDay(addDays(today, -LOOK_BACK)),
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
): Promise<{ type: string; id: string }[]> {
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
  const rule = context.rulebook.deadlineOf(obligation.ruleId);
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
    .filter((notice) => ['failed', 'bounced', 'complained', 'suppressed'].includes(notice.status))
    .map((notice) => ({
      office: officeOf(context, names.get(notice.subjectId)),
      line: {
        owner: names.get(notice.subjectId)?.name ?? '',
        to: notice.to,
        channel: notice.to === '' ? 'none' : notice.channel,
        what: notice.subject,
        reason: notice.to === '' ? '没有联系人' : (notice.attempts.at(-1)?.outcome ?? notice.status),
      },
    }));
}

function officeOf(context: Context, subject: SubjectRecord | undefined): OfficeName {
  const named = subject?.facts['office'];
  const office = context.jurisdiction.offices?.find((entry) => entry.office === named);
  return office?.office ?? (subject?.kind === 'civil-defence-work' ? 'civil-defence' : 'archives');
}

function letterFor(lines: Gathered, office: OfficeName, bureau: string, today: Day): DailyLetter {
  const of = (list: readonly Line[]): DailyLine[] =>
    list.filter((entry) => entry.office === office).map((entry) => entry.line);
  return {
    bureau,
    today,
    becameOverdue: of(lines.overdue),
    dueThisWeek: of(lines.week),
    lateEntries: of(lines.late),
    reports: of(lines.reports),
    undelivered: lines.undelivered.filter((entry) => entry.office === office).map((entry) => entry.line),
  };
}

const isEmpty = (letter: DailyLetter): boolean =>
  [letter.becameOverdue, letter.dueThisWeek, letter.lateEntries, letter.reports, letter.undelivered].every(
    (list) => list.length === 0,
  );

async function sendDaily(
  deps: Deps,
  context: Context,
  office: OfficeName,
  letter: DailyLetter,
): Promise<number> {
  if (isEmpty(letter)) return 0;
  const bureauId = bureauSubjectId(context.jurisdiction.id, office);
  const item = await deps.store.get(subjectKey(context.jurisdiction.id, bureauId));
  const bureau = item && subjectRecord.parse(item);
  const own = officers(context, office, bureau);
  const recipients = own.length > 0 ? own : leaders(context, office);
  const rendered = renderDaily(letter);
  const hash = contentHash(rendered.html);
  await deps.store.putMany([{ ...textKey(hash), v: 1, text: rendered.text, html: rendered.html }]);
  const today = formatDay(letter.today);
  let sent = 0;
  for (const recipient of recipients) {
    if (await sendNotice(deps, dailyNotice(context, bureauId, recipient, rendered, hash, today))) sent += 1;
  }
  if (recipients.length === 0) {
    deps.log('warn', 'DAILY_NOBODY', 'The daily mail has no recipient: enter staff with an e-mail address.', {
      jurisdiction: context.jurisdiction.id,
    });
  }
  return sent;
}

function dailyNotice(
  context: Context,
  bureauId: string,
  recipient: Recipient,
  rendered: { readonly subject: string; readonly text: string; readonly html: string },
  hash: string,
  today: string,
): Letter {
  const jurisdiction = context.jurisdiction.id;
  return {
    draft: {
      id: `${bureauId}.${idOf('daily', jurisdiction, today, recipient.to.toLowerCase())}`,
      jurisdiction,
      subjectId: bureauId,
      kind: 'daily',
      step: `daily:${today}`,
      to: recipient.to,
      toName: recipient.name,
      channel: 'email',
      subject: rendered.subject,
      textHash: hash,
      late: false,
    },
    pointer: undefined,
    message: { channel: 'email', mail: { to: recipient.to, ...rendered } },
    stored: { hash, text: rendered.text, html: rendered.html },
  };
}

/** Forward only; two runs at once both send under the same notice ids, so one of them finds all settled. */
async function markReported(deps: Deps, context: Context, today: Day): Promise<void> {
  const { reported, jurisdiction } = context;
  const item = {
    ...configKey(jurisdiction.id, 'REPORTED'),
    v: 1,
    version: (reported?.version ?? 0) + 1,
    on: formatDay(today),
  };
  await deps.store.put(item, reported === undefined ? 'absent' : { version: reported.version });
}
