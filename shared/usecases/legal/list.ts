import type { z } from 'zod';
import type { legalPapersQuery } from '../../contract/legal.ts';
import type { LegalPaper } from '../../documents/dossiers/legal-parts.ts';
import { seesOffice } from '../../domain/principal.ts';
import { notFound, ok, type Outcome } from '../../outcome.ts';
import { escalationRecord } from '../../records/escalation.ts';
import { listOf } from '../../records/keys.ts';
import { legalStanding } from '../escalations/legal-word.ts';
import { escalationsOf, findEscalation, type FoundEscalation } from '../escalations/list.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { readSubject } from '../register/find-subject.ts';
import type { Request } from '../request.ts';
import { legalCasePapers } from './case-papers.ts';
import { legalPaperOf } from './paper.ts';

type Query = z.infer<typeof legalPapersQuery>;

/** The papers of the bureau, the latest draft first. */
export async function legalPapers(request: Request, query: Query): Promise<Outcome<Listed<LegalPaper>>> {
  const { deps, context, principal } = request;
  const page = await filteredPage(deps.store, {
    query: { pk: listOf(context.jurisdiction.id, 'ESCALATION'), descending: true },
    limit: query.limit,
    cursor: query.cursor,
    parse: escalationRecord.of,
    keep: ({ office, subjectId, status, issue }) =>
      seesOffice(principal, office) &&
      (query.subjectId === undefined || query.subjectId === subjectId) &&
      (query.waiting === undefined || (issue === undefined && status !== 'withdrawn')),
  });
  const items: LegalPaper[] = [];
  for (const { id } of page.items) {
    const found = await findEscalation(request, id);
    if (!found || (query.waiting !== undefined && !(await isWaiting(request, found)))) continue;
    items.push(await legalPaperOf(request, found));
  }
  return ok({ items, nextCursor: page.nextCursor });
}

async function isWaiting(request: Request, found: FoundEscalation): Promise<boolean> {
  const { open, word } = await legalStanding(request, found);
  return open.length > 0 && word === undefined;
}

export async function legalPaper(request: Request, id: string): Promise<Outcome<LegalPaper>> {
  const found = await findEscalation(request, id);
  return found ? ok(await legalPaperOf(request, found)) : notFound;
}

/** The papers of a subject: of a case those that its events have made, then those of its escalations, oldest first. */
export async function legalPapersOfSubject(
  request: Request,
  id: string,
): Promise<Outcome<readonly LegalPaper[]>> {
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  const ofCase = subject.kind === 'case' ? await legalCasePapers(request, subject) : ok([]);
  const papers: LegalPaper[] = ofCase.ok ? [...ofCase.value] : [];
  for (const escalation of await escalationsOf(request.deps, subject.jurisdiction, subject.id)) {
    const found = await findEscalation(request, escalation.id);
    if (found) papers.push(await legalPaperOf(request, found));
  }
  return ok(papers);
}
