import { actorOf } from '../../domain/actor.ts';
import { caseLacks } from '../../domain/cases/lacks.ts';
import type { CaseWorld } from '../../domain/cases/world.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { factReader } from '../../domain/register/subject-facts.ts';
import { todayOf, type Request } from '../request.ts';
import { stageOf, type CaseAt } from './file.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** What a case is judged by: the rules, what is recorded, the moment and the person. */
export function worldOf(request: Request, subject: SubjectRecord, at: CaseAt): CaseWorld {
  const { context, principal, deps } = request;
  return {
    rules: at.rules,
    policy: { calendar: context.calendar, settings: context.settings },
    choices: choicesOf(context.settings),
    facts: factReader(subject.facts, subject.recorded),
    staff: context.staff,
    now: deps.clock.now(),
    by: actorOf(principal),
  };
}

/** Whether the legal office has the word on a case of another office. */
export function awaitsLegalReview(request: Request, subject: SubjectRecord): boolean {
  const at = stageOf(request.context, subject, todayOf(request));
  if (at?.kind !== 'case') return false;
  const name = at.file.stage === 'filing' ? 'filing-legal-review' : 'decision-legal-review';
  if (at.file.stage !== 'filing' && at.file.stage !== 'decision') return false;
  return caseLacks(at.file, name, worldOf(request, subject, at)).length === 0;
}
