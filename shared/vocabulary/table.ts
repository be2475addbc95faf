/** The names of a table’s entries, in its order. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(table).filter((key): key is K => key in table);

/** A table with an entry for each of these names. */
export function tableOf<K extends string, V>(names: readonly K[], of: (name: K) => V): Record<K, V> {
  const table = Object.fromEntries(names.map((name) => [name, of(name)]));
  const isWhole = (made: Record<string, V>): made is Record<K, V> => names.every((name) => name in made);
  if (!isWhole(table)) throw new Error('a table has an entry for each of its names');
  return table;
}
