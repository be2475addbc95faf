import type { IncomingMessage } from 'node:http';
import { hashOf, isSame } from './accounts/secret.ts';
import { strangerTo } from './strangers.ts';
import { trustsOf } from './trust.ts';

const isHere = trustsOf('loopback', '');

/**
 * Whether a request may read `/metrics`: it has the token, or it comes from this machine itself, by no proxy and
 * from no page of another site.
 */
export function mayMeasure(request: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined && isSame(hashOf(given), hashOf(token))) return true;
  return isHere(request.socket.remoteAddress ?? '') && strangerTo(request) === undefined;
}
