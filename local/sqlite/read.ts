import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Item, Key, Page, Query } from '../../shared/ports.ts';
import { listCursor, tableCursor } from '../../shared/store/cursor.ts';
import { upToDate } from '../../shared/records/migrate.ts';
import { afterOf, checkedKey, checkQuery, type After } from '../../shared/store/requests.ts';

/** A page ends with the item that exceeds this, in bytes, as on DynamoDB. */
const PAGE_BYTES = 1_048_576;

/** An item from its stored text, unchanged. */
function itemOf(body: unknown): Item {
  if (typeof body !== 'string') throw new Error('an item without its text');
  const item: unknown = JSON.parse(body);
  if (!isItem(item)) throw new Error('an item without its key');
  return item;
}

/** Written by hand for speed, because every item read passes here. */
function isItem(value: unknown): value is Item {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pk' in value &&
    typeof value.pk === 'string' &&
    'sk' in value &&
    typeof value.sk === 'string'
  );
}

export interface Reader {
  get(key: Key): Item | undefined;
  query(query: Query): Page;
  /** Every item as it is stored, whatever its version, in the order of the keys. */
  scan(): Iterable<Item>;
}

export function createReader(database: DatabaseSync): Reader {
  const byKey = database.prepare('SELECT body FROM item WHERE pk = ? AND sk = ?');
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    get: (key) => {
      const { pk, sk } = checkedKey(key);
      const row = byKey.get(pk, sk);
      return row && upToDate(itemOf(row['body']));
    },
    query: (query) => {
      const after = afterOf(query);
      checkQuery(query, after);
      return query.index === 'list'
        ? queryList(statement, query, after)
        : queryTable(statement, query, after);
    },
    scan: function* () {
      const rows = database.prepare('SELECT body FROM item ORDER BY pk, sk').iterate();
      for (const row of rows) yield itemOf(row['body']);
    },
  };
}

type Prepare = (sql: string) => StatementSync;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

function queryTable(prepare: Prepare, query: Query, after: After | undefined): Page {
  const beyond = query.descending === true ? '<' : '>';
  const rows = select(prepare, query, {
    what: 'body',
    partition: 'pk',
    place: 'sk',
    order: ['sk'],
    after: after && { sql: `sk ${beyond} ?`, values: [after.place] },
  });
  const items: Item[] = [];
  let bytes = 0;
  for (const { body } of rows) {
    const item = upToDate(itemOf(body));
    items.push(item);
    bytes += typeof body === 'string' ? Buffer.byteLength(body) : 0;
    if (items.length === query.limit || bytes > PAGE_BYTES) return { items, after: tableCursor(item.sk) };
  }
  return { items, after: undefined };
}

function queryList(prepare: Prepare, query: Query, after: After | undefined): Page {
  const beyond = query.descending === true ? '<' : '>';
  const rows = select(prepare, query, {
    what: 'pk, sk, lp, ls',
    partition: 'lp',
    place: 'ls',
    order: ['ls', 'pk', 'sk'],
    after: after && { sql: `(ls, pk, sk) ${beyond} (?, ?, ?)`, values: [after.place, after.pk, after.sk] },
  });
  const items: Item[] = [];
  let bytes = 0;
  for (const row of rows) {
    const [pk, sk, lp, ls] = [row['pk'], row['sk'], row['lp'], row['ls']].map(String);
    const item = { pk: pk ?? '', sk: sk ?? '', lp, ls };
    items.push(item);
    bytes += Object.values(item).reduce((sum: number, part) => sum + Buffer.byteLength(part ?? ''), 0);
    if (items.length === query.limit || bytes > PAGE_BYTES) return { items, after: listCursor(item) };
  }
  return { items, after: undefined };
}

/** The rows of a query in order. A row is read when it is requested. */
function select(
  prepare: Prepare,
  { pk, from, to, descending, limit }: Query,
  by: {
    readonly what: string;
    readonly partition: string;
    readonly place: string;
    readonly order: readonly string[];
    readonly after: Condition | undefined;
  },
) {
  const conditions: Condition[] = [
    { sql: `${by.partition} = ?`, values: [pk] },
    ...(from === undefined ? [] : [{ sql: `${by.place} >= ?`, values: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${by.place} <= ?`, values: [to] }]),
    ...(by.after === undefined ? [] : [by.after]),
  ];
  const order = by.order.map((column) => `${column}${descending === true ? ' DESC' : ''}`).join(', ');
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  return prepare(`SELECT ${by.what} FROM item WHERE ${where} ORDER BY ${order} LIMIT ?`).iterate(
    ...conditions.flatMap(({ values }) => values),
    limit ?? -1,
  );
}
