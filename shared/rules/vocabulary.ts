export type FactType = 'day' | 'instant' | 'days' | 'number' | 'number-by-year' | 'text' | 'flag' | 'choice';

export interface Kind {
  readonly facts: ReadonlyMap<string, { readonly type: FactType; readonly options: readonly string[] }>;
  readonly traits: readonly string[];
}

/** What rules may name: the kinds of subjects with their facts and traits. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, Kind>;
}
