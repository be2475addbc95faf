import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { ToldError } from '../../local/told-error.ts';
import type { Item } from '../../shared/ports.ts';
import { NewerItem, upToDate } from '../../shared/records/migrate.ts';

/**
 * A backup is gzip of lines: a header, then one item a line, as JSON. The header has the number of items and
 * the SHA-256 of their lines, including line ends, so that an incomplete or changed file is detected before
 * anything is written.
 */
const FORMAT = 1;

export const header = z.object({
  product: z.literal('archive-duty'),
  format: z.literal(FORMAT, { error: `this code reads backups of format ${FORMAT}` }),
  /** ISO 8601 with offset, by the product’s clock if that is simulated. */
  takenAt: z.string(),
  /** The simulated clock, if there is one. */
  clock: z.string().optional(),
  /** The version of the code. */
  version: z.string(),
  commit: z.string().optional(),
  /** local, or the stage. */
  source: z.string(),
  items: z.number(),
  sha256: z.string(),
});
export type Header = z.infer<typeof header>;

const item = z.looseObject({ pk: z.string(), sk: z.string() });

/** Writes the complete file or nothing. The header comes first, so the items go to a temporary file beside it. */
export async function writeBackup(
  file: string,
  items: AsyncIterable<Item>,
  about: Omit<Header, 'product' | 'format' | 'items' | 'sha256'>,
): Promise<Header> {
  const [body, whole] = [`${file}.items`, `${file}.part`];
  const hash = createHash('sha256');
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const one of items) {
      const line = `${JSON.stringify(one)}\n`;
      hash.update(line);
      count += 1;
      yield line;
    }
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(body, { mode: 0o600 }));
    const head: Header = {
      product: 'archive-duty',
      format: FORMAT,
      ...about,
      items: count,
      sha256: hash.digest('hex'),
    };
    // Several gzip members one after the other are valid gzip.
    await pipeline(
      Readable.from([`${JSON.stringify(head)}\n`]),
      createGzip(),
      createWriteStream(whole, { mode: 0o600 }),
    );
    await pipeline(createReadStream(body), createWriteStream(whole, { flags: 'a' }));
    await rename(whole, file);
    return head;
  } finally {
    await rm(body, { force: true });
    await rm(whole, { force: true });
  }
}

/** Returns the header after every item was read, counted and checked against the hash. Throws ToldError. */
export async function checkBackup(file: string): Promise<Header> {
  const hash = createHash('sha256');
  let count = 0;
  let head: Header | undefined;
  for await (const line of linesOf(file)) {
    if (head === undefined) head = headerFrom(file, line);
    else {
      hash.update(`${line}\n`);
      count += 1;
      refuseNewer(line);
    }
  }
  if (head === undefined) throw new ToldError(`${file} is empty: it is no backup`);
  if (count !== head.items)
    throw new ToldError(
      `${file} holds ${count} items, its header says ${head.items}: it is torn; take another`,
    );
  if (hash.digest('hex') !== head.sha256)
    throw new ToldError(`${file} was changed since it was written (SHA-256 differs): take another`);
  return head;
}

/** The items of a backup that `checkBackup` has accepted. */
export async function* itemsIn(file: string): AsyncGenerator<Item> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (!first) yield item.parse(JSON.parse(line));
    first = false;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  const gunzip = createGunzip();
  const failed = pipeline(input, gunzip).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Infinity });
  } catch (error) {
    throw unreadable(file, error);
  }
  const error = await failed;
  if (error !== undefined) throw unreadable(file, error);
}

const unreadable = (file: string, error: unknown): ToldError =>
  error instanceof ToldError
    ? error
    : new ToldError(
        `${file} cannot be read as a backup (${error instanceof Error ? error.message : 'unknown'})`,
      );

function headerFrom(file: string, line: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ToldError(`${file} does not begin with a backup’s header`);
  }
  const parsed = header.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ToldError(`${file}: header ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function refuseNewer(line: string): void {
  try {
    upToDate(item.parse(JSON.parse(line)));
  } catch (error) {
    if (!(error instanceof NewerItem)) throw new ToldError('a line of the backup is no item');
    throw new ToldError(`the backup is of newer code: ${error.message}`);
  }
}
