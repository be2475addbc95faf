import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { draw } from '../shared/contract/draws.ts';
import { verifyDraw } from '../shared/domain/draw/verify.ts';

/**
 * `npm run -s draw:verify -- FILE [--commitment HASH]`: computes a published draw again from itself alone. FILE
 * holds what `GET …/draws/{id}` answered; HASH is the commitment as it was published beforehand. Exits 0 where
 * it holds, 1 where it does not, 2 where the file cannot be read.
 */
const { values, positionals } = parseArgs({
  options: { commitment: { type: 'string' } },
  allowPositionals: true,
});

process.exitCode = run(positionals[0], values.commitment);

function run(path: string | undefined, commitment: string | undefined): number {
  if (path === undefined) {
    console.error('Name the file: npm run -s draw:verify -- FILE [--commitment HASH]');
    return 2;
  }
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 2;
  }
  const parsed = draw.safeParse(read);
  if (!parsed.success) {
    console.log(`The draw does not hold. It is not a published draw:\n${z.prettifyError(parsed.error)}`);
    return 1;
  }
  const { id, status, size, roster, drawn, seed } = parsed.data;
  const result = verifyDraw(parsed.data, commitment);
  if (!result.holds) {
    console.log(`The draw ${id} does not hold:\n${result.why.map((why) => `- ${why}`).join('\n')}`);
    return 1;
  }
  const told = drawn ? `drawn with seed ${seed ?? ''}: ${drawn.join(', ')}` : `nothing drawn (${status})`;
  console.log(`The draw ${id} holds: ${size} of ${roster.length}, ${told}`);
  for (const note of result.notes) console.log(`Note: ${note}`);
  return 0;
}
