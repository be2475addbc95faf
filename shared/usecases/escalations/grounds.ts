import type { Party } from '../../domain/register/party.ts';
import { groundsOf, type Ground } from '../../domain/escalations/provisions.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { todayOf, type Request } from '../request.ts';
import type { FoundEscalation } from './list.ts';

/** What a measure rests on, by the law of the day of its issue or of the measure; before it, of today. */
export function groundsFor(
  request: Pick<Request, 'deps'>,
  { escalation, rule }: Pick<FoundEscalation, 'escalation' | 'rule'>,
  party: Party | undefined,
): readonly Ground[] {
  const { step, issue, takenOnTheSpot } = escalation;
  const taken = takenOnTheSpot && formatDay(dayOf(takenOnTheSpot.at));
  return groundsOf(rule, step, party?.nature, issue?.on ?? taken ?? todayOf(request));
}
