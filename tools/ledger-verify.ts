import { parseArgs } from 'node:util';
import { z } from 'zod';
import { jsonOfFile } from '../local/person-file.ts';
import { verifyChain } from '../shared/domain/ledger.ts';

/**
 * `npm run -s ledger:verify -- FILE [--head HASH]`: checks an exported chain of decisions from itself alone. FILE
 * holds what `GET …/ledger` answered: one page, or a list of links, from the first one on. Exits 0 where it
 * holds, 1 where it does not or is empty, 2 where the file cannot be read.
 */
const link = z.object({
  number: z.number(),
  previous: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  content: z.record(z.string(), z.unknown()).optional(),
});
const links = z.array(link);
const file = z.union([links, z.object({ items: links }).transform(({ items }) => items)]);

const { values, positionals } = parseArgs({
  options: { head: { type: 'string' } },
  allowPositionals: true,
});

process.exitCode = run(positionals[0], values.head);

function run(path: string | undefined, head: string | undefined): number {
  if (path === undefined) {
    console.error('Name the file: npm run -s ledger:verify -- FILE [--head HASH]');
    return 2;
  }
  let read: unknown;
  try {
    read = jsonOfFile(path);
  } catch (error) {
    console.error(
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 2;
  }
  const parsed = file.safeParse(read);
  if (!parsed.success) {
    console.error(`${path} holds no chain: ${z.prettifyError(parsed.error)}`);
    return 2;
  }
  if (parsed.data.length === 0) {
    console.log(`${path} holds no link: an empty chain proves nothing, export the chain anew`);
    return 1;
  }
  const result = verifyChain(parsed.data, head);
  console.log(
    result.holds
      ? `The chain holds: ${result.links} links, head ${result.head}`
      : `The chain does not hold at link ${result.at}: ${result.why}`,
  );
  return result.holds ? 0 : 1;
}
