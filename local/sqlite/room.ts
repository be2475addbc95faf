import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Store } from '../../shared/ports.ts';
import { NoRoom } from '../../shared/store/no-room.ts';

/** Whether the disk accepts what is written. */
export interface Room {
  /** A write found no room and none has succeeded since; or something waits for enough room to begin. */
  readonly full: boolean;
  /** False when there is less room than work that begins now may need to finish. */
  readonly isEnough: () => boolean;
  /** Called by writers: a write succeeded, or there was no room for it. */
  found(): void;
  missed(): void;
  /** Repeats `work` while there is no room. Throws NoRoom only after `giveUp`. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when there is enough room to begin something that must be recorded when it is done. */
  enough(): Promise<void>;
  /** Ends all waiting: the process is about to end. */
  giveUp(): void;
}

/** How long to wait before the next try. */
const TRY_AGAIN_MILLISECONDS = 1000;

/**
 * The log of changes grows by this much before it is merged into the file, and work that begins must be able to
 * finish.
 */
const ENOUGH_BYTES = 4_000_000;

export function createRoom(log: Log, free: () => number | undefined): Room {
  const ending = new AbortController();
  let full = false;
  let short = false;

  const missed = (): void => {
    if (full) return;
    full = true;
    log(
      'error',
      'DISK_FULL',
      'The disk is full: nothing is stored, notices wait. Make room; it then goes on by itself.',
    );
  };
  const found = (): void => {
    if (!full) return;
    full = false;
    log('warn', 'DISK_HAS_ROOM', 'The disk has room again: what waited goes on.');
  };
  const wait = async (): Promise<void> => {
    try {
      await pause(TRY_AGAIN_MILLISECONDS, undefined, { signal: ending.signal });
    } catch {
      throw new NoRoom('the disk is full, and the process ends');
    }
  };

  const isEnough = (): boolean => (free() ?? Infinity) >= ENOUGH_BYTES;

  return {
    get full() {
      return full || short;
    },
    isEnough,
    found,
    missed,
    patiently: async (work) => {
      for (;;) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof NoRoom)) throw error;
          await wait();
        }
      }
    },
    enough: async () => {
      while (!isEnough()) {
        if (!short)
          log(
            'error',
            'DISK_NEARLY_FULL',
            'The disk is nearly full: notices wait. Make room; they then leave by themselves.',
          );
        short = true;
        await wait();
      }
      if (short) log('warn', 'DISK_HAS_ROOM', 'The disk has room again: what waited goes on.');
      short = false;
    },
    giveUp: () => ending.abort(),
  };
}

/** The store for background work: when there is no room, a write waits. Every such write may be repeated. */
export function patientStore<S extends Store>(store: S, { patiently }: Pick<Room, 'patiently'>): S {
  return {
    ...store,
    put: (item, guard) => patiently(() => store.put(item, guard)),
    putMany: (items) => patiently(() => store.putMany(items)),
    deleteMany: (keys) => patiently(() => store.deleteMany(keys)),
  };
}
