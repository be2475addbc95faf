import { lists } from '../../shared/partitions.ts';
import { code, table } from '../markdown-table.ts';
import type { ItemKind } from './item-kind.ts';
import { allItemKinds, J } from './item-kinds.ts';

const listed = ({ list }: ItemKind): string =>
  list === undefined ? '' : `${code(lists[list.of].replace('*', J))}, ${code(list.by)}`;

/** Writers with the same guards are listed together. */
function written({ writers, others, note }: ItemKind): string {
  const by = new Map<string, string[]>();
  for (const [name, writes] of Object.entries(writers)) {
    const guards = writes.join(', ');
    by.set(guards, [...(by.get(guards) ?? []), name]);
  }
  const parts = [...by].map(([guards, names]) => `${names.join(', ')}: ${guards}`);
  const all = [...parts, ...(others === undefined ? [] : [others])].join('; ');
  return note === undefined ? all : `${all} (${note})`;
}

/** The table of items in docs/architecture.md. */
export const itemsTable = (): string =>
  table(
    ['item', 'pk', 'sk', 'in the list index', 'written by, under which guard'],
    allItemKinds.map((kind) => [
      kind.item,
      code(kind.key.pk),
      code(kind.key.sk),
      listed(kind),
      written(kind),
    ]),
  );
