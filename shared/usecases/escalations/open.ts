import { documentFor } from '../../documents/escalations/compose.ts';
import { openIn } from '../../documents/open-places.ts';
import { mayBind } from '../../domain/papers/acting-organ.ts';
import { day } from '../../domain/time/day.ts';
import { fail, type FieldError } from '../../outcome.ts';
import { raise } from '../../problems/raise.ts';
import type { PaperName } from '../../vocabulary/papers.ts';
import { deskFor } from './acting.ts';
import { documentParts } from './document-parts.ts';
import type { FoundEscalation } from './list.ts';
import { paperIn } from '../../vocabulary/measures.ts';
import type { Request } from '../request.ts';

/** What a paper would still leave open if it were issued now; number, signature, seal and day come with the issue. */
export async function openPlaces(
  request: Request,
  found: FoundEscalation,
  on: string,
): Promise<FieldError[]> {
  const parts = await documentParts(request, found);
  const issued = { ...parts, status: 'issued', issuedOn: day(on), number: '' } as const;
  const papers = (['document', 'circular'] as const).flatMap((form) => documentFor(issued, form) ?? []);
  return openIn(papers.flatMap(({ blocks }) => blocks));
}

/** Why the organ may not issue a paper that binds; a letter, a report or a record it may. */
export async function notForIts(
  request: Request,
  { escalation }: FoundEscalation,
): Promise<ReturnType<typeof fail> | undefined> {
  if (!bindingPapers.has(paperIn(escalation))) return undefined;
  const { organ } = await deskFor(request, escalation);
  if (mayBind(organ)) return undefined;
  const raised = raise('document.organ-cannot-bind', { organ: organ.name });
  return fail({ ...raised, errors: [{ path: 'papers.actingOrgan', ...raised }] });
}

/** What binds its party: an archive may not issue it. */
export const bindingPapers: ReadonlySet<PaperName> = new Set<PaperName>(['order', 'decision']);
