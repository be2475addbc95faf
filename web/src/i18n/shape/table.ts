/** The shape of the Chinese texts with any content: the English texts must have every one. */
export type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Same<T[K]> };

/** The word for a value of the API; the value itself when there is none yet. */
export function wordFor(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}
