import type { z } from 'zod';
import type { legalWordBody } from '../../contract/legal.ts';
import { fail, fieldError, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { raise } from '../../problems/raise.ts';
import { actorOf, isPerson, signature } from '../../domain/actor.ts';
import { enteredLaw, ruleLaw, type Days, type Law } from '../../domain/escalations/law.ts';
import { citedAs } from '../../domain/escalations/provisions.ts';
import { hasDuty, legalOfficersOf } from '../../domain/papers/deputies.ts';
import { contentHash } from '../../domain/ids.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { StaffMember } from '../../records/staff.ts';
import { lawFlawWords, legalWordWords } from '../../vocabulary/legal.ts';
import { measures } from '../../vocabulary/measures.ts';
import { actOn } from './act.ts';
import { textHashOf } from './approval.ts';
import { obligationAt } from './escalated.ts';
import { footingFor } from './grounds.ts';
import type { FoundEscalation } from './list.ts';
import { checkBehind } from './officers.ts';
import { partyFor } from './party.ts';
import { todayOf, type Request } from '../request.ts';

type Word = NonNullable<EscalationRecord['legalWords']>[number];

/** The law behind a paper as its legal officer has to look at it. */
export interface LegalStanding {
  readonly days: Days;
  readonly laws: readonly Law[];
  /** What the word is asked for; empty where it is not asked. */
  readonly open: readonly Law[];
  /** The word on the text and the provisions as they stand. */
  readonly word: Word | undefined;
  /** The text and the provisions as they stand, by their hash. */
  readonly about: string;
  /** Those of the office who may give it. */
  readonly officers: readonly StaffMember[];
}

/** What goes out at the same moment as a stop asks nothing of its party and waits for no word. */
const atOnce: ReadonlySet<string> = new Set(Object.values(measures).flatMap((one) => one.atOnce ?? []));

/** What the law behind a paper is looked up with: nobody need ask. */
type Reading = Pick<Request, 'deps' | 'context'>;

export async function legalStanding(request: Reading, found: FoundEscalation): Promise<LegalStanding> {
  const { escalation } = found;
  const { context, deps } = request;
  const party = await partyFor(deps, found);
  const footing = footingFor(request, found, party);
  const days = { act: await dayOfAct(request, escalation), paper: dayOfPaper(request, escalation) };
  const { division } = context.jurisdiction;
  const laws = [
    ...ruleLaw(footing, days),
    ...enteredLaw(escalation.legalBasis ?? '', { division, nature: footing.nature, days }),
  ];
  const about = contentHash(
    JSON.stringify([
      textHashOf({ ...escalation, party }),
      laws.map((law) => [citedAs(law), law.flaws, law.isOpen]),
    ]),
  );
  return {
    days,
    laws,
    open: atOnce.has(escalation.step) ? [] : laws.filter(({ isOpen }) => isOpen),
    word: (escalation.legalWords ?? []).findLast(
      (one) => one.about === about && !isOwnHand(escalation, isPerson(one.by) ? one.by.sub : undefined),
    ),
    about,
    officers: legalOfficersOf(context.staff, escalation.office),
  };
}

/** Nobody answers for the law of what is proposed or decided by the same person. */
const isOwnHand = ({ approval }: EscalationRecord, sub: string | undefined): boolean =>
  sub !== undefined && (sub === approval.proposedBy || sub === approval.decidedBy);

/** The day of what the party did or left undone: of the check, of the missed duty, else of the draft. */
async function dayOfAct(request: Reading, escalation: EscalationRecord): Promise<string> {
  const { takenOnTheSpot, discovery, draftedAt } = escalation;
  if (takenOnTheSpot) return formatDay(dayOf(takenOnTheSpot.at));
  const check = await checkBehind(request, escalation);
  if (check) return formatDay(dayOf(check.content.at));
  const obligation = await obligationAt(request.deps, escalation);
  if (obligation) return formatDay(dayOf(obligation.overdueFrom));
  return discovery?.on ?? formatDay(dayOf(draftedAt));
}

const dayOfPaper = (request: Reading, { issue }: EscalationRecord): string => issue?.on ?? todayOf(request);

const openTexts = (open: readonly Law[]): string[] =>
  open.map((law) => `${citedAs(law)}（${law.flaws.map((flaw) => lawFlawWords[flaw]).join('、')}）`);

/**
 * Why a paper waits for the legal officer’s word. Where the staff list names none, what a rule names goes on without
 * it, and the record of the issue says so; a basis that an officer entered then needs the legal review on the draft.
 */
export async function wordMissing(request: Request, found: FoundEscalation) {
  const { open, word, officers } = await legalStanding(request, found);
  if (open.length === 0 || word?.word === 'agree') return undefined;
  if (word) return problemAt('legalWord', 'legal.objection', { reason: word.reason });
  const isEntered = open.some(({ named }) => named === 'officer');
  if (officers.length === 0 && !(isEntered && !found.escalation.legalReview)) return undefined;
  const raised =
    officers.length === 0
      ? raise('legal.no-review')
      : raise('legal.no-word', { officers: officers.map(({ name }) => name) });
  const errors = open.map((law) =>
    fieldError('provisions', 'legal.open-provision', { provision: citedAs(law), flaws: [...law.flaws] }),
  );
  return fail({ ...raised, errors });
}

/** For the record of an issue: what left without a legal officer’s word because the bureau has named none. */
export async function leftWithoutWord(request: Request, found: FoundEscalation): Promise<string> {
  const { open, word } = await legalStanding(request, found);
  return open.length === 0 || word
    ? ''
    : `；人员名册未指定法制员，未经法制员意见：${openTexts(open).join('、')}`;
}

/** The word of a legal officer on the text and the provisions as they stand: before the issue, once. */
export async function giveWord(
  request: Request,
  id: string,
  body: z.infer<typeof legalWordBody>,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'advise', async (found) => {
    const { escalation } = found;
    const { principal, context, deps } = request;
    if (!hasDuty(context.staff, principal.sub, 'legal-officer')) return problem('legal.not-legal-officer');
    if (isOwnHand(escalation, principal.sub)) return problem('legal.own-paper');
    if (escalation.issue) return problem('legal.issued-already');
    const { open, about, word: given } = await legalStanding(request, found);
    if (open.length === 0) return problem('legal.nothing-asked');
    if (given && given.word === body.word)
      return problem('legal.word-given', { on: formatDay(dayOf(given.at)) });
    const now = deps.clock.now();
    const provisions = openTexts(open);
    const word = { about, ...body, provisions, by: actorOf(principal), at: now };
    return ok({
      change: { legalWords: [...(escalation.legalWords ?? []), word] },
      what: 'legal-word',
      text: `法制员意见：${legalWordWords[body.word]}。${body.reason}`,
      facts: { word: body.word, reason: body.reason, provisions, about },
    });
  });
}

/** As the API shows it. */
export async function legalView(request: Request, found: FoundEscalation) {
  const { open, word, officers } = await legalStanding(request, found);
  return {
    asked: open.length > 0 && word === undefined,
    open: openTexts(open),
    officers: officers.map(({ name }) => name),
    yours:
      hasDuty(request.context.staff, request.principal.sub, 'legal-officer') &&
      !isOwnHand(found.escalation, request.principal.sub),
    word: word && {
      word: word.word,
      reason: word.reason,
      by: signature(word.by),
      at: formatInstant(word.at),
    },
  };
}
