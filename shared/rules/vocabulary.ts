import { kinds, subjectKinds, type Fact } from '../vocabulary/kinds.ts';

export interface Kind {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly traits: readonly string[];
}

/** What rules may name: the kinds of subjects with their facts and traits. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, Kind>;
}

export const vocabulary: Vocabulary = {
  kinds: new Map(
    subjectKinds.map((kind) => [
      kind,
      { facts: new Map(Object.entries(kinds[kind].facts)), traits: kinds[kind].traits },
    ]),
  ),
};
