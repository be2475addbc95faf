import { z } from 'zod';
import { asFailure } from '../functions/api/route.ts';
import { jsonOf } from '../functions/api/json-body.ts';
import { problem, problemOf, type Problem } from '../functions/api/problem.ts';
import { clockBody, tokenBody } from '../shared/contract/bodies.ts';
import { takenIn } from '../shared/contract/texts.ts';
import { addMonths } from '../shared/domain/time/day.ts';
import { dayOf, formatInstant, instant, startOfDay } from '../shared/domain/time/instant.ts';
import { jurisdictionOf } from '../shared/rules/catalogue.ts';
import type { LocalClock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Product } from './compose.ts';
import type { Exclusive } from './drive.ts';
import { json, refuse, type Answered } from './answered.ts';
import type { Tokens } from './tokens.ts';

export interface LocalRoutes {
  readonly product: Product;
  readonly clock: LocalClock;
  readonly tokens: Tokens;
  readonly counter: Counter;
  /** One move of the clock after the other; changes go on meanwhile. */
  readonly moving: Exclusive;
}

export interface LocalRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** The endpoints that exist on one machine alone: tokens, the clock, the mailbox, dead letters. */
export async function answerLocal(routes: LocalRoutes, request: LocalRequest): Promise<Answered> {
  const parsed = parse(request.body);
  if ('status' in parsed) return refuse(parsed);
  switch (`${request.method} ${request.url.pathname}`) {
    case 'POST /local/token':
      return token(routes, parsed.value);
    case 'GET /local/clock':
      return json(200, { now: formatInstant(routes.clock.now()), simulated: routes.clock.simulated });
    case 'POST /local/clock':
      return moveClock(routes, parsed.value);
    case 'GET /local/mailbox': {
      const to = request.url.searchParams.get('to') ?? undefined;
      const channel = request.url.searchParams.get('channel') ?? undefined;
      return json(200, { items: await routes.product.mailbox.read({ to, channel }) });
    }
    case 'POST /local/receipts':
      if (parsed.value === null || typeof parsed.value !== 'object' || Array.isArray(parsed.value))
        return refuse(
          problem(400, 'A receipt is an object.', [{ path: '', message: 'send the provider’s event' }]),
        );
      await routes.product.queue.send('receipts', [parsed.value]);
      await routes.product.drive.settle();
      return json(202, {});
    case 'GET /local/dead-letters':
      return json(200, { items: await routes.product.queue.deadLetters() });
    case 'POST /local/dead-letters/replay': {
      const replayed = await routes.product.queue.replay();
      await routes.product.drive.settle();
      return json(200, { replayed });
    }
    default:
      return refuse(problem(404, `There is no ${request.method} ${request.url.pathname}.`));
  }
}

function parse(body: string): { readonly value: unknown } | Problem {
  const parsed = jsonOf(body === '' ? '{}' : body);
  if ('status' in parsed) return parsed;
  const taken = takenIn(parsed.value);
  return taken.ok ? taken : problem(400, 'The body is not as it must be.', taken.errors);
}

async function token(routes: LocalRoutes, body: unknown): Promise<Answered> {
  const parsed = tokenBody.safeParse(body);
  if (!parsed.success) return refuse(problemOf(asFailure('body', parsed.error)));
  const { role, jurisdiction, unitId, sub, office } = parsed.data;
  if (!jurisdictionOf(jurisdiction)) {
    return refuse(
      problem(422, `There is no jurisdiction ${jurisdiction}.`, [
        { path: 'jurisdiction', message: 'one of those in shared/rulebooks/jurisdictions.yaml' },
      ]),
    );
  }
  if (role === 'unit' && unitId === undefined) {
    return refuse(
      problem(422, 'A unit’s token names its unit.', [
        { path: 'unitId', message: 'the id of the unit’s subject' },
      ]),
    );
  }
  const principal = {
    sub: sub ?? `local-${role}`,
    role,
    jurisdiction,
    ...(unitId === undefined ? {} : { unitId }),
    ...(office === undefined ? {} : { office }),
  };
  return json(200, { token: await routes.tokens.issue(principal) });
}

/** Years that the clock may be moved at once: more is a slip of the hand. */
const LEAP_MONTHS = 120;

async function moveClock(routes: LocalRoutes, body: unknown): Promise<Answered> {
  const parsed = z.strictObject(clockBody.shape).safeParse(body);
  if (!parsed.success) return refuse(problemOf(asFailure('body', parsed.error)));
  if (!routes.clock.simulated) {
    return refuse(
      problem(409, 'The clock is the machine’s: start with --now to simulate one.', [
        { path: 'now', message: 'not simulated' },
      ]),
    );
  }
  const target = instant(parsed.data.now);
  return routes.moving(async () => {
    const now = routes.clock.now();
    if (target < now) {
      return refuse(
        problem(409, `The clock stands at ${formatInstant(now)} and does not go back.`, [
          { path: 'now', message: 'name a later instant' },
        ]),
      );
    }
    if (target > startOfDay(addMonths(dayOf(now), LEAP_MONTHS))) {
      return refuse(
        problem(422, 'The clock is moved by ten years at most.', [
          { path: 'now', message: 'name an earlier instant' },
        ]),
      );
    }
    const before = { ...routes.counter };
    await routes.product.drive.advance(target);
    return json(200, {
      now: formatInstant(routes.clock.now()),
      notices: routes.counter.notices - before.notices,
      escalations: routes.counter.escalations - before.escalations,
    });
  });
}
