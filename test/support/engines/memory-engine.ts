import type { Engine } from '../../../local/sqlite/engine.ts';
import { createRoom } from '../../../local/sqlite/room.ts';
import { createMemoryStore } from './memory-store.ts';

/** The memory store as an engine; it always has room. */
export const memoryStoreEngine = (): Engine => ({
  store: createMemoryStore(),
  room: createRoom(
    () => undefined,
    () => undefined,
  ),
  tally: async () => new Map(),
  close: async () => undefined,
});
