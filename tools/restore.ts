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
import { prepare } from './backup/prepared.ts';
import { putInPlace } from './backup/in-place.ts';
import { existing, localPlace, stagePlace, type Place } from './backup/places.ts';
import { optionsOf, usage, type Options } from './backup/restore-options.ts';
import { holds, pastOf, restoredItems, type Past, type Restoring } from './backup/restored.ts';

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

/** Makes a table that AWS has restored ready for the stage to use. */
async function ready(options: Options, takenAt: Instant, { say }: Terminal): Promise<void> {
  const place = await openPlace(options);
  const { sentUntil, stage = '' } = options;
  const restoring = { takenAt, now: toInstant(Date.now()), sentUntil, queueLost: true };
  try {
    const past = await prepare(place.store, restoring);
    say(`${place.name} is as at ${formatInstant(takenAt)}, and held. Nothing leaves from it yet.`);
    for (const line of notSentAgain(resolve(place.name), past, restoring)) say(line);
    say(
      `Write "tableName": "${place.name}" into cdk.json under stages.${stage}, npm run deploy -- --stage ${stage}; enter again what was entered since, then lift the hold: npm run restore -- --stage ${stage} --release`,
    );
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
    'taken-at': { type: 'string' },
    'sent-until': { type: 'string' },
    'sent-nothing': { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
  },
  run: async ({ values }, terminal) => {
    const options = optionsOf(values);
    if (options.takenAt !== undefined) await ready(options, options.takenAt, terminal);
    else if (options.in !== undefined) await restore(options, resolve(options.in), terminal);
    else terminal.say(await release(options));
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
