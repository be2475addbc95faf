import type { Mapping } from '../../rosters/columns.ts';
import { headingsRecord } from '../../records/import.ts';
import { importKey } from '../../records/keys.ts';
import type { Deps } from '../deps.ts';

/** Headings that are kept; the oldest go first. */
const KEPT = 300;
const TRIES = 5;

/** Beside the imports, whose function may write nothing of the bureau’s settings. No import has this id. */
const key = (jurisdiction: string) => importKey(jurisdiction, 'headings', 'HEADINGS');

/** What people of the bureau said that headings mean. */
export async function keptHeadings({ store }: Deps, jurisdiction: string): Promise<Mapping> {
  const item = await store.get(key(jurisdiction));
  return item ? headingsRecord.parse(item).headings : {};
}

/** Keeps what was said with a file for the next one; what was said last stands. */
export async function keepHeadings({ store }: Deps, jurisdiction: string, said: Mapping): Promise<void> {
  if (Object.keys(said).length === 0) return;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const item = await store.get(key(jurisdiction));
    const present = item && headingsRecord.parse(item);
    const others = Object.entries(present?.headings ?? {}).filter(([heading]) => !(heading in said));
    const headings = Object.fromEntries([...others, ...Object.entries(said)].slice(-KEPT));
    const next = { ...key(jurisdiction), v: 1 as const, version: (present?.version ?? 0) + 1, headings };
    if (await store.put(next, present ? { version: present.version } : 'absent')) return;
  }
  throw new Error('the headings are being kept by others all the time: send the file again');
}
