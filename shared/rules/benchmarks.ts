import { z } from 'zod';
import list from '../rulebooks/benchmarks.json' with { type: 'json' };
import { provisionStateWords } from '../vocabulary/papers.ts';
import { penaltyKindWords } from '../vocabulary/penalty-kinds.ts';
import { keysOf } from '../vocabulary/table.ts';
import { documentCode, officeName } from './schema.ts';

/**
 * The shape of `shared/rulebooks/benchmarks.yaml`: what a penalty may be under a provision of law, and how a source
 * grades it inside that (裁量基准). Amounts are yuan, both ends included.
 */

const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case, for instance `archives-law-49-1`');
const text = z.string().min(1);
const state = z
  .enum(keysOf(provisionStateWords))
  .describe('seen: the text was read; unverified: it is not offered and judges nothing');

const range = z
  .strictObject({ from: z.number().min(0), to: z.number().min(0) })
  .refine(({ from, to }) => from <= to, 'the least is not more than the most');
const ranges = {
  individual: range.optional().describe('Of a fine on a natural person'),
  unit: range.optional().describe('Of a fine on a unit'),
};

const penaltyProvision = z.strictObject({
  id: kebab,
  office: officeName.describe('Whose cases it is for'),
  instrument: text.describe('Without title marks'),
  article: text,
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD'),
  division: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional()
    .describe('In force only where the division’s code begins like this'),
  act: text.describe('What it punishes, in our own words'),
  kinds: z.array(z.enum(keysOf(penaltyKindWords))).min(1),
  fineWith: z.enum(['always', 'may', 'never']).describe('Whether a fine goes with the warning'),
  ...ranges,
  state,
});

const benchmark = z.strictObject({
  id: kebab,
  document: documentCode.describe('The source that grades'),
  office: officeName,
  cite: text,
  provisions: z.array(kebab).min(1).describe('What it grades'),
  state,
  note: text.optional(),
  grades: z
    .array(
      z.strictObject({
        name: text,
        factors: z.array(text).min(1),
        ...ranges,
      }),
    )
    .min(1),
});

type Source = z.infer<typeof shape>;

const shape = z.strictObject({
  provisions: z.array(penaltyProvision),
  benchmarks: z.array(benchmark),
});

const within = (inner: Range | undefined, outer: Range | undefined): boolean =>
  inner === undefined || (outer !== undefined && outer.from <= inner.from && inner.to <= outer.to);

/** A grade lies inside what its provision allows, and names a provision that is there. */
function fits({ provisions, benchmarks }: Source): boolean {
  const byId = new Map(provisions.map((one) => [one.id, one]));
  return benchmarks.every(({ provisions: ids, grades }) =>
    ids.every((id) => {
      const of = byId.get(id);
      return (
        of !== undefined &&
        grades.every(({ individual, unit }) => within(individual, of.individual) && within(unit, of.unit))
      );
    }),
  );
}

export const benchmarksSource = shape.refine(
  fits,
  'each grade names provisions of this file and stays inside their ranges',
);

export type Range = z.infer<typeof range>;
export type PenaltyProvision = z.infer<typeof penaltyProvision>;
export type Benchmark = z.infer<typeof benchmark>;

const all = benchmarksSource.parse(list);

/** Every provision on penalties whose text was seen. */
export const penaltyProvisions: readonly PenaltyProvision[] = all.provisions.filter(
  ({ state }) => state === 'seen',
);

/** Of an office on a day in a division, as far as their text was seen. */
export const penaltyProvisionsOf = (
  office: PenaltyProvision['office'],
  on: string,
  division: string | undefined,
): readonly PenaltyProvision[] =>
  all.provisions.filter(
    (one) =>
      one.office === office &&
      one.state === 'seen' &&
      one.from <= on &&
      (one.division === undefined || division?.startsWith(one.division) === true),
  );

/** How a source grades, where it does. */
export const benchmarksOf = (
  document: Benchmark['document'],
  office: Benchmark['office'],
): readonly Benchmark[] =>
  all.benchmarks.filter((one) => one.document === document && one.office === office && one.state === 'seen');

/** 《中华人民共和国档案法》第四十九条第一款 */
export const provisionTitle = ({ instrument, article }: Pick<PenaltyProvision, 'instrument' | 'article'>) =>
  `《${instrument}》${article}`;
