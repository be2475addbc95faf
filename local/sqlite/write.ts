import type { DatabaseSync } from 'node:sqlite';
import type { Guard, Item, Key } from '../../shared/ports.ts';
import { listPlace } from '../../shared/store/requests.ts';

/** An item as a row: its text, and the columns that queries and guards use. */
export interface Row {
  readonly pk: string;
  readonly sk: string;
  readonly lp: string | null;
  readonly ls: string | null;
  readonly version: number | null;
  readonly body: string;
}

export function rowOf(item: Item): Row {
  const { lp, ls } = listPlace(item) ?? { lp: null, ls: null };
  const version = item['version'];
  return {
    pk: item.pk,
    sk: item.sk,
    lp,
    ls,
    version: typeof version === 'number' ? version : null,
    body: JSON.stringify(item),
  };
}

export interface Rows {
  /** Returns whether the guard held. */
  put(row: Row, guard: Guard): boolean;
  remove(key: Key): void;
}

const INSERT =
  'INSERT INTO item (pk, sk, lp, ls, version, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (pk, sk)';

export function createRows(database: DatabaseSync): Rows {
  const where = 'WHERE pk = ? AND sk = ?';
  const ifAbsent = database.prepare(`${INSERT} DO NOTHING`);
  const always = database.prepare(
    `${INSERT} DO UPDATE SET lp = excluded.lp, ls = excluded.ls, version = excluded.version, body = excluded.body`,
  );
  const ifVersion = database.prepare(
    `UPDATE item SET lp = ?, ls = ?, version = ?, body = ? ${where} AND version = ?`,
  );
  const remove = database.prepare(`DELETE FROM item ${where}`);
  return {
    put: ({ pk, sk, lp, ls, version, body }, guard) => {
      if (typeof guard === 'object')
        return ifVersion.run(lp, ls, version, body, pk, sk, guard.version).changes === 1;
      const insert = guard === 'absent' ? ifAbsent : always;
      return insert.run(pk, sk, lp, ls, version, body).changes === 1;
    },
    remove: ({ pk, sk }) => {
      remove.run(pk, sk);
    },
  };
}
