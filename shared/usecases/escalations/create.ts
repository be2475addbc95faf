import type { z } from 'zod';
import type { escalationBody } from '../../contract/escalations.ts';
import { ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { withDemand } from '../../documents/escalations/draft-text.ts';
import { actorOf } from '../../domain/actor.ts';
import { mayBeTaken, measures, periodOf } from '../../vocabulary/measures.ts';
import { footingOf } from '../../domain/escalations/paper.ts';
import { awaitsService } from '../../domain/escalations/state.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import type { Rule } from '../../rules/rule.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { enterAgenda } from '../agenda.ts';
import { linked } from './act.ts';
import { freshEscalation } from './draft.ts';
import { draftParts } from './fresh-text.ts';
import { unservedAt } from './issue.ts';
import { pointerTo } from './pointer.ts';
import { REPORTS_STEP, callsForReports, draftReports } from './reports.ts';
import type { FoundEscalation } from './list.ts';
import { knownOf, providedFor, wentBefore } from './provided.ts';
import { findInspection } from '../checks/list.ts';
import { LINK_STEP, checkAt, pendingOf } from '../ledger/append.ts';
import { toldDate } from '../register/obligations-of.ts';
import { todayOf, type Request } from '../request.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { answerableFor } from '../register/party.ts';
import { againstOf } from './party.ts';
import { findingDay } from './officers.ts';
import { readSubject } from '../register/find-subject.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

type Body = z.infer<typeof escalationBody>;

/** An officer’s draft, for what no missed deadline starts; or a measure already taken on the spot. */
export async function createEscalation(request: Request, body: Body): Promise<Outcome<FoundEscalation>> {
  const { deps, principal } = request;
  const subject = await readSubject(request, body.subjectId);
  if (!subject) return problemAt('subjectId', 'escalation.no-subject');
  if (subject.retiredOn !== undefined)
    return problem('escalation.subject-retired', { name: subject.name, on: subject.retiredOn });
  const check =
    body.inspectionId === undefined ? undefined : await findInspection(request, body.inspectionId);
  if (body.inspectionId !== undefined && !check?.content.targets.includes(subject.id))
    return problemAt('inspectionId', 'escalation.not-checked', { name: subject.name });
  const taken = takenOf(request, body);
  if (!taken.ok) return taken;
  const provided = await providedFor(request, { subject, body, check });
  if (!provided.ok) return provided;
  const { rule, approval, obligation } = provided.value;
  const { party } = await answerableFor(deps, subject, againstOf(rule));
  const on = taken.value ? formatDay(dayOf(taken.value.at)) : todayOf(request);
  const { paper } = footingOf(rule, body, party?.nature, on);
  // What the law gives no power for is not done on the spot either.
  if (taken.value && !mayBeTaken(body.step, paper))
    return problemAt('takenOnTheSpot', 'escalation.no-power-on-the-spot', {
      step: body.step,
      instead: paper,
    });
  const bureau = await bureauOf(request, rule);
  const rectifyBy =
    periodOf(body.step, paper) === undefined ? undefined : dayAhead(findingDay(check, subject.id), on);
  const drafted = {
    context: request.context,
    rule,
    step: body.step,
    subject,
    party,
    bureau,
    obligation,
    check,
    rectifyBy,
  };
  const fresh = freshEscalation(deps, {
    subject,
    step: body.step,
    rule,
    approval,
    obligation,
    due: obligation && toldDate(obligation),
    inspectionId: body.inspectionId,
    meaning: ['by-hand', request.repeatable ?? deps.ids.fresh()],
    text: taken.value ? body.text : withDemand(body.text, draftParts(drafted, paper)),
    rectifyBy,
    paper,
    again:
      paper === 'reminder-letter' && wentBefore(await knownOf(request, subject), body.step, obligation?.id),
    by: actorOf(principal),
  });
  const stored = await store(
    request,
    taken.value ? { ...recorded(request, fresh, taken.value), party } : fresh,
    rule,
  );
  if (callsForReports(stored, rule)) {
    await draftReports(deps, { context: request.context, escalation: stored, rule, subject, party, bureau });
  }
  return ok({ escalation: stored, subject, rule });
}

/** A day of the finding that has passed is no period any more: the document then gives one of its own. */
export const dayAhead = (set: string | undefined, on: string): string | undefined =>
  set !== undefined && set > on ? set : undefined;

export async function bureauOf({ deps, context }: Request, rule: Rule): Promise<SubjectRecord | undefined> {
  const { id } = context.jurisdiction;
  return subjectRecord.read(deps.store, { jurisdiction: id, id: bureauSubjectId(id, rule.office) });
}

type Taken = NonNullable<EscalationRecord['takenOnTheSpot']>;

function takenOf(request: Request, body: Body): Outcome<Taken | undefined> {
  const { takenOnTheSpot } = body;
  if (!takenOnTheSpot) return ok(undefined);
  if (!measures[body.step].onTheSpot)
    return problemAt('takenOnTheSpot', 'escalation.not-on-the-spot', { step: body.step });
  const at = instant(takenOnTheSpot.at);
  if (at > request.deps.clock.now()) return problemAt('takenOnTheSpot.at', 'escalation.taken-ahead');
  const officers = takenOnTheSpot.officers.map((officer) =>
    typeof officer === 'string' ? officer : [officer.name, officer.certificate].filter(Boolean).join('，'),
  );
  return ok({ at, officers });
}

/** What officers did on the spot is recorded as done; it waits for nobody. */
function recorded(request: Request, fresh: EscalationRecord, taken: Taken): EscalationRecord {
  const now = request.deps.clock.now();
  const by = actorOf(request.principal);
  const { id, subjectId, step, office } = fresh;
  const target = { kind: 'escalation', id, subjectId, version: 0 };
  return {
    ...fresh,
    status: 'issued',
    takenOnTheSpot: taken,
    links: [
      pendingOf(request.principal, now, target, 'taken-on-the-spot', {
        step,
        office,
        officers: taken.officers,
      }),
    ],
    history: [
      { at: now, by, what: 'taken-on-the-spot', text: `现场处置，执法人员：${taken.officers.join('、')}` },
    ],
  };
}

async function store(request: Request, record: EscalationRecord, rule: Rule): Promise<EscalationRecord> {
  const { deps } = request;
  const now = deps.clock.now();
  const check = checkAt(now);
  const pointers = record.links.length > 0 ? [pointerTo(record, LINK_STEP, check)] : [];
  // What was handed out on the spot is served too, and asked after where that is not entered.
  const { takenOnTheSpot: taken } = record;
  const asked = taken && unservedAt(request, formatDay(dayOf(taken.at)));
  if (asked !== undefined && awaitsService(record))
    pointers.push(pointerTo(record, 'unserved', asked > check ? asked : check));
  if (callsForReports(record, rule)) pointers.push(pointerTo(record, REPORTS_STEP, check));
  if (pointers.length > 0) await enterAgenda(deps.store, pointers, now);
  const stored = await escalationRecord.put(deps.store, record);
  if (stored) return stored.links.length > 0 ? linked(deps, stored) : stored;
  return (await escalationRecord.read(deps.store, record)) ?? record;
}
