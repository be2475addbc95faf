import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { NoRoom } from '../shared/store/no-room.ts';
import { StartError } from './start-error.ts';

/** Files of the product hold names and addresses: they are for the user who runs it alone. */
export const OWN_FILE = 0o600;
const OWN_DIRECTORY = 0o700;

/** What a data directory of this product, or of its first release, holds. */
const ours = /^(?:data\.db.*|lock|clock\.json.*|token-key.*|mailbox\.jsonl|process|table.*)$/;

/** Whether an error says that the disk, or what this user may use of it, is full. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** Makes the data directory, for this user alone. One that other things lie in keeps its rights. */
export function ownDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: OWN_DIRECTORY });
    const open = (statSync(directory).mode & 0o077) !== 0;
    if (open && readdirSync(directory).every((name) => ours.test(name))) chmodSync(directory, OWN_DIRECTORY);
  } catch (error) {
    throw new StartError(
      `${directory} cannot be used for the data (${error instanceof Error ? error.message : 'unknown'}): give the user who starts the product all rights to it, or name another --data.`,
    );
  }
}

/**
 * Writes a file so that it is there whole or as before; also after a loss of power, where it is `synced`. Throws
 * NoRoom.
 */
export function writeWhole(file: string, content: string | Uint8Array, { synced = true } = {}): void {
  const next = `${file}.next`;
  try {
    const handle = openSync(next, 'w', OWN_FILE);
    try {
      const bytes = Buffer.from(content);
      if (writeSync(handle, bytes) < bytes.length) throw new NoRoom(`the disk is full (${file})`);
      if (synced) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(next, file);
    if (synced) syncDirectory(dirname(file));
  } catch (error) {
    throw isFull(error) ? new NoRoom(`the disk is full (${file})`) : error;
  }
}

/** A new name is on the disk only when its directory is; not every system lets a directory be synced. */
export function syncDirectory(directory: string): void {
  try {
    const handle = openSync(directory, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (isFull(error)) throw error;
  }
}
