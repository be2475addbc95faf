import { notFound, ok, type Outcome } from '../../outcome.ts';
import { seesDuty, seesSubject } from '../../domain/principal.ts';
import { addDays, formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant, type Instant } from '../../domain/time/instant.ts';
import { isLate, statusOf } from '../../domain/duties/state.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { listOf, subjectPartition } from '../../records/keys.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import { showsNotice } from '../notices/list.ts';
import { leavingToday } from '../notices/leaving.ts';
import { dutyRule } from '../register/rule-of.ts';
import { watermarkDay } from '../watermark.ts';
import type { ReadRequest, Request } from '../request.ts';
import { obligationView } from '../views.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { lastNoticeRecord, type LastNotice } from '../../records/last-notice.ts';
import { subjectRecord } from '../../records/subject.ts';

const DUE_SOON_DAYS = 30;

export interface Summary {
  open: number;
  /** Past their due day and pursued: those that are late, and those that wait for a confirmation. */
  overdue: number;
  late: number;
  /** Late when entered: waits for an officer’s confirmation. */
  unconfirmed: number;
  dueSoon: number;
  fulfilled: number;
  fulfilledLate: number;
  /** Due before tracking began, or under a rule that pursues nobody. Counted separately. */
  notPursued: number;
}

const emptySummary = (): Summary => ({
  open: 0,
  overdue: 0,
  late: 0,
  unconfirmed: 0,
  dueSoon: 0,
  fulfilled: 0,
  fulfilledLate: 0,
  notPursued: 0,
});

const pursued = (obligation: ObligationRecord): boolean =>
  obligation.pursuit === 'active' || obligation.pursuit === 'unconfirmed';

function count(summary: Summary, obligation: ObligationRecord, now: Instant): void {
  const status = statusOf(obligation, now);
  if (status === 'fulfilled') summary.fulfilled += 1;
  else if (status === 'fulfilled-late') summary.fulfilledLate += 1;
  else if (status === 'waived' || status === 'superseded') return;
  else if (!pursued(obligation)) summary.notPursued += 1;
  else if (status === 'overdue') {
    summary.overdue += 1;
    summary[isLate(obligation, now) ? 'late' : 'unconfirmed'] += 1;
  } else {
    if (status === 'open') summary.open += 1;
    if (isDueSoon(obligation, now)) summary.dueSoon += 1;
  }
}

function isDueSoon(obligation: ObligationRecord, now: Instant): boolean {
  return effectiveDue(obligation) <= formatDay(addDays(dayOf(now), DUE_SOON_DAYS));
}

const byDue = (a: ObligationRecord, b: ObligationRecord): number =>
  obligationRecord.listSort(a) < obligationRecord.listSort(b) ? -1 : 1;

/** The status of one subject, in one query: the subject and all its obligations. */
export async function subjectStatus(request: ReadRequest, subjectId: string): Promise<Outcome<object>> {
  const { deps, context, principal } = request;
  const pk = subjectPartition(context.jurisdiction.id, subjectId);
  const items = await readAll(deps.store, { pk, from: '0', to: '2#~' });
  const [holder] = items;
  if (holder?.sk !== '0') return notFound;
  const subject = subjectRecord.of(holder);
  if (!seesSubject(principal, subject)) return notFound;
  const now = deps.clock.now();
  const obligations = items
    .filter((item) => item.sk.startsWith('2#'))
    .map(obligationRecord.of)
    .filter((obligation) => showsDuty(request, obligation));
  const last = items.find((item) => item.sk === '1');
  const { id, kind, name, code, retiredOn } = subject;
  return ok({
    subject: { id, kind, name, code, retiredOn },
    ...standing(obligations, now),
    lastNotice: last === undefined ? null : lastNoticeView(request, id, lastNoticeRecord.of(last)),
    asOf: formatInstant(now),
  });
}

function showsDuty({ context, principal }: ReadRequest, obligation: ObligationRecord): boolean {
  return seesDuty(principal, dutyRule(context.rulebook, obligation) ?? { office: 'archives' });
}

function lastNoticeView(request: ReadRequest, subjectId: string, last: LastNotice): object | null {
  const { id, kind, subject, at } = last;
  return showsNotice(request, { ...last, subjectId }) ? { id, kind, subject, at } : null;
}

function standing(obligations: readonly ObligationRecord[], now: Instant): object {
  const summary = emptySummary();
  for (const obligation of obligations) count(summary, obligation, now);
  const open = obligations.filter((obligation) => !obligation.closed && pursued(obligation)).sort(byDue);
  const overdue = open.filter((obligation) => statusOf(obligation, now) === 'overdue');
  const next = open.find((obligation) => statusOf(obligation, now) !== 'overdue');
  return {
    summary,
    next: next === undefined ? null : obligationView(next, now),
    overdue: overdue.map((obligation) => obligationView(obligation, now)),
  };
}

/** The status of the whole jurisdiction, by regime. Reads every obligation of the jurisdiction. */
export async function jurisdictionStatus(request: Request): Promise<Outcome<object>> {
  const { deps, context } = request;
  const keys = await readAll(deps.store, {
    pk: listOf(context.jurisdiction.id, 'OBLIGATION'),
    index: 'list',
  });
  const now = deps.clock.now();
  const obligations = (await readInOrder(deps.store, keys))
    .map(obligationRecord.of)
    .filter((obligation) => showsDuty(request, obligation));
  const regimes = new Map<string, ObligationRecord[]>();
  for (const obligation of obligations) {
    const regime = obligation.ruleId.split('/')[0] ?? '';
    regimes.set(regime, [...(regimes.get(regime) ?? []), obligation]);
  }
  const titles = new Map(context.rulebook.rules.map((rule) => [rule.regime, rule.regimeTitle]));
  const { id, name, bureau } = context.jurisdiction;
  return ok({
    jurisdiction: { id, name, bureau },
    ...standing(obligations, now),
    regimes: [...regimes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([regime, list]) => ({ regime, title: titles.get(regime), ...regimeStanding(list, now) })),
    leavingToday: await leavingToday(deps, obligations, now),
    watermark: formatDay(await watermarkDay(deps.store, now)),
    asOf: formatInstant(now),
  });
}

function regimeStanding(obligations: readonly ObligationRecord[], now: Instant): { summary: Summary } {
  const summary = emptySummary();
  for (const obligation of obligations) count(summary, obligation, now);
  return { summary };
}
