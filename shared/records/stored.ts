import { z } from 'zod';

/**
 * The schema of a stored object: attributes that this code does not know pass through. While an old and a new
 * version of the code run side by side, the old one reads items of the new one and writes them back; what it
 * has not heard of must survive that. The type shows the known attributes alone, so that a misspelt name is
 * still an error.
 */
export function stored<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape>;
export function stored(shape: z.ZodRawShape): z.ZodObject {
  return z.looseObject(shape);
}

/** What a queue’s message says of its form; without it the first. A later form waits for the code that knows it. */
export const messageVersion = z
  .literal(1, { error: 'this message was written by newer code; it comes again when that runs' })
  .optional();
