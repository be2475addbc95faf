import type { z } from 'zod';
import type { changeBody, complianceBody, issueBody, serviceBody } from '../../contract/escalations.ts';
import { fail, failOf, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { raise } from '../../problems/raise.ts';
import { actorOf } from '../../domain/actor.ts';
import { addDays, chineseDay, day, formatDay, yearOf, type Day } from '../../domain/time/day.ts';
import { paperIn, periodOf, reachesParty } from '../../vocabulary/measures.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { numberFlaw } from '../../domain/papers/numbering.ts';
import { isPending, type EscalationEvent } from '../../domain/escalations/state.ts';
import { at, dayOf, type Instant } from '../../domain/time/instant.ts';
import { afterPeriod, rectificationEnd } from '../../domain/escalations/ladder.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { borneAlready, takeNumber } from './document-number.ts';
import { deskKept, deskNow } from './acting.ts';
import { notForIts, openPlaces } from './open.ts';
import { actOn, linked } from './act.ts';
import { textHashOf } from './approval.ts';
import { heldBack, lackingStill } from './lacking.ts';
import { leftWithoutWord, wordMissing } from './legal-word.ts';
import { partyFor } from './party.ts';
import { whyNames } from '../../documents/dossiers/words.ts';
import { reachOf, type Reach } from './recipients.ts';
import { withdrawFollowing } from './settle.ts';
import { pointerTo } from './pointer.ts';
import { findEscalation, type FoundEscalation } from './list.ts';
import type { Request } from '../request.ts';

/**
 * Sends out what was approved, under a number that a person gives; once more it is seen that the duty is unmet. What
 * was taken on the spot waits for nobody: it gets its number, its day and its paper afterwards, once.
 */
export async function issue(
  request: Request,
  id: string,
  body: z.infer<typeof issueBody>,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, issuing, async (found) => {
    const { escalation } = found;
    const now = request.deps.clock.now();
    const barred = escalation.takenOnTheSpot ? undefined : await notAsApproved(request, found);
    const wrong = barred ?? wrongDay(escalation, body.on, now) ?? (await notReady(request, found, body));
    if (wrong) return wrong;
    const bearer = { jurisdiction: escalation.jurisdiction, kind: 'escalation', id: escalation.id } as const;
    if (!(await takeNumber(request.deps, bearer, body.number))) return borneAlready(body.number);
    const { recipients, unreached } = await reachOf(request, found);
    const desk = deskKept(await deskNow(request, escalation.office));
    const issued = { number: body.number, on: body.on, at: now, by: actorOf(request.principal), desk };
    return ok({
      change: {
        issue: issued,
        party: await partyFor(request.deps, found),
        recipients,
      },
      what: 'issued',
      text: `印发，文号${body.number}${notToldOf(unreached)}${await leftWithoutWord(request, found)}`,
      facts: { number: body.number, on: body.on, textHash: escalation.approval.textHash },
      pointers: [
        pointerTo(escalation, 'issue', now),
        ...(reachesParty(paperIn(escalation)) && !escalation.takenOnTheSpot
          ? [pointerTo(escalation, 'unserved', unservedAt(request, body.on))]
          : []),
      ],
    });
  });
}

/** Whoever should have heard of it and has no address is for the bureau to tell in another way. */
const notToldOf = (unreached: Reach['unreached']): string =>
  unreached.length === 0 ? '' : `；未能以邮件告知：${unreached.map((why) => whyNames[why]).join('、')}`;

/** On the spot it was issued without a paper: that may be made until it bears a number. */
const issuing = ({ takenOnTheSpot, issue: issued }: EscalationRecord): EscalationEvent =>
  takenOnTheSpot && !issued ? 'number' : 'issue';

async function notAsApproved(request: Request, found: FoundEscalation) {
  const { escalation } = found;
  const held = await heldBack(request, escalation);
  if (held) return held;
  if (escalation.approval.textHash !== textHashOf(escalation)) return problem('escalation.other-text');
  const missing = await lackingStill(request, found);
  return missing.length > 0 ? fail({ ...raise('escalation.lacks-now'), errors: missing }) : undefined;
}

/** What stands against this paper leaving under this number: who acts, what is open, what the number says. */
async function notReady(request: Request, found: FoundEscalation, { number, on }: z.infer<typeof issueBody>) {
  const unable = await notForIts(request, found);
  if (unable) return unable;
  const unanswered = await wordMissing(request, found);
  if (unanswered) return unanswered;
  const open = await openPlaces(request, found, on);
  if (open.length > 0) {
    const places = open.map(({ params }) => String(params['place']));
    return fail({ ...raise('document.open-places', { places }), errors: open });
  }
  const { numbering } = await deskNow(request, found.escalation.office);
  const flaw = numberFlaw(number, numbering[found.escalation.step], yearOf(day(on)));
  return flaw === undefined ? undefined : failOf([{ path: 'number', ...flaw }]);
}

function wrongDay(escalation: EscalationRecord, on: string, now: Instant) {
  const issuedOn = day(on);
  if (issuedOn > dayOf(now)) return problemAt('on', 'escalation.issued-ahead');
  const takenOn = escalation.takenOnTheSpot && dayOf(escalation.takenOnTheSpot.at);
  if (takenOn !== undefined && issuedOn < takenOn)
    return problemAt('on', 'escalation.issued-before-taken', { on: formatDay(takenOn) });
  const approvedAt = escalation.approval.at;
  if (approvedAt !== undefined && issuedOn < dayOf(approvedAt))
    return problemAt('on', 'escalation.issued-before-approval', { on: formatDay(dayOf(approvedAt)) });
  if (escalation.rectifyBy !== undefined && day(escalation.rectifyBy) <= dayOf(now))
    return problemAt('on', 'escalation.period-ended', { on: escalation.rectifyBy });
  return undefined;
}

/** From when on a document that was not served raises an alert. */
export function unservedAt({ context }: Pick<Request, 'context'>, on: string): Instant {
  const { calendar, settings } = context;
  let last: Day = day(on);
  for (let count = 0; count < settings.alerts.unservedAfterWorkingDays; count += 1)
    last = calendar.onOrAfter(addDays(last, 1));
  return at(last, settings.sendHour);
}

/** How and when it was served: the period that it gives runs from that day. */
export async function serve(
  request: Request,
  id: string,
  body: z.infer<typeof serviceBody>,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'serve', ({ escalation, rule }) => {
    const now = request.deps.clock.now();
    const { context } = request;
    const wrong = wrongService(escalation, body, now);
    if (wrong) return wrong;
    const policy = { calendar: context.calendar, settings: context.settings };
    const servedOn = day(body.on);
    const set = escalation.rectifyBy === undefined ? undefined : day(escalation.rectifyBy);
    const last = set !== undefined && set > servedOn ? set : rectificationEnd(policy, rule, servedOn);
    const until = periodOf(escalation.step, paperIn(escalation)) === undefined ? undefined : last;
    const { electronicConsent, ...rest } = body;
    const consent =
      typeof electronicConsent === 'string' ? electronicConsent : electronicConsent ? '已存档' : undefined;
    return ok({
      change: {
        service: { ...rest, electronicConsent: consent, at: now, by: actorOf(request.principal) },
        ...(until === undefined ? {} : { rectifyUntil: formatDay(until) }),
      },
      what: 'served',
      text: `${chineseDay(servedOn)}送达（${serviceMethodWords[body.method]}）${until === undefined ? '' : `，期限至${chineseDay(until)}`}`,
      facts: { on: body.on, method: body.method, until: until === undefined ? undefined : formatDay(until) },
      pointers: until === undefined ? [] : [pointerTo(escalation, 'next', afterPeriod(policy, until))],
    });
  });
}

function wrongService(escalation: EscalationRecord, body: z.infer<typeof serviceBody>, now: Instant) {
  const on = day(body.on);
  if (on > dayOf(now)) return problemAt('on', 'escalation.served-ahead');
  if (escalation.issue && on < day(escalation.issue.on))
    return problemAt('on', 'escalation.served-before-issue', { on: escalation.issue.on });
  if (body.method === 'personal' && body.receivedBy === undefined)
    return problemAt('receivedBy', 'escalation.no-receiver');
  if (body.method === 'lien' && new Set(body.witnesses?.map((name) => name.trim())).size < 2)
    return problemAt('witnesses', 'escalation.two-witnesses');
  if (
    body.method === 'electronic' &&
    (body.electronicConsent === undefined || body.electronicConsent === false)
  )
    return problemAt('electronicConsent', 'escalation.no-consent');
  return undefined;
}

/** Takes back a draft, or what was issued: then those who got it hear of it. */
export async function withdraw(
  request: Request,
  id: string,
  body: z.infer<typeof changeBody>,
): Promise<Outcome<FoundEscalation>> {
  const done = await actOn(request, id, 'withdraw', ({ escalation }) => {
    const now = request.deps.clock.now();
    const withdrawal = { ...body, at: now, by: actorOf(request.principal) };
    return ok({
      change: { withdrawal },
      what: 'withdrawn',
      text: `撤回：${body.reason}`,
      facts: { reason: body.reason },
      pointers: isPending(escalation.status) ? [] : [pointerTo(escalation, 'withdraw', now)],
    });
  });
  if (done.ok) await withdrawFollowing(request.deps, done.value.escalation);
  return done;
}

/** Puts right what was issued; the approved text stays in the record, the same recipients hear of it. */
export async function correct(
  request: Request,
  id: string,
  body: z.infer<typeof changeBody>,
): Promise<Outcome<FoundEscalation>> {
  const key = request.repeatable;
  const known = key === undefined ? undefined : await findEscalation(request, id);
  if (known?.escalation.corrections.some((correction) => correction.key === key))
    return ok({ ...known, escalation: await linked(request.deps, known.escalation) });
  return actOn(request, id, 'correct', ({ escalation }) => {
    const now = request.deps.clock.now();
    const correction = { ...body, at: now, by: actorOf(request.principal), key };
    return ok({
      change: { corrections: [...escalation.corrections, correction] },
      what: 'corrected',
      text: `更正：${body.reason}`,
      facts: { reason: body.reason, text: body.text },
      pointers: [pointerTo(escalation, `correct:${escalation.corrections.length}`, now)],
    });
  });
}

/** The party has done what the order asked: nothing follows from it any more. */
export async function comply(
  request: Request,
  id: string,
  body: z.infer<typeof complianceBody>,
): Promise<Outcome<FoundEscalation>> {
  const done = await actOn(request, id, 'comply', ({ escalation }) => {
    const now = request.deps.clock.now();
    if (periodOf(escalation.step, paperIn(escalation)) === undefined)
      return problem('escalation.no-order-to-comply');
    if (escalation.complied) return problem('escalation.complied-already', { on: escalation.complied.on });
    if (escalation.obligationId !== undefined) return problem('escalation.ends-with-duty');
    if (day(body.on) > dayOf(now)) return problemAt('on', 'escalation.complied-ahead');
    return ok({
      change: { complied: { ...body, at: now, by: actorOf(request.principal) } },
      what: 'complied',
      text: `${chineseDay(day(body.on))}已改正${body.note === undefined ? '' : `：${body.note}`}`,
      facts: { on: body.on },
    });
  });
  if (done.ok) await withdrawFollowing(request.deps, done.value.escalation);
  return done;
}
