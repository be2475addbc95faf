import { statfsSync } from 'node:fs';
import { NoRoom } from '../../shared/store/no-room.ts';

/** The data file can no longer be read correctly, and its contents are not to be trusted. */
export class Damaged extends Error {
  override name = 'Damaged';
}

export const BUSY = 5;
const FULL = 13;
const IO_ERROR = 10;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** SQLite’s result code; undefined for an error of another kind. */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

/** With less than this, an input or output error means that the disk is full. */
const NO_ROOM_BYTES = 65_536;

/** Bytes that may still be written beside `file`; undefined when the system does not say. */
export function freeBytes(directory: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** The meaning of a SQLite error for the product. `directory` is undefined for a table in memory. */
export function meaningOf(error: unknown, directory: string | undefined): unknown {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : 'unknown';
  if (code === FULL) return new NoRoom(`the disk is full (${said})`);
  if (code === IO_ERROR && directory !== undefined && (freeBytes(directory) ?? Infinity) < NO_ROOM_BYTES)
    return new NoRoom(`the disk is full (${said})`);
  if (code === CORRUPT || code === NOT_A_DATABASE) return new Damaged(`the data file is damaged (${said})`);
  return error;
}
