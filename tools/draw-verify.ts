import { z } from 'zod';
import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';
import { jsonOfFile } from '../local/person-file.ts';
import { ToldError } from '../local/told-error.ts';
import { draw } from '../shared/contract/draws.ts';
import { standing } from '../shared/domain/draws/draw.ts';
import type { PublishedDraw } from '../shared/domain/draws/types.ts';
import { verifyDraw } from '../shared/domain/draws/verify.ts';

const usage = `npm run -s draw:verify -- FILE [--commitment HASH]
computes a published draw again from itself alone
  FILE          what GET …/draws/{id} answered
  --commitment  the commitment as it was published beforehand
exits 0 where it holds, 1 where it does not or a flag is wrong, 2 where the file cannot be read`;

function verify(path: string, commitment: string | undefined, { say, complain }: Terminal): number {
  let read: unknown;
  try {
    read = jsonOfFile(path);
  } catch (error) {
    complain(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const parsed = draw.safeParse(read);
  if (!parsed.success) {
    say(`The draw does not hold. It is not a published draw:\n${z.prettifyError(parsed.error)}`);
    return 1;
  }
  const { id, status, size, roster, excluded, drawn, seed } = parsed.data;
  const result = verifyDraw(parsed.data, commitment);
  if (!result.holds) {
    say(`The draw ${id} does not hold:\n${result.why.map((why) => `- ${why}`).join('\n')}`);
    return 1;
  }
  const told = drawn ? `drawn with seed ${seed ?? ''}: ${drawn.join(', ')}` : `nothing drawn (${status})`;
  say(`The draw ${id} holds: ${size} of ${roster.length}, ${told}`);
  for (const line of afterwards(parsed.data)) say(line);
  for (const { subjectId, reason } of excluded) say(`Not on the roster: ${subjectId} (${reason})`);
  for (const note of result.notes) say(`Note: ${note}`);
  return 0;
}

/**
 * The checks of replacements: each came next in the same order, and its pair of officers follows from the seed.
 * The reason of a replacement is the leader’s word. Officers are not replaced in the record of a draw: recused
 * officers are left out when a unit’s pair is drawn.
 */
function afterwards(record: PublishedDraw): string[] {
  const { drawn, assigned = [], replacements } = record;
  if (!drawn) return [];
  const pairs = new Map(
    [...assigned, ...replacements.map((one) => ({ ...one, subjectId: one.in }))].map(pairOf),
  );
  const replaced = replacements.map(
    ({ out, in: next, reason, at, by }) =>
      `Replaced: ${out} by ${next}, next in the same order (${reason}; ${at}, ${by})`,
  );
  const stands = standing({ drawn, replacements }).map((unit) => `${unit}${pairs.get(unit) ?? ''}`);
  const count = replacements.length === 0 ? 'without replacements' : `after ${replacements.length} replaced`;
  return [...replaced, `To be checked, ${count}: ${stands.join(', ')}`];
}

type Pair = Pick<NonNullable<PublishedDraw['assigned']>[number], 'subjectId' | 'officers'>;

function pairOf({ subjectId, officers }: Pair): [string, string] {
  return [subjectId, officers.length === 0 ? '' : ` (${officers.map(({ name }) => name).join(', ')})`];
}

export const main = tool({
  usage,
  flags: { commitment: { type: 'string' } },
  takesWords: true,
  run: ({ values, positionals: [path] }, terminal) => {
    if (path === undefined) throw new ToldError(`Name the file:\n${usage}`, 2);
    return verify(path, values.commitment, terminal);
  },
});

await runAtTerminal(import.meta.url, main);
