import type { IncomingMessage, ServerResponse } from 'node:http';
import { most } from '../shared/limits.ts';

/** A body that was read and counts as held until it is released, or why there is none. */
export type Read = { readonly bytes: Buffer; readonly release: () => void } | 'too-large' | 'busy' | 'broken';

/** All bodies held at a time, together under one limit (`bodiesBytes`). */
export interface Bodies {
  /** Bytes held now. */
  readonly held: () => number;
  /** Reads a body of up to `limit` bytes. A refused body is not stored; `drop` reads the rest of it. */
  readonly read: (request: IncomingMessage, response: ServerResponse, limit: number) => Promise<Read>;
}

export function createBodies(all: number = most('bodiesBytes')): Bodies {
  let held = 0;
  return {
    held: () => held,
    read: async (request, response, limit) => {
      if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large';
      if (request.headers.expect !== undefined) response.writeContinue();
      let size = 0;
      let released = false;
      const release = (): void => {
        if (!released) held -= size;
        released = true;
      };
      const parts: Buffer[] = [];
      try {
        for await (const chunk of request.iterator({ destroyOnReturn: false })) {
          const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
          const refusal =
            size + part.length > limit ? 'too-large' : held + part.length > all ? 'busy' : undefined;
          if (refusal) {
            release();
            return refusal;
          }
          size += part.length;
          held += part.length;
          parts.push(part);
        }
      } catch {
        // The client has disconnected, or took longer than a request may.
        release();
        return 'broken';
      }
      return { bytes: Buffer.concat(parts), release };
    },
  };
}

/**
 * The most that is read of a refused body, so that the answer reaches clients that send everything before they
 * read.
 */
const DROPPED = 2 * most('fileBytes');

/** Reads the rest of a refused body and discards it. Closes the connection when there is too much. */
export function drop(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > DROPPED) request.socket.destroy();
  });
  request.on('error', () => undefined);
  request.resume();
}
