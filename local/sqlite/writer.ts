import type { DatabaseSync } from 'node:sqlite';

/** Writes of one turn of the event loop, committed together: one sync of the disk for all of them. */
export interface Writer {
  /**
   * Runs `work` inside the next transaction and resolves with its result when that is on the disk. When the
   * transaction fails, nothing of it is stored and every work in it is rejected.
   */
  write<T>(rows: number, work: () => T): Promise<T>;
  /** Resolves when nothing is waiting any more. */
  flushed(): Promise<void>;
}

/** The most rows in a transaction, so that a large import does not block readers for long. */
const ROWS_A_TRANSACTION = 1000;

interface Waiting {
  readonly rows: number;
  readonly run: () => void;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * `before` is called before each transaction. If it throws, nothing of the transaction is stored, for that
 * reason.
 */
export function createWriter(
  database: DatabaseSync,
  outcome: (error: unknown) => unknown,
  before: () => void = () => undefined,
): Writer {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => () => {
    database.exec(sql);
  });
  let waiting: Waiting[] = [];
  let due = false;
  let idle: (() => void)[] = [];

  /** A full disk may have rolled it back already. A failure here is not the reason why the write failed. */
  const undo = (): void => {
    try {
      if (database.isTransaction) rollback?.();
    } catch {
      // The next transaction is refused, and gives the reason.
    }
  };

  const transact = (group: readonly Waiting[]): void => {
    try {
      before();
      begin?.();
      for (const each of group) each.run();
      commit?.();
    } catch (error) {
      undo();
      const meaning = outcome(error);
      const told = meaning instanceof Error ? meaning : new Error('the write failed');
      for (const each of group) each.failed(told);
      return;
    }
    outcome(undefined);
    for (const each of group) each.done();
  };

  const runGroup = (): void => {
    due = false;
    let rows = 0;
    let count = 0;
    for (const each of waiting) {
      if (count > 0 && rows + each.rows > ROWS_A_TRANSACTION) break;
      rows += each.rows;
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    transact(group);
    if (waiting.length > 0) schedule();
    else for (const tell of idle.splice(0)) tell();
  };

  const schedule = (): void => {
    if (due) return;
    due = true;
    setImmediate(runGroup);
  };

  return {
    write: (rows, work) =>
      new Promise((resolve, reject) => {
        let answer: () => void = () => undefined;
        waiting.push({
          rows,
          run: () => {
            const result = work();
            answer = () => resolve(result);
          },
          done: () => answer(),
          failed: reject,
        });
        schedule();
      }),
    flushed: () =>
      waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idle = [...idle, resolve];
          }),
  };
}
