import { beforeAll, describe, expect, test } from 'vitest';
import { functionRegistry, type FunctionDefinition, type FunctionName } from '../../shared/functions.ts';
import { allItemKinds } from '../../tools/docs/item-kinds.ts';
import { bureau, life } from '../support/bureaus/recorded-year.ts';

const sorted = <T extends string>(values: Iterable<T>): T[] => [...new Set(values)].sort();
const used = (name: FunctionName) => ({
  table: Object.fromEntries(
    [...bureau.used[name].table].sort().map(([action, found]) => [action, sorted(found)]),
  ),
  lists: sorted(bureau.used[name].lists),
  sends: sorted(bureau.used[name].sends),
  mail: bureau.used[name].channels.has('mail'),
  sms: bureau.used[name].channels.has('sms'),
});
const granted = ({ grants }: FunctionDefinition) => ({
  table: Object.fromEntries(
    Object.entries(grants.table)
      .sort()
      .map(([action, allowed]) => [action, sorted(allowed)]),
  ),
  lists: sorted(grants.lists),
  sends: sorted(grants.sends),
  mail: grants.mail,
  sms: grants.sms,
});

/** In the table of items, and not in that year. */
const rare = [
  'api: predecessor: any',
  'api: entered year: version',
  'api: superior’s figures: absent',
  'api: superior’s figures: version',
  'api: number of a document: version',
  'api: quota decision: version',
  'api: person by an e-mail address: version',
  'sweep: sweep: absent',
  'deliver: turns of a channel: absent',
  'documents: requests of a program or bureau: absent',
  'receipts: channel: absent',
  'receipts: channel: version',
  'receipts: channel’s figures: version',
  'imports: portion of an import: deleted',
  'imports: marks of an import’s rows: deleted',
  'imports: meaning of headings: absent',
  'imports: meaning of headings: version',
  'imports: requests of a program or bureau: absent',
];

describe('what a function may touch is what it touches, over most of a year of a bureau’s life', () => {
  beforeAll(life);

  const names = ['api', 'plan', 'sweep', 'deliver', 'documents', 'receipts', 'imports', 'report'] as const;
  test.each(names)('%s', (name) => expect(used(name)).toEqual(granted(functionRegistry[name])));

  test('the table of items says who writes what under which guard; what that year lacks is named', () => {
    const told = names.flatMap((name) =>
      allItemKinds.flatMap(({ item, writers }) =>
        (writers[name] ?? []).map((write) => `${name}: ${item}: ${write}`),
      ),
    );
    const done = names.flatMap((name) =>
      [...bureau.used[name].writes].flatMap(([item, writes]) =>
        [...writes].map((write) => `${name}: ${item}: ${write}`),
      ),
    );
    expect(done.filter((line) => !told.includes(line))).toEqual([]);
    expect(told.filter((line) => !done.includes(line))).toEqual(rare);
  });
});
