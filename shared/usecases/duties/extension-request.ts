import { actorOf } from '../../domain/actor.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { Found } from '../register/find-obligation.ts';
import type { Request } from '../request.ts';
import { act, plain, withHistory } from './act.ts';

interface Wanted {
  readonly until: string;
  readonly reason: string;
}

/** The later day that an extension may name; otherwise what is wrong with it. */
export function checkUntil(
  { deps }: Pick<Request, 'deps'>,
  obligation: ObligationRecord,
  until: string,
): Outcome<undefined> {
  if (obligation.dueAt !== undefined) return problemAt('until', 'duty.hours-not-extended');
  const due = effectiveDue(obligation);
  if (until <= due) return problemAt('until', 'duty.extension-not-later', { due });
  if (day(until) < dayOf(deps.clock.now())) return problemAt('until', 'duty.extension-past');
  return ok(undefined);
}

/** A unit asks for a later day. The dates stay as they are until the leader decides. */
export async function askExtension(request: Request, id: string, body: Wanted): Promise<Outcome<Found>> {
  return act(request, id, 'ask-extension', ({ obligation }) => {
    if (obligation.extensionRequest) return problem('duty.extension-asked');
    const fits = checkUntil(request, obligation, body.until);
    if (!fits.ok) return fits;
    const extensionRequest = {
      until: body.until,
      reason: body.reason,
      at: request.deps.clock.now(),
      by: actorOf(request.principal),
      receipt: request.receipt,
    };
    return ok(
      plain(
        withHistory({ ...obligation, extensionRequest }, request, {
          what: 'extension-asked',
          text: `单位申请延期至${body.until}：${body.reason}`,
        }),
      ),
    );
  });
}

/** The leader does not grant the request; the unit sees the reason by its link. */
export async function refuseExtension(
  request: Request,
  id: string,
  body: { readonly reason: string },
): Promise<Outcome<Found>> {
  return act(request, id, 'refuse-extension', ({ obligation }) => {
    if (!obligation.extensionRequest) return problem('duty.no-extension-asked');
    const { until } = obligation.extensionRequest;
    return ok(
      plain(
        withHistory({ ...obligation, extensionRequest: undefined }, request, {
          what: 'extension-refused',
          text: `不同意延期至${until}：${body.reason}`,
        }),
      ),
    );
  });
}
