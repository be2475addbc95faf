import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatInstant, parseInstant, toInstant, type Instant } from '../shared/domain/time/instant.ts';
import { dataFile } from '../local/sqlite/database.ts';
import { keptClock } from '../local/clock.ts';
import { OWN_FILE, ownDirectory } from '../local/files.ts';
import { runForOneUser, tool, type Terminal } from '../local/command-line.ts';
import { DamagedFile } from '../local/start-error.ts';
import type { Item, Table } from '../shared/ports.ts';
import { kindOf } from '../shared/records/migrate.ts';
import { checkBackup, itemsIn, type Header } from './backup/archive.ts';
import { ToldError } from '../local/told-error.ts';
import { putInPlace } from './backup/in-place.ts';
import { existing, localPlace, stagePlace, type Place } from './backup/places.ts';
import { holds, pastOf, restoredItems, type Past, type Restoring } from './backup/restored.ts';

const usage = `npm run restore -- --data DIR --in FILE (--sent-until INSTANT | --sent-nothing)
npm run restore -- --stage prod --in FILE (--sent-until INSTANT | --sent-nothing)
  --sent-until    the old product went on sending until then: what fell due before it is not sent again
  --sent-nothing  nothing has left since the backup: all that fell due leaves late
  --replace --confirm   where the table is not empty; on one machine the old one is kept beside it
nothing leaves after a restore until a person lifts the hold:
npm run restore -- --data DIR --release     or     --stage prod --release
exits 0 where it is done, 1 where it is not; a FILE that is refused has changed nothing`;

interface Options {
  readonly data: string | undefined;
  readonly stage: string | undefined;
  readonly table: string | undefined;
  readonly in: string | undefined;
  readonly sentUntil: Instant | undefined;
  readonly replace: boolean;
  readonly release: boolean;
}

interface Words {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly table?: string | undefined;
  readonly in?: string | undefined;
  readonly 'sent-until'?: string | undefined;
  readonly 'sent-nothing': boolean;
  readonly replace: boolean;
  readonly confirm: boolean;
  readonly release: boolean;
}

function optionsOf(values: Words): Options {
  const { data, stage, table, in: file, replace, release } = values;
  if ((data === undefined) === (stage === undefined) || (file === undefined) !== release)
    throw new ToldError(usage);
  const until = values['sent-until'];
  const sentUntil = until === undefined ? undefined : parseInstant(until);
  if (until !== undefined && sentUntil === undefined)
    throw new ToldError(
      `--sent-until ${until} is no instant with an offset, for instance 2026-03-02T09:00:00+08:00`,
    );
  if (!release && (until === undefined) === !values['sent-nothing'])
    throw new ToldError(
      `Say what has left since the backup, --sent-until INSTANT or --sent-nothing:\n${usage}`,
    );
  if (replace && !values.confirm)
    throw new ToldError(
      '--replace takes everything away that is in the table now: back it up first, then say --confirm too.',
    );
  return { data, stage, table, in: file, sentUntil, replace, release };
}

const openPlace = ({ data = '', stage, table }: Options): Promise<Place> =>
  stage === undefined ? localPlace(existing(resolve(data))) : stagePlace(stage, table);

/** Lifts the holds. Repeatable. Returns the text for the person. */
async function release(options: Options): Promise<string> {
  const place = await openPlace(options);
  try {
    const held: Item[] = [];
    for await (const item of place.store.scan()) if (kindOf(item) === 'hold') held.push(item);
    await place.store.deleteMany(held);
    return held.length === 0
      ? 'Nothing was held.'
      : `Lifted: ${held.map(({ pk }) => pk.split('#')[0]).join(', ')}. What is due leaves within the hour, marked late where it is.`;
  } finally {
    await place.close();
  }
}

async function restore(options: Options, file: string, { say }: Terminal): Promise<void> {
  const head = await checkBackup(file);
  const restoring = restoringOf(head, options);
  const past = await pastOf(itemsIn(file), restoring);
  const plan = { past, restoring };
  if (options.stage === undefined) {
    const keptAs = await restoreLocal(options, file, head, plan);
    if (keptAs !== undefined) say(`The data of before are in ${keptAs}.`);
  } else await restoreStage(options, file, plan);
  for (const line of told(file, options, plan)) say(line);
}

function restoringOf(head: Header, { data, sentUntil }: Options): Restoring {
  const takenAt = parseInstant(head.takenAt);
  if (takenAt === undefined) throw new ToldError('header takenAt: no instant');
  const clock = clockOf(head) ?? (data === undefined ? undefined : keptClock(resolve(data)));
  const now = clock ?? toInstant(Date.now());
  return { takenAt, now, sentUntil, queueLost: head.source !== 'local' };
}

/** The simulated clock of a backup, if it had one. */
function clockOf({ clock }: Header): Instant | undefined {
  const now = clock === undefined ? undefined : parseInstant(clock);
  if (clock !== undefined && now === undefined) throw new ToldError('header clock: no instant');
  return now;
}

interface Plan {
  readonly past: Past;
  readonly restoring: Restoring;
}

/**
 * Writes a file beside the present one, which replaces it when all is written. Returns where the present one is
 * kept.
 */
async function restoreLocal(
  options: Options,
  file: string,
  head: Header,
  plan: Plan,
): Promise<string | undefined> {
  const directory = resolve(options.data ?? '');
  ownDirectory(directory);
  const present = dataFile(directory);
  if (existsSync(present) && !options.replace && !(await holdsNothing(directory)))
    throw new ToldError(
      `${directory} holds data already: name another --data, or say --replace --confirm (the present data file is kept beside it).`,
    );
  const written = `${present}.restoring`;
  for (const beside of ['', '-wal', '-shm']) rmSync(`${written}${beside}`, { force: true });
  const place = await localPlace(directory, written);
  await fill(place, file, plan).finally(() => place.close());
  return putInPlace(directory, written, clockOf(head));
}

/**
 * Whether there is nothing in the directory. A file that cannot be opened may contain something. If a product
 * runs on it, the message says so, whatever it contains.
 */
async function holdsNothing(directory: string): Promise<boolean> {
  try {
    const place = await localPlace(directory);
    return await isEmpty(place.store).finally(() => place.close());
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
}

async function isEmpty(store: Pick<Table, 'scan'>): Promise<boolean> {
  for await (const one of store.scan()) return one.pk === '';
  return true;
}

async function restoreStage(options: Options, file: string, plan: Plan): Promise<void> {
  const place = await openPlace(options);
  try {
    const empty = await isEmpty(place.store);
    if (!empty && !options.replace)
      throw new ToldError(
        `the table ${place.name} holds data already: stop the schedules, back it up, then say --replace --confirm (docs/runbook.md).`,
      );
    const kept = await fill(place, file, plan);
    if (!empty) await removeOthers(place, kept);
  } finally {
    await place.close();
  }
}

const keyOf = ({ pk, sk }: Item): string => `${pk}|${sk}`;
const AT_ONCE = 500;

/** Writes the holds first, so that nothing is sent meanwhile; then the items. Returns the keys. */
async function fill({ store }: Place, file: string, { past, restoring }: Plan): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  const put = async (items: readonly Item[]): Promise<void> => {
    // One batch must not name an item twice.
    const unique = new Map(items.map((item) => [keyOf(item), item]));
    for (const key of unique.keys()) kept.add(key);
    await store.putMany([...unique.values()]);
  };
  await put(holds(past, restoring));
  let waiting: Item[] = [];
  for await (const item of itemsIn(file)) {
    if (kindOf(item) === 'hold') continue;
    waiting.push(...restoredItems(item, past, restoring));
    if (waiting.length < AT_ONCE) continue;
    await put(waiting);
    waiting = [];
  }
  await put(waiting);
  return kept;
}

async function removeOthers({ store }: Place, kept: ReadonlySet<string>): Promise<void> {
  const others: Item[] = [];
  for await (const item of store.scan()) if (!kept.has(keyOf(item))) others.push(item);
  await store.deleteMany(others);
}

/** Writes the list of what is not sent again. Returns the text for the person. */
function told(file: string, options: Options, { past, restoring }: Plan): string[] {
  const where = options.stage === undefined ? `--data ${options.data ?? ''}` : `--stage ${options.stage}`;
  return [
    `Restored what was there at ${formatInstant(restoring.takenAt)}. Nothing leaves yet.`,
    ...notSentAgain(file, past, restoring),
    `Enter again what was entered since, then lift the hold: npm run restore -- ${where} --release`,
  ];
}

function notSentAgain(file: string, { settled }: Past, { sentUntil }: Restoring): string[] {
  if (sentUntil === undefined || settled.length === 0) return [];
  const list = `${file}.not-sent-again.csv`;
  const lines = settled.map(({ jurisdiction, id, step, at }) => `${jurisdiction},${id},${step},${at}`);
  writeFileSync(list, `jurisdiction,id,step,due\n${lines.join('\n')}\n`, { mode: OWN_FILE });
  return [`${settled.length} steps due before ${formatInstant(sentUntil)} are taken to have left: ${list}`];
}

export const main = tool({
  usage,
  flags: {
    data: { type: 'string' },
    stage: { type: 'string' },
    table: { type: 'string' },
    in: { type: 'string' },
    'sent-until': { type: 'string' },
    'sent-nothing': { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
  },
  run: async ({ values }, terminal) => {
    const options = optionsOf(values);
    if (options.in === undefined) terminal.say(await release(options));
    else await restore(options, resolve(options.in), terminal);
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
