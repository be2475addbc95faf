import { type TableAction } from '../../../shared/functions.ts';
import { lists, partitions, type List, type Partition } from '../../../shared/partitions.ts';
import type { Key, Store } from '../../../shared/ports.ts';
import type { Write } from '../../../tools/docs/item-kind.ts';
import { allItemKinds } from '../../../tools/docs/item-kinds.ts';

/** What one function did with the table, in the registry’s terms. */
export interface Used {
  readonly table: Map<TableAction, Set<Partition>>;
  readonly lists: Set<List>;
  /** By the item’s name in the table of items. */
  readonly writes: Map<string, Set<Write>>;
}

export const nothingUsed = (): Used => ({ table: new Map(), lists: new Set(), writes: new Map() });

/** As IAM’s StringLike: `*` is any run of characters. */
export function matches(pattern: string, key: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return key === pattern;
  const last = rest.pop() ?? '';
  if (!key.startsWith(first) || !key.endsWith(last) || key.length < first.length + last.length) return false;
  const middle = key.slice(first.length, key.length - last.length);
  let at = 0;
  for (const part of rest) {
    const found = middle.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/**
 * The only name of the registry whose pattern fits. A key that fits none, or two, is a defect of the registry.
 */
function nameOf<Name extends string>(patterns: Readonly<Record<Name, string>>, key: string): Name {
  const names: Name[] = [];
  for (const name in patterns) if (matches(patterns[name], key)) names.push(name);
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`${key} fits ${names.length} patterns`);
  return name;
}

/** Variable parts of the keys in the table of items, as `*`. */
const patternOf = (text: string): string => text.replaceAll(/\{[^}]*\}/g, '*');

const itemPatterns = Object.fromEntries(
  allItemKinds.map(({ item, key }) => [item, patternOf(`${key.pk}|${key.sk}`)]),
);

/** A store that records which action of DynamoDB each call is, and on which partitions. */
export function recording(store: Store, used: Used): Store {
  const note = (action: TableAction, keys: readonly Pick<Key, 'pk'>[]): void => {
    const known = used.table.get(action) ?? new Set();
    for (const { pk } of keys) known.add(nameOf(partitions, pk));
    if (known.size > 0) used.table.set(action, known);
  };
  const noteWrite = (write: Write, keys: readonly Key[]): void => {
    for (const { pk, sk } of keys) {
      const item = nameOf(itemPatterns, `${pk}|${sk}`);
      used.writes.set(item, (used.writes.get(item) ?? new Set()).add(write));
    }
  };
  return {
    get: (key) => {
      note('GetItem', [key]);
      return store.get(key);
    },
    getMany: (keys) => {
      note('BatchGetItem', keys);
      return store.getMany(keys);
    },
    put: (item, guard) => {
      note('PutItem', [item]);
      noteWrite(typeof guard === 'string' ? guard : 'version', [item]);
      return store.put(item, guard);
    },
    putMany: (items) => {
      note('BatchWriteItem', items);
      noteWrite('any', items);
      return store.putMany(items);
    },
    deleteMany: (keys) => {
      note('BatchWriteItem', keys);
      noteWrite('deleted', keys);
      return store.deleteMany(keys);
    },
    query: (query) => {
      if (query.index === 'list') used.lists.add(nameOf(lists, query.pk));
      else note('Query', [query]);
      return store.query(query);
    },
  };
}
