import { readFileSync } from 'node:fs';
import { places } from '#places';
import { z } from 'zod';

/** The version of the product, from its package.json. */
export const versionHere = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(places.manifest, 'utf8'))).version;
