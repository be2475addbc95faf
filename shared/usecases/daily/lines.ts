import { addDays, day, formatDay, type Day } from '../../domain/time/day.ts';
import { at, dayOf, type Instant } from '../../domain/time/instant.ts';
import { isLate } from '../../domain/duties/state.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import type { DailyLine } from '../../letters/types.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { listOf } from '../../records/keys.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import { chunks } from '../../domain/chunks.ts';
import { type Context } from '../context.ts';
import { contactLines } from './answers.ts';
import { caseLines } from './cases.ts';
import { notesOf } from './notes.ts';
import { documentLines, type OfficeDocument } from './escalations.ts';
import { dailyLines } from '../notices/daily-line.ts';
import { passedLines, subjectsOf, undeliveredLines, type OfficeUndelivered } from './undelivered.ts';
import type { Deps } from '../deps.ts';
import { dutyRule } from '../register/rule-of.ts';
import { faultLines } from '../notices/rule-faults.ts';
import { dated } from '../../letters/wording.ts';
import { periodText, weekOf } from '../notices/wording.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { say } from '../../problems/say.ts';
import { certificateNote } from '../register/certificate-note.ts';

/** The daily mail leaves this many minutes after the send hour, so that the notices of the day go first. */
export const AFTER_NOTICES = 10;

/**
 * In days. A duty that became overdue after the last mail was due at most this long before that mail: the
 * longest holiday, with a margin.
 */
const LOOK_BACK = 45;

export interface Line {
  readonly office: OfficeName;
  readonly line: DailyLine;
}

export interface Gathered {
  readonly overdue: readonly Line[];
  readonly still: readonly Line[];
  readonly week: readonly Line[];
  readonly late: readonly Line[];
  readonly reports: readonly Line[];
  readonly extensions: readonly Line[];
  readonly contacts: readonly { readonly office: OfficeName; readonly line: string }[];
  readonly documents: readonly OfficeDocument[];
  readonly undelivered: readonly OfficeUndelivered[];
  readonly passed: readonly OfficeUndelivered[];
  readonly rules: readonly { readonly office: OfficeName; readonly line: string }[];
}

/** Collects what is new since the last mail, and what is still open, however old. */
export async function gather(deps: Deps, context: Context, since: Day, now: Instant): Promise<Gathered> {
  const standing = await standingDuties(deps, context, since, now);
  const last = at(since, context.settings.sendHour, AFTER_NOTICES);
  const lines = await dailyLines(deps, context, last, now);
  const isPending = ({ report }: ObligationRecord): boolean => report?.state === 'pending';
  // A duty with a report waits for the bureau’s answer, so it is listed there only.
  const owed = standing.filter((obligation) => !isPending(obligation));
  const late = owed.filter((obligation) => isLate(obligation, now));
  const names = await subjectsOf(deps, context, standing);
  const notes = await notesOf(deps, context, late, names);
  const told = (keep: (obligation: ObligationRecord) => boolean, of = standing): Line[] =>
    of.filter(keep).flatMap((obligation) => lineOf(context, obligation, names, notes, now));
  return {
    overdue: told(({ overdueFrom }) => overdueFrom > last, late),
    still: told(({ overdueFrom }) => overdueFrom <= last, late),
    week: told((one) => isDueThisWeek(one, now), owed),
    late: told(({ pursuit }) => pursuit === 'unconfirmed', owed),
    reports: told(isPending),
    extensions: told((one) => one.extensionRequest !== undefined),
    contacts: await contactLines(deps, context, lines),
    documents: [
      ...(await documentLines(deps, context, lines, now)),
      ...(await caseLines(deps, context, now)),
    ],
    rules: faultLines(context, lines),
    undelivered: await undeliveredLines(deps, context, last, now),
    passed: await passedLines(deps, context, last, now),
  };
}

function isDueThisWeek(obligation: ObligationRecord, now: Instant): boolean {
  const [today, due] = [dayOf(now), day(effectiveDue(obligation))];
  const isAhead = obligation.pursuit === 'active' && now < obligation.overdueFrom;
  return isAhead && due >= today && due <= weekOf(today).to;
}

/** Duties read at once. What is of no interest is dropped portion by portion. */
const PORTION = 500;

/**
 * Everything that is late, waits for a confirmation or an answer, or is due this week, by due day. Duties due
 * before `trackFrom` are not pursued and not listed.
 */
async function standingDuties(
  deps: Deps,
  context: Context,
  since: Day,
  now: Instant,
): Promise<ObligationRecord[]> {
  const today = dayOf(now);
  const near = formatDay(addDays(since < today ? since : today, -LOOK_BACK));
  const { trackFrom } = context.settings;
  const keys = await readAll(deps.store, {
    pk: listOf(context.jurisdiction.id, 'OBLIGATION'),
    index: 'list',
    from: trackFrom < near ? trackFrom : near,
  });
  const found: ObligationRecord[] = [];
  for (const portion of chunks(keys, PORTION))
    for (const item of await readInOrder(deps.store, portion)) {
      const obligation = obligationRecord.of(item);
      if (!obligation.closed && waits(obligation, now)) found.push(obligation);
    }
  return found;
}

const waits = (obligation: ObligationRecord, now: Instant): boolean =>
  isLate(obligation, now) ||
  obligation.pursuit === 'unconfirmed' ||
  obligation.report?.state === 'pending' ||
  obligation.extensionRequest !== undefined ||
  isDueThisWeek(obligation, now);

function lineOf(
  context: Context,
  obligation: ObligationRecord,
  subjects: ReadonlyMap<string, SubjectRecord>,
  notes: ReadonlyMap<string, string>,
  now: Instant,
): Line[] {
  const rule = dutyRule(context.rulebook, obligation);
  if (!rule) return [];
  const subject = subjects.get(obligation.subjectId);
  const certificate = subject && certificateNote(context, subject, formatDay(dayOf(now)));
  const wanted = obligation.extensionRequest?.until;
  const note = [
    wanted && `单位申请延期至${dated(day(wanted))}`,
    obligation.provisional ? '日期暂定' : notes.get(obligation.id),
    certificate && say(certificate, 'zh'),
  ];
  return [
    {
      office: rule.office,
      line: {
        owner: subject?.name ?? '',
        what: obligation.title ?? rule.deadline.what,
        period: periodText(obligation.period),
        dueOn: day(effectiveDue(obligation)),
        note: note.filter((part) => part !== undefined).join('；') || undefined,
      },
    },
  ];
}
