import type { Item, Key, Table } from '../../shared/ports.ts';
import { agendaPage, type Pointer } from '../../shared/records/agenda.ts';
import { handedRecord } from '../../shared/records/handed.ts';
import { importRecord } from '../../shared/records/import.ts';
import { kindOf, upToDate } from '../../shared/records/migrate.ts';
import { noticeRecord } from '../../shared/records/notice.ts';

/** What of a table belongs to a jurisdiction. */
export interface Parts {
  /** Partitions of its own. */
  readonly partitions: readonly string[];
  /** What leads to its people, which lies in partitions by hash. */
  readonly people: readonly Key[];
  /** The texts of its letters; `own`: of nobody else’s. */
  readonly texts: readonly { readonly key: Key; readonly own: boolean }[];
  /** The pages with its steps that are still to come. */
  readonly pages: readonly Item[];
  /** What is being worked on, in words: with it, nothing is moved. */
  readonly busy: readonly string[];
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** Reads the whole table. */
export async function partsOf(store: Pick<Table, 'scan'>, jurisdiction: string): Promise<Parts> {
  const [mine, others] = [new Set<string>(), new Set<string>()];
  const [partitions, busy] = [new Set<string>(), new Set<string>()];
  const [people, texts, pages]: [Key[], Key[], Item[]] = [[], [], []];
  for await (const item of store.scan()) {
    const kind = kindOf(item);
    const own = item.pk.startsWith(`${jurisdiction}#`);
    if (own) partitions.add(item.pk);
    if (kind === 'notice') for (const name of textsOf(item)) (own ? mine : others).add(name);
    if (kind === 'text' || kind === 'letters') texts.push(keyOf(item));
    const leads = kind === 'person' || kind === 'address';
    if (leads && item['jurisdiction'] === jurisdiction) people.push(keyOf(item));
    if (kind === 'agenda-page' && stepsOf(item, jurisdiction).length > 0) pages.push(item);
    const working = busyWith(item, jurisdiction);
    if (working !== undefined) busy.add(working);
  }
  return {
    partitions: [...partitions].sort(),
    people,
    texts: texts.flatMap((key) => {
      const name = key.pk.slice('TEXT#'.length);
      return mine.has(name) ? [{ key, own: !others.has(name) }] : [];
    }),
    pages,
    busy: [...busy],
  };
}

export const stepsOf = (page: Item, jurisdiction: string): Pointer[] =>
  agendaPage.of(upToDate(page)).pointers.filter((one) => one.jurisdiction === jurisdiction);

function textsOf(item: Item): string[] {
  const { textHash, textIn } = noticeRecord.of(upToDate(item));
  return [textHash, ...(textIn === undefined ? [] : [textIn])];
}

/** What a person reads about work on the jurisdiction that is not at its end. */
function busyWith(item: Item, jurisdiction: string): string | undefined {
  const own = item.pk.startsWith(`${jurisdiction}#`);
  switch (kindOf(item)) {
    case 'handed': {
      const { pointers } = handedRecord.of(upToDate(item));
      const queued = pointers.some((one) => one.jurisdiction === jurisdiction);
      return queued ? 'letters are in the queue deliver' : undefined;
    }
    case 'message':
      return String(item['body']).includes(`"${jurisdiction}"`) ? `messages are in ${item.pk}` : undefined;
    case 'notice': {
      const { claim, id } = own ? noticeRecord.of(upToDate(item)) : { claim: undefined, id: '' };
      return claim === undefined ? undefined : `the notice ${id} is being sent`;
    }
    case 'import': {
      const open = own && item.sk === '0' && importRecord.of(upToDate(item)).finishedAt === undefined;
      return open ? 'an import is under way' : undefined;
    }
    default:
      return undefined;
  }
}
