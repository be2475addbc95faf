import { badFile, limits } from './bad-file.ts';
import type { Pace } from './pace.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Bytes that become rows at once, and that are searched at once. */
const PIECE = 16 * 1024;
const CHECKED = 1024 * 1024;

/**
 * The encoding of a text: by its mark, else UTF-8 if all of it is valid UTF-8, else GB18030 if all of it is
 * valid GB18030.
 */
async function encodingOf(bytes: Uint8Array, pace: Pace): Promise<Encoding> {
  if (starts(bytes, [0xef, 0xbb, 0xbf])) return checked(bytes, 'utf-8', pace);
  if (starts(bytes, [0xff, 0xfe])) return checked(bytes, 'utf-16le', pace);
  if (starts(bytes, [0xfe, 0xff])) return checked(bytes, 'utf-16be', pace);
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw badFile('file', 'file.no-table');
  if (await decodes(bytes, 'utf-8', pace)) return 'utf-8';
  await refuseMixed(bytes, pace);
  return checked(bytes, 'gb18030', pace);
}

async function checked(bytes: Uint8Array, encoding: Encoding, pace: Pace): Promise<Encoding> {
  if (await decodes(bytes, encoding, pace)) return encoding;
  if (encoding === 'utf-8') await refuseMixed(bytes, pace);
  throw badFile('file', 'file.encoding');
}

const starts = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

async function decodes(bytes: Uint8Array, encoding: Encoding, pace: Pace): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const takes = (piece?: Uint8Array): boolean => {
    try {
      decoder.decode(piece, { stream: piece !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for (let from = 0; from < bytes.length; from += CHECKED) {
    if (!takes(bytes.subarray(from, from + CHECKED))) return false;
    await pace();
  }
  return takes();
}

/**
 * Refuses a text that is not UTF-8 as a whole but has lines that are: two files were put together. As GB18030
 * such lines would become other characters without an error. A line that is valid UTF-8 throughout, with two
 * Chinese characters, does not occur in GB18030 by chance.
 */
async function refuseMixed(bytes: Uint8Array, pace: Pace): Promise<void> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for (const line of lines(bytes)) {
    number += 1;
    if (number > limits.lines) return;
    if (number % 1000 === 0) await pace();
    let text: string;
    try {
      text = strict.decode(line);
    } catch {
      continue;
    }
    if (!/[\u3400-\u9fff][^\n]*[\u3400-\u9fff]/u.test(text)) continue;
    throw badFile(`row ${number}`, 'file.mixed-encodings', { line: number });
  }
}

function* lines(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    yield bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}

/** The text, piece by piece, without its mark. */
export async function* decoded(bytes: Uint8Array, pace: Pace): AsyncGenerator<string> {
  if (bytes.length > limits.unpackedBytes)
    throw badFile('file', 'file.too-large', { bytes: limits.unpackedBytes });
  const decoder = new TextDecoder(await encodingOf(bytes, pace), { fatal: true });
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    await pace();
  }
  yield decoder.decode();
}
