import type { Channel, Channels, Store } from '../../../shared/ports.ts';
import { chunks } from '../../../shared/domain/chunks.ts';
import type { Chance } from '../chance/chance.ts';

/** The process is gone: it gets no answer any more. */
export class Crash extends Error {
  override name = 'Crash';
}

/** Kinds of operations that a process waits for. */
export type Wait = 'read' | 'write' | 'send';

/** Where a process ends: at the n-th wait, or the n-th of a kind, before or after it took effect. */
export interface CrashPoint {
  /** 1 is the first. */
  readonly burnsAt: number;
  readonly of?: Wait | undefined;
  readonly moment: 'before' | 'after';
}

export interface Fuse {
  /** The waits so far, by kind. */
  readonly waits: () => readonly Wait[];
  readonly burnt: () => boolean;
  /** Does something that the process waits for, unless the process ends with it or has ended. */
  readonly pass: <T>(wait: Wait, effect: () => Promise<T>) => Promise<T>;
  /** Throws when the process has ended. */
  readonly check: () => void;
}

/**
 * A fuse that burns at a point; undefined: never. `unrest` lets others go first now and then, so that runs
 * differ in the order of simultaneous events.
 */
export function createFuse(point: CrashPoint | undefined, unrest: Chance | undefined): Fuse {
  const waits: Wait[] = [];
  let counted = 0;
  let burnt = false;
  const check = (): void => {
    if (burnt) throw new Crash('the process has ended');
  };
  return {
    waits: () => waits,
    burnt: () => burnt,
    check,
    pass: async (wait, effect) => {
      for (let turns = unrest?.between(0, 3) ?? 0; turns > 0; turns -= 1) await Promise.resolve();
      check();
      waits.push(wait);
      const near = point !== undefined && (point.of === undefined || point.of === wait);
      if (near) counted += 1;
      if (near && counted === point.burnsAt) {
        burnt = true;
        if (point.moment === 'after') await effect();
        throw new Crash(`the process ended ${point.moment} its ${waits.length}th wait`);
      }
      const result = await effect();
      check();
      return result;
    },
  };
}

/** A store that ends with its process. A batch is not atomic: it may be written in part. */
export function crashingStore(store: Store, fuse: Fuse, parts: Chance | undefined): Store {
  const inParts = async <T>(
    items: readonly T[],
    write: (part: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    fuse.check();
    await Promise.all(
      chunks(items, parts?.between(1, 25) ?? 25).map((part) => fuse.pass('write', () => write(part))),
    );
  };
  return {
    get: (key) => fuse.pass('read', () => store.get(key)),
    getMany: (keys) => fuse.pass('read', () => store.getMany(keys)),
    put: (item, guard) => fuse.pass('write', () => store.put(item, guard)),
    putMany: (items) => inParts(items, (part) => store.putMany(part)),
    deleteMany: (keys) => inParts(keys, (part) => store.deleteMany(part)),
    query: (query) => fuse.pass('read', () => store.query(query)),
  };
}

export function crashingChannels(channels: Channels, fuse: Fuse): Channels {
  const guarded = <Message>(channel: Channel<Message>): Channel<Message> => ({
    send: (message, noticeId, at, jurisdiction) =>
      fuse.pass('send', () => channel.send(message, noticeId, at, jurisdiction)),
  });
  return { email: guarded(channels.email), sms: guarded(channels.sms) };
}
