import type { Mapping } from '../../rosters/columns.ts';
import { headingsRecord } from '../../records/import.ts';
import type { Deps } from '../deps.ts';

/** The most headings stored; the oldest are dropped first. */
const KEPT = 300;

/** What people of the bureau have said that headings mean. */
export async function keptHeadings({ store }: Deps, jurisdiction: string): Promise<Mapping> {
  return (await headingsRecord.read(store, jurisdiction))?.headings ?? {};
}

/** Stores what was said with a file for the next one. The last statement about a heading applies. */
export async function keepHeadings({ store }: Deps, jurisdiction: string, said: Mapping): Promise<void> {
  if (Object.keys(said).length === 0) return;
  await headingsRecord.change(store, jurisdiction, (known) => {
    const others = Object.entries(known?.headings ?? {}).filter(([heading]) => !(heading in said));
    const headings = Object.fromEntries([...others, ...Object.entries(said)].slice(-KEPT));
    return { version: 0, ...known, headings };
  });
}
