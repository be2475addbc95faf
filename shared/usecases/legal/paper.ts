import type { LegalCheck, LegalPaper } from '../../documents/dossiers/legal-parts.ts';
import type { Person } from '../../domain/actor.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import { isPending } from '../../domain/escalations/state.ts';
import { mayBind } from '../../domain/papers/acting-organ.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant, type Instant } from '../../domain/time/instant.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import { paperIn, periodOf } from '../../vocabulary/measures.ts';
import { sourceOf } from '../cases/document.ts';
import { deskFor } from '../escalations/acting.ts';
import { legalStanding } from '../escalations/legal-word.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { bindingPapers, openPlaces } from '../escalations/open.ts';
import { checkBehind, officersFor } from '../escalations/officers.ts';
import { partyFor } from '../escalations/party.ts';
import { citeOf, titleOf } from '../escalations/title.ts';
import { personOf, everybody } from '../people.ts';
import type { Request } from '../request.ts';

/** What stands behind a paper of an escalation, what was checked of it, by whom and when. */
export async function legalPaperOf(request: Request, found: FoundEscalation): Promise<LegalPaper> {
  const { escalation, subject, rule } = found;
  const { context } = request;
  const { days, laws, open, word, about } = await legalStanding(request, found);
  return {
    id: escalation.id,
    kind: 'escalation',
    subjectId: subject.id,
    subject: subject.name,
    name: titleOf(context, found),
    status: escalation.status,
    number: escalation.issue?.number,
    issuedOn: escalation.issue?.on,
    actOn: days.act,
    paperOn: days.paper,
    procedure: {
      title: `${documentTitles[rule.document]} ${citeOf(found)}`,
      instruments: sourceOf(rule).basis,
    },
    laws,
    checks: await checksOf(request, found),
    asked: open.length > 0 && word === undefined && !escalation.issue,
    words: (escalation.legalWords ?? []).map((one) => ({
      word: one.word,
      reason: one.reason,
      by: personOf(everybody(context), one.by),
      at: formatInstant(one.at),
      provisions: one.provisions,
      current: one.about === about,
    })),
  };
}

/** The person and the moment of the last act at which something was checked. */
type Checked = Pick<LegalCheck, 'by' | 'at'>;

async function checksOf(request: Request, found: FoundEscalation): Promise<readonly LegalCheck[]> {
  const { escalation } = found;
  const staff = everybody(request.context);
  const { approval, issue, legalReview } = escalation;
  const byPerson = (by: Person, at: Instant): Checked => ({
    by: personOf(staff, by),
    at: formatInstant(at),
  });
  const hand = (sub: string, at: Instant, role: Person['role']): Checked => byPerson({ role, sub }, at);
  const proposed =
    approval.proposedBy === undefined || approval.proposedAt === undefined
      ? {}
      : hand(approval.proposedBy, approval.proposedAt, 'bureau-officer');
  const decided =
    approval.decidedBy === undefined || approval.at === undefined
      ? undefined
      : hand(approval.decidedBy, approval.at, approval.role);
  const issued =
    issue === undefined ? undefined : { by: personOf(staff, issue.by), at: formatInstant(issue.at) };
  // Party and law are asked for by the proposal, and once more by the approval and the issue.
  const everywhere = issued ?? decided ?? proposed;
  const party = await partyFor(request.deps, found);
  return [
    {
      what: 'party',
      result: party ? 'holds' : 'lacks',
      found: [party?.name, party?.code].filter((text) => text !== undefined),
      ...everywhere,
    },
    {
      what: 'nature',
      result: party?.nature === undefined ? 'lacks' : 'holds',
      found: party?.nature === undefined ? [] : [party.nature],
      ...everywhere,
    },
    { ...(await organ(request, found)), ...issued },
    await officers(request, found),
    { ...(await places(request, found)), ...issued },
    { ...period(request, found), ...issued },
    {
      what: 'approval',
      result: decided ? 'holds' : escalation.takenOnTheSpot ? 'none' : 'lacks',
      found: approval.reason === undefined ? [] : [approval.reason],
      ...decided,
    },
    {
      what: 'legal-review',
      result: legalReview ? 'holds' : 'none',
      found: legalReview ? [legalReview.by, legalReview.opinion] : [],
    },
  ];
}

async function organ(request: Request, { escalation }: FoundEscalation): Promise<LegalCheck> {
  const { organ: acting } = await deskFor(request, escalation);
  const { name, qualification, delegation } = acting;
  const binds = bindingPapers.has(paperIn(escalation));
  return {
    what: 'organ',
    result: binds && !mayBind(acting) ? 'lacks' : 'holds',
    found: [name, qualification, delegation].filter((text) => text !== undefined),
  };
}

/** The people who act, and their certificates: those of the check were looked at when it was recorded. */
async function officers(request: Request, { escalation }: FoundEscalation): Promise<LegalCheck> {
  const check = await checkBehind(request, escalation);
  const now = escalation.issue?.at ?? request.deps.clock.now();
  const acting = officersFor({ staff: request.context.staff, now }, escalation, check);
  const recorded = check && {
    by: personOf(everybody(request.context), check.recordedBy),
    at: formatInstant(check.recordedAt),
  };
  return {
    what: 'officers',
    result:
      acting.length === 0
        ? 'none'
        : acting.every(({ certificate }) => certificate !== undefined)
          ? 'holds'
          : 'lacks',
    found: acting.map(({ name, certificate }) => [name, certificate].filter(Boolean).join(' ')),
    ...recorded,
  };
}

/** What was issued had no open place: the issue is refused while there is one. */
async function places(request: Request, found: FoundEscalation): Promise<LegalCheck> {
  const { status } = found.escalation;
  const today = formatDay(dayOf(request.deps.clock.now()));
  const open = isPending(status) ? await openPlaces(request, found, today) : [];
  return {
    what: 'open-places',
    result: open.length === 0 ? 'holds' : 'lacks',
    found: open.map(({ params }) => String(params['place'])),
  };
}

function period(request: Request, { escalation, rule }: FoundEscalation): LegalCheck {
  const { step, rectifyUntil, rectifyBy } = escalation;
  if (periodOf(step, paperIn(escalation)) === undefined) return { what: 'period', result: 'none', found: [] };
  const last = rectifyUntil ?? rectifyBy;
  const isOver =
    isPending(escalation.status) &&
    rectifyBy !== undefined &&
    day(rectifyBy) <= dayOf(request.deps.clock.now());
  return {
    what: 'period',
    result: isOver ? 'lacks' : 'holds',
    found: [last ?? `${rectificationDays(request.context.settings, rule)}日`],
  };
}
