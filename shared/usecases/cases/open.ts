import type { CaseBody } from '../../domain/cases/event.ts';
import type { CaseEvent } from '../../domain/cases/state.ts';
import { leavesWith, openWith } from '../../documents/cases/open-places.ts';
import type { FieldError } from '../../outcome.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { Request } from '../request.ts';
import { caseParts } from './document.ts';
import type { CaseAt } from './file.ts';
import { handOf } from './hands.ts';

/** What the papers that leave with an event would leave open, if it were entered now. */
export async function openAfter(
  request: Request,
  subject: SubjectRecord,
  at: CaseAt,
  body: CaseBody,
): Promise<FieldError[]> {
  if (!leavesWith(body.event)) return [];
  const entry = { at: request.deps.clock.now(), by: handOf(request, body.event), body };
  const parts = await caseParts(request, subject, { ...at, entries: [...at.entries, entry] });
  return stillFillable(body.event, openWith(parts, body.event)).map(told);
}

/** By event: what must be filled before it is entered, by the settings, the register or an earlier event. */
export async function openBefore(
  request: Request,
  subject: SubjectRecord,
  at: CaseAt,
  events: readonly CaseEvent[],
): Promise<(event: CaseEvent) => FieldError[]> {
  if (!events.some(leavesWith)) return () => [];
  const parts = await caseParts(request, subject, at);
  // Nothing is decided on evidence that was not secured: that alone is told.
  const none = at.file.evidence === undefined;
  return (event) =>
    (none && event === 'evidence-decision' ? [] : stillFillable(event, openWith(parts, event)))
      .filter(({ by }) => by !== event)
      .map(told);
}

type Open = ReturnType<typeof openWith>[number];

const told = ({ path, code, params }: Open): FieldError => ({ path, code, params });

/** What was decided is served: events before the decision cannot be entered any more. */
const stillFillable = (event: CaseEvent, open: readonly Open[]): readonly Open[] =>
  event === 'service' ? open.filter(({ by }) => by === undefined) : open;
