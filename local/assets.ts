import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answered } from './answered.ts';

/** A file on disk with the headers that do not depend on its encoding. */
export interface Asset {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Encoding = 'br' | 'gzip' | 'identity';

interface Kept {
  readonly stamp: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

/** By file and encoding. A console has a few hundred files, together a few megabytes. */
const kept = new Map<string, Kept>();

const pack: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  // The best quality takes seconds for a large script and gains only a few percent.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
  identity: (bytes) => Promise.resolve(bytes),
};

/** Pictures and fonts are compressed already. */
const packs = (type: string): boolean => /^(?:text\/|application\/json|image\/svg)/.test(type);

/** The smallest encoding that the client accepts: `gzip, br;q=0` is gzip. */
export function encodingFor(accepted: string | undefined): Encoding {
  const weights = new Map(
    (accepted ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

async function packed(file: string, encoding: Encoding): Promise<Kept> {
  const { mtimeMs, size } = await stat(file);
  const stamp = `${mtimeMs} ${size}`;
  const known = kept.get(`${encoding} ${file}`);
  if (known?.stamp === stamp) return known;
  const plain = await readFile(file);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const made = { stamp, bytes: await pack[encoding](plain), etag: `"${hash}-${encoding}"` };
  kept.set(`${encoding} ${file}`, made);
  return made;
}

/** A file for its reader: compressed if that helps, and 304 without a body if the reader already has it. */
export async function assetAnswer({ file, headers }: Asset, asked: IncomingHttpHeaders): Promise<Answered> {
  const varies = packs(headers['content-type'] ?? '');
  const encoding = varies ? encodingFor(asked['accept-encoding']) : 'identity';
  const { bytes, etag } = await packed(file, encoding);
  const all = { ...headers, etag, ...(varies ? { vary: 'accept-encoding' } : {}) };
  const known = asked['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (known === true) return { status: 304, headers: all, body: '' };
  return {
    status: 200,
    headers: { ...all, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) },
    body: bytes,
  };
}
