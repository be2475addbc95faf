import type { Party } from '../../domain/register/party.ts';
import { footingOf, type Footing } from '../../domain/escalations/paper.ts';
import { isPending } from '../../domain/escalations/state.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { todayOf, type Request } from '../request.ts';
import { paperIn } from '../../vocabulary/measures.ts';
import type { FoundEscalation } from './list.ts';

/**
 * The provisions behind a measure and the paper that it becomes: by the law of the day of its issue, or on which it was
 * taken; before that, by the law of today. A document that was issued stays the paper that it was.
 */
export function footingFor(
  request: Pick<Request, 'deps'>,
  { escalation, rule }: Pick<FoundEscalation, 'escalation' | 'rule'>,
  party: Party | undefined,
): Footing {
  const { issue, takenOnTheSpot, status } = escalation;
  const taken = takenOnTheSpot && formatDay(dayOf(takenOnTheSpot.at));
  const footing = footingOf(rule, escalation, party?.nature, issue?.on ?? taken ?? todayOf(request));
  return isPending(status) ? footing : { ...footing, paper: paperIn(escalation) };
}
