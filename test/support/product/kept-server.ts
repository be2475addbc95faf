import { z } from 'zod';
import type { Actor } from '../bureaus/kept-bureau.ts';
import type { Client } from './client.ts';
import { startServer, type TestServer } from './server.ts';

export const BASE = '/v1/jurisdictions/hongjiang';

/** The story’s people, asking the API of a server. */
export function actorAt(server: TestServer): Actor {
  return {
    ask: async (method, path, body, by) => {
      const { sub = 'wang', role = 'bureau-officer', jurisdiction = 'hongjiang', unitId } = by ?? {};
      const unit = unitId === undefined ? {} : { unitId };
      const client = await server.as({ sub, role, jurisdiction, ...unit });
      const whole = path.startsWith('/v1/') ? path : `${BASE}${path}`;
      return client.send(z.unknown(), method, whole, body);
    },
    to: (moment) => server.advance(moment),
  };
}

/** A server on a directory that outlives it, for the duration of some work. */
export async function servedFrom<T>(
  directory: string,
  now: string,
  work: (server: TestServer) => Promise<T>,
): Promise<T> {
  const server = await startServer(now, undefined, directory);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

const page = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** What people see of the bureau: every list, and each of its items. */
export async function answersOf(server: TestServer): Promise<Readonly<Record<string, unknown>>> {
  const officer = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
  const found: Record<string, unknown> = {};
  const get = async (client: Client, path: string): Promise<unknown> =>
    (found[path] = (await client.ask('GET', path.startsWith('/v1/') ? path : `${BASE}${path}`)).body);
  for (const list of ['subjects', 'obligations', 'escalations', 'notices']) {
    const { items } = page.parse(await get(officer, `/${list}?limit=200`));
    for (const { id } of items) await get(officer, `/${list}/${id}`);
    if (list === 'subjects') for (const { id } of items) await get(officer, `/status/${id}`);
  }
  for (const path of [
    '/status',
    '/rules?on=2026-03-13',
    '/settings',
    '/staff',
    '/ledger',
    '/v1/work-calendar/2027',
  ])
    await get(officer, path);
  return found;
}
