import type { z } from 'zod';
import type { handlerBody } from '../../contract/bodies.ts';
import { fail, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { obligationRecord } from '../../records/obligation.ts';
import { worksHere } from '../handlers.ts';
import { nameOf } from '../people.ts';
import { findObligation, type Found } from '../register/find-obligation.ts';
import { staleVersion, type Request } from '../request.ts';
import { withHistory } from './act.ts';

/** Says whose work a duty is; null gives it back to the handler of its subject. Also of a duty that is closed. */
export async function setHandler(
  request: Request,
  id: string,
  { handler }: z.infer<typeof handlerBody>,
): Promise<Outcome<Found>> {
  const found = await findObligation(request, id);
  if (!found) return notFound;
  const stale = staleVersion(request, found.obligation.version);
  if (stale) return fail(stale);
  const { context, deps } = request;
  if (handler !== null && !worksHere(context, handler)) return problemAt('handler', 'person.no-handler');
  const text = handler === null ? '承办人员按监管对象确定' : `承办人员：${nameOf(context.staff, handler)}`;
  const changed = { ...found.obligation, handler: handler ?? undefined };
  const stored = await obligationRecord.put(
    deps.store,
    withHistory(changed, request, { what: 'handler', text }),
  );
  return stored ? ok({ ...found, obligation: stored }) : problem('duty.changed');
}
