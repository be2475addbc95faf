import { createInflateRaw } from 'node:zlib';
import { badFile, limits, unpackedMost, type BadFile } from './bad-file.ts';

/** A part of an archive, as the archive’s directory names it. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const broken = (): BadFile => badFile('file', 'file.damaged');

/** Signatures and sizes from ECMA-376 and PKWARE’s APPNOTE. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The key of a part: ECMA-376 part 2 compares names without regard to case. */
export const partName = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/**
 * The parts of an archive by name, still packed. Only the directory at its end is used, and not its sizes: the
 * size of a part is counted while it is unpacked.
 */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw badFile('file', 'file.too-many-parts', { parts: limits.parts });
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const part = partAt(bytes, view, at, nameLength);
    const name = partName(part.name);
    if (parts.has(name)) throw broken();
    parts.set(name, part);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw broken();
}

function partAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): Part {
  if (view.getUint16(at + 8, true) & 1) throw badFile('file', 'file.locked');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const local = view.getUint32(at + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw broken();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const to = from + view.getUint32(at + 20, true);
  if (to > view.byteLength) throw broken();
  return { name, method: view.getUint16(at + 10, true), packed: bytes.subarray(from, to) };
}

const PIECE = 32 * 1024;

/** A part’s bytes, piece by piece. Stops when there are more than a roster can need. */
export async function* unpacked(part: Part): AsyncGenerator<Uint8Array> {
  if (part.method !== 0 && part.method !== 8) throw broken();
  const most = unpackedMost(part.packed.length);
  let total = 0;
  try {
    for await (const piece of part.method === 0 ? pieces(part.packed) : inflated(part.packed)) {
      total += piece.length;
      if (total > most) throw badFile('file', 'file.part-too-large', { part: part.name, bytes: most });
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw broken();
    throw error;
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  for await (const piece of inflate) if (piece instanceof Uint8Array) yield piece;
}
