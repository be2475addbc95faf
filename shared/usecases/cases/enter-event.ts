import {
  type AcceptanceBody,
  type CaseBody,
  type EventBody,
  isAcceptance,
  isCase,
} from '../../domain/cases/event.ts';
import {
  fail,
  failOf,
  notFound,
  ok,
  problem,
  problemAt,
  type FieldError,
  type Outcome,
} from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { officeOf } from '../../domain/principal.ts';
import { acceptanceEventOf, acceptanceFlaws } from '../../domain/cases/acceptance.ts';
import { caseFlaws } from '../../domain/cases/checks.ts';
import { caseLacks, isSettled } from '../../domain/cases/lacks.ts';
import {
  acceptanceAfter,
  acceptanceTransitions,
  caseAfter,
  caseTransitions,
} from '../../domain/cases/state.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { factReader } from '../../domain/register/subject-facts.ts';
import { type FactValue } from '../../records/records.ts';
import { awaitsLegalReview, worldOf } from './world.ts';
import { numberFlaw } from '../../domain/papers/numbering.ts';
import { day, yearOf, type Day } from '../../domain/time/day.ts';
import type { NumberedPaper } from '../../vocabulary/numbered-papers.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import type { Raised } from '../../problems/raise.ts';
import { deskNow } from '../escalations/acting.ts';
import { borneAlready, takeNumber } from '../escalations/document-number.ts';
import { pendingOf } from '../ledger/append.ts';
import { planAround } from '../duties/plan-around.ts';
import { promisePlanning } from '../promise.ts';
import { todayOf, staleVersion, type Request } from '../request.ts';
import { impliedFacts, withFacts } from './facts.ts';
import { noCase, stageOf, type AcceptanceAt, type CaseAt } from './file.ts';
import { handOf, forbidden } from './hands.ts';
import { openAfter } from './open.ts';
import { settleStage } from './settle.ts';
import { checkFacts } from '../register/subject-checks.ts';
import { readSubject } from '../register/find-subject.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** The largest history of one subject, in bytes of JSON: the table keeps items up to 400 KB. */
const MAX_STAGE_BYTES = 250_000;

/**
 * Walks a case or an acceptance one event further. What the event implies (facts, duties, drafts) follows in
 * steps that are repeated should this process stop. 409 where the stage does not allow it, 422 where a rule does
 * not, naming the rule; a refused event changes nothing.
 */
export async function enterEvent(
  request: Request,
  id: string,
  body: EventBody,
): Promise<Outcome<SubjectRecord>> {
  const subject = await readStaged(request, id);
  if (!subject) return notFound;
  const stale = staleVersion(request, subject.version);
  if (stale) return fail(stale);
  if (subject.retiredOn !== undefined)
    return problem('subject.retired', { name: subject.name, on: subject.retiredOn });
  const allowed = judge(request, subject, body);
  if (!allowed.ok) return allowed;
  const open = await openPlaces(request, subject, allowed.value);
  if (open.length > 0) return failOf(open);
  if ('number' in body && body.number !== undefined) {
    const flaw = await paperNumberFlaw(request, subject, body);
    if (flaw) return failOf([{ path: 'number', ...flaw }]);
    const bearer = { jurisdiction: subject.jurisdiction, kind: 'case', id } as const;
    if (!(await takeNumber(request.deps, bearer, body.number))) return borneAlready(body.number);
  }
  return store(request, subject, allowed.value);
}

/** No paper leaves with a place open that its form needs: each is named, with what fills it. */
async function openPlaces(request: Request, subject: SubjectRecord, body: EventBody): Promise<FieldError[]> {
  const at = stageOf(request.context, subject, todayOf(request));
  return at?.kind === 'case' && isCase(body) ? openAfter(request, subject, at, body) : [];
}

type Numbered = Extract<CaseBody, { number?: string | undefined }>;

/** A paper of a case bears a number of the office’s own pattern, where it has one, and of the year of the paper. */
async function paperNumberFlaw(
  request: Request,
  { kind, facts }: SubjectRecord,
  body: Numbered,
): Promise<Raised | undefined> {
  if (body.number === undefined) return undefined;
  const { numbering } = await deskNow(request, officeOf(kind, facts) ?? 'archives');
  const paper = patterned[body.event];
  return numberFlaw(body.number, paper && numbering[paper], yearOf(paperDay(body)));
}

/** The papers of a case that have a pattern of their own. */
const patterned: Partial<Record<Numbered['event'], NumberedPaper>> = {
  'prior-notice': 'prior-notice',
  'decision-approval': 'penalty-decision',
  'spot-decision': 'spot-decision',
};

const paperDay = (body: Numbered): Day =>
  'at' in body ? dayOf(instant(body.at)) : day('servedOn' in body ? body.servedOn : body.on);

/** The subject as the token sees it; a legal reviewer also sees the case that waits for the legal review. */
export async function readStaged(request: Request, id: string): Promise<SubjectRecord | undefined> {
  const seen = await readSubject(request, id);
  if (seen || request.principal.office !== 'legal-affairs' || request.principal.role === 'unit') return seen;
  const subject = await subjectRecord.read(request.deps.store, {
    jurisdiction: request.context.jurisdiction.id,
    id,
  });
  return subject && awaitsLegalReview(request, subject) ? subject : undefined;
}

function judge(request: Request, subject: SubjectRecord, body: EventBody): Outcome<EventBody> {
  const at = stageOf(request.context, subject, todayOf(request));
  if (!at) {
    if (subject.kind === 'case') return failOf([{ path: 'event', ...noCase(request.context, subject) }]);
    if (subject.kind === 'project') return problemAt('event', 'acceptance.no-rule');
    return problemAt('event', 'stage.none', { kind: subject.kind });
  }
  if (at.kind === 'case')
    return isCase(body) ? judgeCase(request, subject, at, body) : wrongKind(subject, body);
  return isAcceptance(body) ? judgeAcceptance(request, subject, at, body) : wrongKind(subject, body);
}

const wrongKind = ({ kind }: SubjectRecord, { event }: EventBody) =>
  problemAt('event', 'stage.foreign-event', { event, kind });

function judgeCase(
  request: Request,
  subject: SubjectRecord,
  at: CaseAt,
  given: CaseBody,
): Outcome<EventBody> {
  const body = withFacts(given, subject.facts, at.rules);
  const { file } = at;
  const world = worldOf(request, subject, at);
  const barred = forbidden(request, at, world, body.event);
  if (barred) return fail({ ...barred, errors: [] });
  if (caseAfter(file.stage, body.event) === undefined)
    return notOpen(file.stage, body.event, Object.keys(caseTransitions[file.stage]));
  return judged([...caseLacks(file, body.event, world), ...caseFlaws(body, file, world)], body);
}

function judgeAcceptance(
  request: Request,
  subject: SubjectRecord,
  at: AcceptanceAt,
  body: AcceptanceBody,
): Outcome<EventBody> {
  const { file, rules, passMark } = at;
  if (acceptanceAfter(file.stage, acceptanceEventOf(body, file, passMark)) === undefined) {
    const open = Object.keys(acceptanceTransitions[file.stage]).map((name) =>
      name.startsWith('opinion-') ? 'opinion' : name,
    );
    return notOpen(file.stage, body.event, [...new Set(open)]);
  }
  const world = {
    rules,
    choices: choicesOf(request.context.settings),
    now: request.deps.clock.now(),
    startedOn: factReader(subject.facts, subject.recorded).text('startedOn'),
    area: request.context.jurisdiction.name,
  };
  return judged(acceptanceFlaws(body, file, world), body);
}

const notOpen = (stage: string, event: string, open: readonly string[]) =>
  open.length === 0
    ? problemAt('event', 'stage.over', { stage, event })
    : problemAt('event', 'stage.not-open', { stage, event, open });

/** What was done already speaks for all that is wrong. */
function judged(lacks: readonly FieldError[], body: EventBody): Outcome<EventBody> {
  if (lacks.length === 0) return ok(body);
  const settled = lacks.find(isSettled);
  return settled ? fail({ code: settled.code, params: settled.params, errors: lacks }) : failOf(lacks);
}

/** What is decided by it goes into the chain of decisions. */
const decisive: ReadonlySet<EventBody['event']> = new Set<EventBody['event']>([
  'spot-decision',
  'transfer',
  'no-case',
  'filing-review',
  'filing-legal-review',
  'filing-return',
  'filing-refusal',
  'filing-approval',
  'recusal',
  'decision-review',
  'decision-legal-review',
  'collective-discussion',
  'decision-return',
  'decision-approval',
  'deferral-decision',
  'court-application',
  'withdraw-case',
  'opinion',
]);

async function store(
  request: Request,
  subject: SubjectRecord,
  body: EventBody,
): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const next = advanced(request, subject, body);
  if (!next.ok) return next;
  const { jurisdiction, id } = subject;
  await promisePlanning(deps, jurisdiction, id);
  const stored = await subjectRecord.put(deps.store, next.value);
  if (!stored) return problem('subject.changed');
  await planAround(deps, context, stored, actorOf(principal));
  return ok(await settleStage(deps, context, stored));
}

function advanced(request: Request, subject: SubjectRecord, body: EventBody): Outcome<SubjectRecord> {
  const { deps, context, principal } = request;
  const now = deps.clock.now();
  const by = isCase(body) ? handOf(request, body.event) : actorOf(principal);
  const entry = { at: now, by, body: { ...body } };
  const entries = [...(subject.stage?.entries ?? []), entry];
  if (Buffer.byteLength(JSON.stringify(entries)) > MAX_STAGE_BYTES) return problem('stage.full');
  const stage = { kind: subject.kind === 'case' ? ('case' as const) : ('acceptance' as const), entries };
  const grown = { ...subject, stage };
  const changes = impliedFacts(stageOf(context, grown, todayOf(request)), body, subject.facts);
  const facts = checkFacts(subject.kind, present({ ...subject.facts, ...changes }));
  if (!facts.ok) return facts;
  const recorded = Object.fromEntries(
    Object.keys(facts.value).map((fact) => [fact, fact in changes ? now : (subject.recorded[fact] ?? now)]),
  );
  const office = officeOf(subject.kind, subject.facts) ?? 'archives';
  const target = { kind: 'stage', id: subject.id, subjectId: subject.id, version: subject.version };
  const link = decisive.has(body.event)
    ? [pendingOf(principal, now, target, body.event, { office, event: { ...body }, facts: changes })]
    : [];
  return ok({
    ...grown,
    facts: facts.value,
    recorded,
    links: [...(subject.links ?? []), ...link],
  });
}

const present = (facts: Readonly<Record<string, FactValue | undefined>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
