import { z } from 'zod';
import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';
import { jsonOfFile } from '../local/person-file.ts';
import { ToldError } from '../local/told-error.ts';
import { verifyChain } from '../shared/domain/ledger.ts';

const usage = `npm run -s ledger:verify -- FILE [--head HASH]
checks an exported chain of decisions from itself alone
  FILE    what GET …/ledger answered: one page, or a list of links, from the first one on
  --head  the hash that its last link must have
exits 0 where it holds, 1 where it does not, is empty or a flag is wrong, 2 where the file cannot be read`;

const link = z.object({
  number: z.number(),
  previous: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  content: z.record(z.string(), z.unknown()).optional(),
});
const links = z.array(link);
const file = z.union([links, z.object({ items: links }).transform(({ items }) => items)]);

function verify(path: string, head: string | undefined, { say, complain }: Terminal): number {
  let read: unknown;
  try {
    read = jsonOfFile(path);
  } catch (error) {
    complain(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const parsed = file.safeParse(read);
  if (!parsed.success) {
    complain(`${path} holds no chain: ${z.prettifyError(parsed.error)}`);
    return 2;
  }
  if (parsed.data.length === 0) {
    say(`${path} holds no link: an empty chain proves nothing, export the chain anew`);
    return 1;
  }
  const result = verifyChain(parsed.data, head);
  say(
    result.holds
      ? `The chain holds: ${result.links} links, head ${result.head}`
      : `The chain does not hold at link ${result.at}: ${result.why}`,
  );
  return result.holds ? 0 : 1;
}

export const main = tool({
  usage,
  flags: { head: { type: 'string' } },
  takesWords: true,
  run: ({ values, positionals: [path] }, terminal) => {
    if (path === undefined) throw new ToldError(`Name the file:\n${usage}`, 2);
    return verify(path, values.head, terminal);
  },
});

await runAtTerminal(import.meta.url, main);
