import { z } from 'zod';
import list from '../rulebooks/instruments.json' with { type: 'json' };
import { natureWords } from '../vocabulary/parties.ts';
import { powers, provisionStateWords } from '../vocabulary/papers.ts';
import { keysOf } from '../vocabulary/table.ts';

/**
 * The shape of `shared/rulebooks/instruments.yaml`: the law on which measures rest, in one place for all
 * rulebooks.
 */

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case, for instance `archives-law-45`');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const text = z.string().min(1);

const provisionSource = z.strictObject({
  id: kebab,
  article: text.optional().describe('第四十五条; missing while nobody has seen the text'),
  says: text.describe('What it says, in our own words; never printed as a quotation'),
  gives: z.array(z.enum(powers)).min(1).describe('What it carries: duty gives no power'),
  conditions: z.array(text).optional().describe('What must be the case besides, for the officer to judge'),
  against: z.array(z.enum(keysOf(natureWords))).min(1),
  state: z
    .enum(keysOf(provisionStateWords))
    .describe('seen: the text was read; unverified: it gives no power and is not printed on papers'),
  from: day.nullable().optional().describe('Where it is another day than the instrument’s'),
  to: day.optional(),
});

const instrumentSource = z.strictObject({
  id: kebab,
  title: text.describe('Without title marks'),
  from: day.nullable().describe('First day in force; null: the day was not seen'),
  to: day.optional().describe('Last day in force'),
  division: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional()
    .describe('In force only where the division’s code begins like this: 13 for Hebei'),
  note: text.optional(),
  provisions: z.array(provisionSource).min(1),
});

type InstrumentSource = z.infer<typeof instrumentSource>;

const idsOf = (instruments: readonly InstrumentSource[]): string[] =>
  instruments.flatMap((one) => one.provisions.map(({ id }) => id));

export const instrumentsSource = z
  .array(instrumentSource)
  .refine((all) => new Set(idsOf(all)).size === idsOf(all).length, 'each provision has an id of its own');

/** A provision with its instrument. */
export interface Provision extends Omit<z.infer<typeof provisionSource>, 'from'> {
  readonly instrument: string;
  readonly from: string | null;
  readonly division: string | undefined;
  readonly note: string | undefined;
}

export const provisionsIn = (instruments: readonly InstrumentSource[]): ReadonlyMap<string, Provision> =>
  new Map(
    instruments.flatMap(({ title, from, to, division, note, provisions }) =>
      provisions.map((provision) => [
        provision.id,
        {
          ...provision,
          from: provision.from ?? from,
          to: provision.to ?? to,
          instrument: title,
          division,
          note,
        },
      ]),
    ),
  );

export const provisions = provisionsIn(instrumentsSource.parse(list));
