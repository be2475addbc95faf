import type { z } from 'zod';
import type { complianceBody } from '../../contract/escalations.ts';
import { findingBehind } from '../../domain/checks/finding-of.ts';
import { ok, type Outcome } from '../../outcome.ts';
import { fulfil } from '../duties/fulfilment.ts';
import { comply } from '../escalations/issue.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import { dutyRule } from '../register/rule-of.ts';
import type { Request } from '../request.ts';

/** The party has done what a paper of a check asked: the duties to put right what the check found there are done too. */
export async function complyAndClose(
  request: Request,
  id: string,
  body: z.infer<typeof complianceBody>,
): Promise<Outcome<FoundEscalation>> {
  const done = await comply(request, id, body);
  if (!done.ok) return done;
  for (const dutyId of await openFindings(request, done.value))
    await fulfil({ ...request, ifMatch: undefined, repeatable: undefined }, dutyId, body);
  return ok(done.value);
}

/** The open duties of the check that the paper rests on; of another day only where the paper sets none. */
async function openFindings(
  { deps, context }: Request,
  { escalation, subject }: FoundEscalation,
): Promise<string[]> {
  const { inspectionId, rectifyBy } = escalation;
  if (inspectionId === undefined) return [];
  return [...(await obligationsOf(deps, subject)).values()].flatMap((obligation) => {
    const rule = dutyRule(context.rulebook, obligation);
    const found = rule && findingBehind(rule, subject, obligation);
    const isOfIt = found?.inspectionId === inspectionId && (rectifyBy ?? found.rectifyBy) === found.rectifyBy;
    return isOfIt && !obligation.closed ? [obligation.id] : [];
  });
}
