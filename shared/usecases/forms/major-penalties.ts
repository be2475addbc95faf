import { majorPenalties, type MajorPenalty } from '../../documents/duties/major-penalties.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { day } from '../../domain/time/day.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { bodiesNamedOn } from '../../vocabulary/bodies.ts';
import { sourceOf } from '../cases/document.ts';
import { majorCases, type MajorCase } from '../duties/nil-return.ts';
import { deskNow } from '../escalations/acting.ts';
import { caseEntries } from '../register/case-entries.ts';
import type { Found } from '../register/find-obligation.ts';
import { readSubject } from '../register/find-subject.ts';
import { answerableFor } from '../register/party.ts';
import { todayOf, type Request } from '../request.ts';

/** The list of the half-year for which the duty was made, with each major decision that the office has taken. */
export async function majorPenaltiesDocument(
  request: Request,
  { obligation, rule }: Found,
): Promise<DocumentModel> {
  const { context, deps } = request;
  const half = obligation.period ?? '';
  const cases = (await majorCases(deps, context.jurisdiction.id)).filter(
    (one) => one.office === rule.office && one.half === half,
  );
  const decisions: MajorPenalty[] = [];
  for (const one of cases.toSorted((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1))) {
    const subject = await readSubject(request, one.subjectId);
    if (subject) decisions.push(await decisionOf(request, subject, one));
  }
  const { organ } = await deskNow(request, rule.office);
  const own = context.settings.papers?.bodies;
  return majorPenalties({
    bureau: organ.name,
    at: obligation.datedAt,
    half,
    to: bodiesNamedOn(rule.deadline.to ?? '', todayOf(request), own),
    decisions,
    dueOn: day(effectiveDue(obligation)),
    clause: sourceOf(rule).clause,
  });
}

async function decisionOf(
  { deps }: Request,
  subject: SubjectRecord,
  { number, decidedOn, fine, name }: MajorCase,
): Promise<MajorPenalty> {
  const { party } = await answerableFor(deps, subject);
  const proposal = caseEntries(subject).findLast(({ body }) => body.event === 'decision-proposal')?.body;
  const penalty = proposal?.event === 'decision-proposal' ? proposal.penalty : undefined;
  return { number, decidedOn, party: party?.name ?? '', cause: name, penalty, fine };
}
