import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../../shared/domain/time/instant.ts';

interface Wait {
  readonly at: Instant;
  readonly order: number;
  readonly resolve: () => void;
}

/**
 * A clock on which several processes wait. It moves only when nobody has anything left to do, then to the moment
 * for which somebody waits first.
 */
export class VirtualTime {
  private waits: Wait[] = [];
  private order = 0;
  private busy = 0;

  constructor(public now: Instant) {}

  readonly until = (at: Instant): Promise<void> =>
    at <= this.now
      ? Promise.resolve()
      : new Promise((resolve) => this.enter({ at, order: (this.order += 1), resolve }));

  /** The clock stands still while this work is done, whatever it waits for in this process. */
  readonly during = async <T>(work: () => Promise<T>): Promise<T> => {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
    }
  };

  /** Lets time pass until the moment, or until `done`. */
  async run(end: Instant, done: () => boolean): Promise<void> {
    for (;;) {
      await this.quiet();
      const first = this.waits[0];
      if (done() || !first || first.at > end) return;
      this.now = first.at;
      while (this.waits[0]?.at === first.at) this.leave()?.resolve();
    }
  }

  private async quiet(): Promise<void> {
    for (let still = 0; still < 3; still += this.busy === 0 ? 1 : 0) await setImmediate();
  }

  /** A heap by moment, then by order. */
  private enter(wait: Wait): void {
    const { waits } = this;
    let at = waits.push(wait) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(wait, waits[above])) break;
      this.swap(at, above);
      at = above;
    }
  }

  private leave(): Wait | undefined {
    const { waits } = this;
    const [first] = waits;
    const last = waits.pop();
    if (!last || waits.length === 0) return first;
    waits[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = before(waits[right], waits[left]) ? right : left;
      if (!before(waits[child], waits[at])) return first;
      this.swap(at, child);
      at = child;
    }
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.waits[one], this.waits[other]];
    if (a && b) [this.waits[one], this.waits[other]] = [b, a];
  }
}

const before = (one: Wait | undefined, other: Wait | undefined): boolean =>
  one !== undefined &&
  (other === undefined || one.at < other.at || (one.at === other.at && one.order < other.order));
