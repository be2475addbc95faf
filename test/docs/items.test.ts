import { expect, test } from 'vitest';
import { functionRegistry, type FunctionDefinition, type FunctionName } from '../../shared/functions.ts';
import { lists, partitions, type Partition } from '../../shared/partitions.ts';
import { kindOf, kinds } from '../../shared/records/migrate.ts';
import { allItemKinds, itemKinds } from '../../tools/docs/item-kinds.ts';
import { matches } from '../support/engines/recording-store.ts';

const sorted = <T>(values: Iterable<T>): T[] => [...new Set(values)].sort();
const inPartition = Object.entries(itemKinds).map(([name, found]) => ({ name, found }));

test('each item of the table lies in its partition and in the list that it names', () => {
  for (const { name, found } of inPartition) {
    const pattern = Object.entries(partitions).find(([known]) => known === name)?.[1] ?? '';
    for (const { item, key } of found) expect([item, matches(pattern, key.pk)]).toEqual([item, true]);
  }
  const named = allItemKinds.flatMap(({ list }) => (list === undefined ? [] : [list.of]));
  expect(sorted(named)).toEqual(sorted(Object.keys(lists)));
});

test('every kind of item that has a schema version stands in the table', () => {
  const told = allItemKinds.map(({ key }) => kindOf(key));
  expect(Object.keys(kinds).filter((kind) => !told.some((one) => one === kind))).toEqual([]);
});

/** The functions whose rights let them write into the partition. */
function writersOf(partition: Partition): FunctionName[] {
  const mayWrite = ({ grants: { table } }: FunctionDefinition): boolean =>
    [...(table.PutItem ?? []), ...(table.BatchWriteItem ?? [])].includes(partition);
  const names: FunctionName[] = [];
  let name: FunctionName;
  for (name in functionRegistry) if (mayWrite(functionRegistry[name])) names.push(name);
  return names;
}

test('those who write into a partition are those who have the right to', () => {
  let partition: Partition;
  for (partition in partitions) {
    const told = itemKinds[partition].flatMap(({ writers }) => Object.keys(writers));
    expect([partition, sorted(told)]).toEqual([partition, sorted(writersOf(partition))]);
  }
});
