import { readFileSync } from 'node:fs';
import { z } from 'zod';

const names = [
  'write',
  'read',
  'tableGb',
  'recoveryGb',
  'compute',
  'invocation',
  'queueRequest',
  'schedule',
  'event',
  'apiRequest',
  'mail',
  'sms',
  'logGb',
  'metric',
  'alarm',
  'dashboard',
  'trace',
  'key',
  'keyRequest',
  'secret',
  'webGb',
  'user',
  'userEssentials',
] as const;
export type PriceName = (typeof names)[number];

const price = z.strictObject({
  price: z.number().nonnegative(),
  per: z.number().positive(),
  unit: z.string(),
  service: z.string(),
  source: z.string(),
  /** False when the figure is from memory, a placeholder or a parameter. */
  verified: z.boolean(),
});
export type Price = z.infer<typeof price>;

const list = z.strictObject({
  region: z.string(),
  currency: z.string(),
  sign: z.string(),
  asOf: z.iso.date(),
  prices: z.record(z.enum(names), price),
});
export type PriceList = z.infer<typeof list>;

const priceLists = z.strictObject({ aws: list, cn: list });

/** The list prices that people entered. Throws when one is missing or malformed, and names it. */
export const readPrices = () =>
  priceLists.parse(JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')));
