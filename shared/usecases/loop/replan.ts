import type { z } from 'zod';
import { plannedRecord } from '../../records/planned.ts';
import { SYSTEM } from '../../domain/actor.ts';
import { listOf } from '../../records/keys.ts';
import { readInOrder, readList } from '../../store/read.ts';
import { planningBasis, workingContext } from '../context.ts';
import type { Deps } from '../deps.ts';
import { settleFindings } from '../checks/findings.ts';
import { planSubjects } from '../duties/plan.ts';
import { planAllAround } from '../duties/plan-around.ts';
import { markUnderWay } from '../duties/start-planning.ts';
import { settleStage } from '../cases/settle.ts';
import { PORTION, type jurisdictionMessage, type PlanMessage } from '../promise.ts';
import { subjectRecord } from '../../records/subject.ts';

/** Does what a planning message asks for; repeatable. */
export async function plan(deps: Deps, message: PlanMessage): Promise<void> {
  if ('subjectId' in message) await planAgain(deps, message.jurisdiction, [message.subjectId]);
  else if ('subjectIds' in message) await planAgain(deps, message.jurisdiction, message.subjectIds);
  else if ('inspectionId' in message) await settleAgain(deps, message.jurisdiction, message.inspectionId);
  else await planPortion(deps, message);
}

async function settleAgain(deps: Deps, jurisdiction: string, inspectionId: string): Promise<void> {
  const context = await workingContext(deps, jurisdiction);
  if (context) await settleFindings(deps, context, inspectionId, SYSTEM);
}

async function planAgain(deps: Deps, jurisdiction: string, subjectIds: readonly string[]): Promise<void> {
  const context = await workingContext(deps, jurisdiction);
  if (!context) return;
  const keys = [...new Set(subjectIds)].map((id) => subjectRecord.key({ jurisdiction, id }));
  const subjects = (await readInOrder(deps.store, keys)).map(subjectRecord.of);
  await planAllAround(deps, context, subjects, SYSTEM);
  for (const subject of subjects) await settleStage(deps, context, subject);
}

/** Plans a portion of a jurisdiction’s subjects and sends the message for the next portion; repeatable. */
async function planPortion(deps: Deps, message: z.infer<typeof jurisdictionMessage>): Promise<void> {
  const context = await workingContext(deps, message.jurisdiction);
  if (!context || planningBasis(context, deps.clock.now()) !== message.basis) return;
  const page = await readList(deps.store, {
    pk: listOf(message.jurisdiction, 'SUBJECT'),
    limit: PORTION,
    ...(message.after === undefined ? {} : { after: message.after }),
  });
  const subjects = page.items.map(subjectRecord.of);
  await planSubjects(
    deps,
    context,
    subjects.filter(({ retiredOn }) => retiredOn === undefined),
    SYSTEM,
  );
  if (page.after !== undefined) {
    await markUnderWay(deps, context, message.basis);
    await deps.queue.send('plan', [{ ...message, after: page.after }]);
    return;
  }
  await deps.store.putMany([
    plannedRecord.itemOf(message.jurisdiction, { version: 0, basis: message.basis }),
  ]);
}
