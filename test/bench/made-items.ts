import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Item, Store } from '../../shared/ports.ts';
import { agendaPage, type Pointer } from '../../shared/records/agenda.ts';
import { pagesOf } from '../../shared/usecases/agenda.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';
import { contextOf } from '../support/deadlines/deadlines.ts';
import { depsOn, handClock } from './product.ts';
import { registerOf } from './register.ts';

/** What entering subjects writes, without the agenda, and the pointers that the agenda would hold. */
export interface Made {
  readonly items: readonly Item[];
  readonly pointers: readonly Pointer[];
}

/** Keeps what is written and finds nothing: entering a subject needs no more. */
function collecting(written: Item[]): Store {
  return {
    get: async () => undefined,
    getMany: async () => [],
    put: async (item) => written.push(item) > 0,
    putMany: async (items) => void written.push(...items),
    deleteMany: async () => undefined,
    query: async () => ({ items: [], after: undefined }),
  };
}

/** The items of a register as the product itself makes them when its subjects are entered. */
export async function madeItems(prefix: string, subjects: number, now: Instant): Promise<Made> {
  const written: Item[] = [];
  const deps = depsOn(collecting(written), handClock(now));
  const jurisdiction = 'hongjiang';
  const context = contextOf(jurisdiction, { trackFrom: '2026-01-01' });
  const principal = { sub: 'bench', role: 'bureau-officer', jurisdiction } as const;
  const request = {
    deps,
    context,
    principal,
    ifMatch: undefined,
    repeatable: undefined,
    language: 'zh' as const,
  };
  for (const body of registerOf(prefix, subjects)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  const isPage = (item: Item): boolean => item.pk.startsWith('AGENDA#');
  return {
    items: written.filter((item) => !isPage(item)),
    pointers: written.filter(isPage).flatMap((item) => agendaPage.of(item).pointers),
  };
}

/** The pointers in pages as full as they can be, as one planning of all of them writes them. */
export function fullPages(pointers: readonly Pointer[], now: Instant): Item[] {
  return pagesOf(pointers, now);
}

/** A page for each pointer, as subjects entered one by one make them. */
export function singlePages(pointers: readonly Pointer[], now: Instant): Item[] {
  return pointers.flatMap((pointer) => pagesOf([pointer], now));
}
