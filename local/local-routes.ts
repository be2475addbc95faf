import { z } from 'zod';
import { jsonOf, partFailure } from '../functions/api/json-body.ts';
import { fieldError, problem, problemAt, type Failure } from '../shared/outcome.ts';
import { issuesOf } from '../shared/problems/issues.ts';
import { clockBody, tokenBody } from '../shared/contract/bodies.ts';
import { takenIn } from '../shared/contract/texts.ts';
import { addMonths } from '../shared/domain/time/day.ts';
import { dayOf, formatInstant, instant, startOfDay } from '../shared/domain/time/instant.ts';
import { jurisdictionOf } from '../shared/rules/catalogue.ts';
import type { LocalClock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Product } from './compose.ts';
import type { Exclusive } from './drive.ts';
import { json, type Answered } from './answered.ts';
import type { Tokens } from './tokens.ts';

export interface LocalRoutes {
  readonly product: Product;
  readonly clock: LocalClock;
  readonly tokens: Tokens;
  readonly counter: Counter;
  /** Moves of the clock run one after the other; changes go on meanwhile. */
  readonly moving: Exclusive;
}

export interface LocalRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** The endpoints that exist only on one machine: tokens, the clock, the mailbox, dead letters. */
export async function answerLocal(routes: LocalRoutes, request: LocalRequest): Promise<Answered | Failure> {
  const parsed = parse(request.body);
  if ('code' in parsed) return parsed;
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
        return problemAt('', 'local.receipt').failure;
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
      return problem('request.no-route', { method: request.method, path: request.url.pathname }).failure;
  }
}

function parse(body: string): { readonly value: unknown } | Failure {
  const parsed = jsonOf(body === '' ? '{}' : body);
  if ('code' in parsed) return parsed;
  const taken = takenIn(parsed.value);
  return taken.ok ? taken : partFailure('request.body', taken.errors);
}

async function token(routes: LocalRoutes, body: unknown): Promise<Answered | Failure> {
  const parsed = tokenBody.safeParse(body);
  if (!parsed.success) return partFailure('request.body', issuesOf(parsed.error));
  const { role, jurisdiction, unitId, sub, office, scopes = [] } = parsed.data;
  if (role === 'operator')
    return json(200, { token: await routes.tokens.issue({ sub: sub ?? `local-${role}`, role }) });
  if (jurisdiction === undefined)
    return partFailure('request.body', [fieldError('jurisdiction', 'field.missing')]);
  if (!jurisdictionOf(jurisdiction)) {
    return problemAt('jurisdiction', 'local.jurisdiction', { jurisdiction }).failure;
  }
  if (role === 'unit' && unitId === undefined) {
    return problemAt('unitId', 'local.unit').failure;
  }
  const principal = {
    sub: sub ?? `local-${role}`,
    role,
    jurisdiction,
    ...(unitId === undefined ? {} : { unitId }),
    ...(office === undefined ? {} : { office }),
    ...(role === 'machine' ? { scope: scopes.join(' ') } : {}),
  };
  return json(200, { token: await routes.tokens.issue(principal) });
}

/** The clock may be moved at most this far at once. More must be a mistake. */
const LEAP_MONTHS = 120;

async function moveClock(routes: LocalRoutes, body: unknown): Promise<Answered | Failure> {
  const parsed = z.strictObject(clockBody.shape).safeParse(body);
  if (!parsed.success) return partFailure('request.body', issuesOf(parsed.error));
  if (!routes.clock.simulated) {
    return problemAt('now', 'local.clock').failure;
  }
  const target = instant(parsed.data.now);
  return routes.moving(async () => {
    const now = routes.clock.now();
    if (target < now) {
      return problemAt('now', 'local.clock-back', { now: formatInstant(now) }).failure;
    }
    if (target > startOfDay(addMonths(dayOf(now), LEAP_MONTHS))) {
      return problemAt('now', 'local.clock-leap').failure;
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
