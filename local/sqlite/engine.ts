import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Item, Log, Table } from '../../shared/ports.ts';
import { systemKey } from '../../shared/records/keys.ts';
import { NoRoom } from '../../shared/store/no-room.ts';
import { closeFile, dataFile, memoryDatabase, openFile, openSnapshot } from './database.ts';
import { Damaged, freeBytes, meaningOf } from './failure.ts';
import { createRoom, type Room } from './room.ts';
import { createSqliteStore } from './store.ts';
import { createTally, type Tally } from './tally.ts';
import { createWriter } from './writer.ts';

/** A store that is open in this process: the data file, or one in memory. */
export interface Engine {
  /** A write for which there is no room is refused with NoRoom. */
  readonly store: Table;
  readonly room: Room;
  readonly tally: Tally;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly log: Log;
  /** Called when the file was found damaged while in use: nothing more should be done with it. */
  readonly damaged: (error: Damaged) => void;
  /** Throws when nothing may be written any more: the lock of the directory is lost. */
  readonly mayWrite?: () => void;
}

/** For callers that do not need the reports. */
export const silent = { log: () => undefined, damaged: () => undefined };

/**
 * The data file in `directory`; it is created if it does not exist. Throws StartError when it must not be used.
 */
export function openEngine(directory: string, options: EngineOptions = silent): Engine {
  return openEngineFile(dataFile(directory), options);
}

export function openEngineFile(file: string, options: EngineOptions = silent): Engine {
  return engineOn(openFile(file), dirname(file), options);
}

/** The same in memory: it ends with the process. */
export const memoryEngine = (): Engine => engineOn(memoryDatabase(), undefined, silent);

export function engineOn(
  database: DatabaseSync,
  directory: string | undefined,
  { log, damaged, mayWrite }: EngineOptions,
): Engine {
  const room = createRoom(log, () => (directory === undefined ? undefined : freeBytes(directory)));
  const meaning = (error: unknown): unknown => {
    const found = meaningOf(error, directory);
    if (found instanceof Damaged) damaged(found);
    return found;
  };
  const outcome = (error: unknown): unknown => {
    const found = error === undefined ? undefined : meaning(error);
    if (found === undefined) room.found();
    else if (found instanceof NoRoom) room.missed();
    return found;
  };
  const writer = createWriter(database, outcome, mayWrite);
  return {
    store: createSqliteStore(database, writer, meaning),
    room,
    tally: createTally(database),
    close: async () => {
      room.giveUp();
      await writer.flushed();
      if (directory === undefined) database.close();
      else closeFile(database);
    },
  };
}

const trial: Item = { ...systemKey('ROOM'), v: 1 };

/** Whether the disk accepts a write again, after one found no room. */
export async function hasRoom({ store, room }: Pick<Engine, 'store' | 'room'>): Promise<boolean> {
  if (!room.full) return true;
  if (!room.isEnough()) return false;
  try {
    return await store.put(trial, 'any');
  } catch (error) {
    if (error instanceof NoRoom) return false;
    throw error;
  }
}

/** The contents of the data file at this moment, even while a product runs on it. */
export function openTableOf(directory: string): { readonly table: Pick<Table, 'scan'>; close(): void } {
  const database = openSnapshot(dataFile(directory));
  const never = createWriter(database, (error) => error);
  return {
    table: createSqliteStore(database, never, (error) => meaningOf(error, directory)),
    close: () => database.close(),
  };
}
