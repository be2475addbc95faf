import { z } from 'zod';
import { subjectKind, type SubjectKind } from '../rules/schema.ts';
import type { FactType, Vocabulary } from '../rules/vocabulary.ts';
import { factTables, traitTables } from './facts.ts';

/** What each type of fact takes, and what tells it from those that come after it. */
const samples: readonly (readonly [FactType, unknown])[] = [
  ['days', ['2026-01-05']],
  ['number-by-year', { '2026': 1 }],
  ['number', 1],
  ['flag', true],
  ['day', '2026-01-05'],
  ['instant', '2026-01-05T10:00:00+08:00'],
];

function typeOf(schema: z.ZodType): FactType {
  // A text takes everything that is written, days among it.
  if (schema.safeParse('某').success) return 'text';
  return samples.find(([, sample]) => schema.safeParse(sample).success)?.[0] ?? 'choice';
}

/** The closed tables of kinds, facts and traits, as rulebooks are checked against them. */
export const vocabulary: Vocabulary = {
  kinds: new Map(
    subjectKind.options.map((kind) => [kind, { facts: factsOf(kind), traits: traitTables[kind] }]),
  ),
};

function factsOf(kind: SubjectKind): ReadonlyMap<string, { type: FactType; options: readonly string[] }> {
  const shape: Readonly<Record<string, z.ZodType>> = factTables[kind].shape;
  return new Map(
    Object.entries(shape).map(([name, schema]) => {
      const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      const options = inner instanceof z.ZodEnum ? inner.options.map(String) : [];
      return [name, { type: typeOf(schema), options }];
    }),
  );
}
