import { everybody } from '../people.ts';
import type { DossierEscalation, DossierParts } from '../../documents/dossiers/parts.ts';
import type { LegalPaper } from '../../documents/dossiers/legal-parts.ts';
import { dutyIdsOf } from '../../records/escalation.ts';
import { dutiesAt } from '../escalations/escalated.ts';
import { documentParts } from '../escalations/document-parts.ts';
import { chainOf, dutyOf, escalationParts, noticesOf } from './records.ts';
import { peopleOf, timelineOf } from './timeline.ts';
import { escalationsOf, type FoundEscalation } from '../escalations/list.ts';
import { titleOf } from '../escalations/title.ts';
import { legalPaperOf } from '../legal/paper.ts';
import type { Request } from '../request.ts';
import { documentRule } from '../register/rule-of.ts';
import { bureauSubjectId } from '../bureau-subject.ts';

/**
 * Everything that the records contain about a default: all escalations of the same duty, or this one
 * escalation.
 */
export async function dossierOf(request: Request, found: FoundEscalation): Promise<DossierParts> {
  const { escalation, subject } = found;
  const duties = await dutiesAt(request.deps, escalation);
  const obligation = duties.find(({ id }) => id === escalation.obligationId);
  const ladder = await ladderOf(request, found);
  const escalations: DossierEscalation[] = [];
  const legal: LegalPaper[] = [];
  for (const one of ladder) {
    escalations.push(await escalationParts(request, one));
    legal.push(await legalPaperOf(request, one));
  }
  const own = new Set<unknown>(ladder.map((one) => one.escalation.id));
  for (const { id } of duties) own.add(id);
  const notices = await noticesOf(
    request,
    [subject.id, bureauSubjectId(escalation.jurisdiction, escalation.office)],
    (notice) => own.has(notice.escalationId) || own.has(notice.obligationId),
  );
  const chain = await chainOf(
    request,
    (content) => own.has(content['escalationId']) || own.has(content['obligationId']),
  );
  const [first] = escalations;
  const named = escalations.find(({ id }) => id === escalation.id) ?? first;
  const { bureau, clause, basis, matter, party } = named?.parts ?? (await documentParts(request, found));
  return {
    id: escalation.id,
    bureau,
    area: request.context.jurisdiction.name,
    subject: { id: subject.id, name: subject.name, code: subject.code },
    party,
    matter: matter === undefined ? titleOf(request.context, found) : `逾期未办理${matter}`,
    clause,
    basis,
    duty: obligation && dutyOf(request, subject, obligation),
    notices,
    escalations,
    legal,
    timeline: timelineOf(everybody(request.context), [
      ...duties.map(({ history }) => ({ title: '应办事项', history })),
      ...ladder.map((one) => ({ title: titleOf(request.context, one), history: one.escalation.history })),
    ]),
    people: peopleOf(
      everybody(request.context),
      ladder.map((one) => one.escalation),
      chain.links,
    ),
    chain,
  };
}

/** Oldest first; only escalations that the caller’s office may see and whose rule is still known. */
async function ladderOf(request: Request, found: FoundEscalation): Promise<FoundEscalation[]> {
  const { escalation, subject } = found;
  const all = await escalationsOf(request.deps, escalation.jurisdiction, subject.id);
  return all.flatMap((one) => {
    const same =
      one.id === escalation.id ||
      dutyIdsOf(one).some((id) => dutyIdsOf(escalation).includes(id)) ||
      one.id === escalation.previousId ||
      one.previousId === escalation.id;
    const rule = documentRule(request.context.rulebook, one);
    return same && rule && one.office === escalation.office ? [{ escalation: one, subject, rule }] : [];
  });
}
