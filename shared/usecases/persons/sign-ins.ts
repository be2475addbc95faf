import type { z } from 'zod';
import type { signInsQuery } from '../../contract/people.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import type { Store } from '../../ports.ts';
import { signInLine, signInsOf, type SignInLine } from '../../records/accounts.ts';
import { tableCursor } from '../../store/cursor.ts';
import type { Deps } from '../deps.ts';
import type { Listed } from '../listing.ts';
import { peopleAt, personOfSub } from './who.ts';

type Asked = z.output<typeof signInsQuery>;

interface Place {
  readonly deps: Pick<Deps, 'store' | 'accounts'>;
  readonly jurisdiction: string;
}

/** Lines read in one round, and rounds after which a short page is returned rather than a late one. */
const PORTION = 200;
const ROUNDS = 20;

/** Who signed in and who was refused, newest first, by name where the bureau knows it. */
export async function listSignIns({ deps, jurisdiction }: Place, asked: Asked) {
  const { accounts, store } = deps;
  if (!accounts.inUse) return { items: [], nextCursor: null, accounts: false };
  const { items, nextCursor } = await pageOf(store, jurisdiction, asked);
  const nameOf = await namesOf(store, jurisdiction, items);
  return {
    items: items.map(({ at, event, sub, way, device }) => ({
      at: formatInstant(at),
      event,
      sub,
      name: nameOf(sub),
      way,
      device,
    })),
    nextCursor,
    accounts: true,
  };
}

async function pageOf(
  store: Store,
  jurisdiction: string,
  { sub, event, limit, cursor }: Asked,
): Promise<Listed<SignInLine>> {
  const kept: SignInLine[] = [];
  let after = cursor;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await store.query({
      ...signInsOf(jurisdiction),
      limit: PORTION,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of page.items) {
      const line = signInLine.of(item);
      if ((sub !== undefined && line.sub !== sub) || (event !== undefined && line.event !== event)) continue;
      if (kept.length === limit) return { items: kept, nextCursor: after ?? null };
      kept.push(line);
      after = tableCursor(item.sk);
    }
    after = page.after;
    if (after === undefined) break;
  }
  return { items: kept, nextCursor: after ?? null };
}

/** Names of the bureau’s people, those who left among them, and of its units’ people. */
async function namesOf(
  store: Store,
  jurisdiction: string,
  lines: readonly SignInLine[],
): Promise<(sub: string) => string | undefined> {
  const people = await peopleAt(store, { jurisdiction });
  const names = new Map(
    [...(people?.former ?? []), ...(people?.members ?? [])].map(({ sub, name }) => [sub, name]),
  );
  for (const sub of new Set(lines.map((line) => line.sub)))
    if (!names.has(sub)) {
      const name = (await personOfSub(store, sub))?.name;
      if (name !== undefined) names.set(sub, name);
    }
  return (sub) => names.get(sub);
}
