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

/** Files of the product contain names and addresses, so only the user who runs it may read them. */
export const OWN_FILE = 0o600;
const OWN_DIRECTORY = 0o700;

/** The contents of a data directory of this product, or of its first release. */
const ours = /^(?:data\.db.*|lock|clock\.json.*|token-key.*|mailbox\.jsonl|process|table.*)$/;

/** Whether an error means that the disk, or the user’s quota, is full. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** Creates the data directory for this user only. A directory with other contents keeps its permissions. */
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
 * Writes a file so that it is either complete or unchanged; with `synced` also after a power loss. Throws
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

/** A new name is on the disk only when its directory was synced. Not every system allows that. */
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
