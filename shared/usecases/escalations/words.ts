import type { z } from 'zod';
import type { escalationPatch } from '../../contract/escalations.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import { ownFacts, withPeriodTo } from '../../documents/escalations/draft-text.ts';
import { footingOf, isEntered } from '../../domain/escalations/paper.ts';
import type { Party } from '../../domain/register/party.ts';
import { day } from '../../domain/time/day.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { subjectRecord } from '../../records/subject.ts';
import { measures, paperIn } from '../../vocabulary/measures.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { answerableFor } from '../register/party.ts';
import { todayOf, type Request } from '../request.ts';
import { dutiesAt } from './escalated.ts';
import { checkBehind } from './officers.ts';
import { draftParts, freshText, type Drafted } from './fresh-text.ts';
import { recordedOrder } from './lacking.ts';
import type { FoundEscalation } from './list.ts';
import { againstOf } from './party.ts';

type Patch = z.infer<typeof escalationPatch>;

/**
 * The paper that the draft is now, and its words: those that were sent; drafted anew where that is asked for, or where
 * nobody has touched them and it becomes another paper; else those that are there.
 */
export async function wordsAfter(
  request: Request,
  found: FoundEscalation,
  patch: Patch,
  fields: Partial<EscalationRecord>,
) {
  const { escalation, rule, subject } = found;
  const { party } = await answerableFor(request.deps, subject, againstOf(rule));
  const next = { ...escalation, ...fields };
  const { paper } = footingOf(rule, next, party?.nature, todayOf(request));
  if (patch.text !== undefined) return { paper, text: patch.text };
  const before = paperIn(escalation);
  const recorded = await draftedOf(request, found, party);
  const written = { ...recorded, onPaper: escalation.earlierOnPaper };
  const facts = ownFacts(escalation.text, draftParts(written, before, isEntered(escalation)));
  const drafted = { ...recorded, onPaper: next.earlierOnPaper, facts };
  const isUntouched = escalation.text === freshText(written, before);
  const text =
    patch.redraft === true || (isUntouched && (before !== paper || fields.earlierOnPaper !== undefined))
      ? freshText({ ...drafted, rectifyBy: next.rectifyBy }, paper, isEntered(next))
      : escalation.text;
  if (patch.rectifyBy === undefined) return { paper, text };
  // The draft’s own sentence on the period follows the day that is set or taken back; other words are the writer’s.
  const until = patch.rectifyBy === null ? undefined : day(patch.rectifyBy);
  return { paper, text: withPeriodTo(text, until, rectificationDays(request.context.settings, rule)) };
}

/** What the words of a draft would be made from today. */
async function draftedOf(
  request: Request,
  { escalation, rule, subject }: FoundEscalation,
  party: Party | undefined,
): Promise<Drafted> {
  const { deps, context } = request;
  const { step, previousId, jurisdiction, rectifyBy } = escalation;
  const previous =
    previousId === undefined
      ? undefined
      : await escalationRecord.read(deps.store, { jurisdiction, id: previousId });
  const bureau = await subjectRecord.read(deps.store, {
    jurisdiction,
    id: bureauSubjectId(jurisdiction, rule.office),
  });
  const duties = await dutiesAt(deps, escalation);
  const isReport = previous !== undefined && measures[previous.step].atOnce?.includes(step) === true;
  return {
    context,
    rule,
    step,
    subject,
    party,
    bureau,
    obligation: duties.find(({ id }) => id === escalation.obligationId),
    alongside: duties.filter(({ id }) => id !== escalation.obligationId),
    rectifyBy,
    ...(isReport
      ? { reported: previous }
      : {
          check: await checkBehind(request, escalation),
          order: previous ?? (await recordedOrder(request, { escalation, rule })),
        }),
  };
}
