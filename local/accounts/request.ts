import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { addressOf, type Trusts } from '../trust.ts';

/** Where people reach the product: the issuer, and the origin of its pages. */
export interface Site {
  readonly origin: string;
  /** The proxies that say for whom they ask. */
  readonly trusts: Trusts;
}

/** The request that is answered, for what oidc-provider asks its store and for the list of sign-ins. */
export const asking = new AsyncLocalStorage<IncomingMessage>();

/**
 * Makes oidc-provider, which trusts these headers, see the public address, whatever the proxy or the caller wrote
 * into them.
 */
export function asPublic(request: IncomingMessage, { origin }: Site): void {
  const { host, protocol } = new URL(origin);
  request.headers.host = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete request.headers['x-forwarded-host'];
  delete request.headers.forwarded;
}

/** What stands for the caller when tries are counted: its address, in IPv6 the network of a household. */
export function callerOf({ headers, socket }: IncomingMessage, { trusts }: Site): string {
  const address = addressOf(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), trusts);
  return isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}

/** Whether a form was sent by a page of this site: other sites cannot sign anybody in or out. */
export function isOwnForm({ headers }: IncomingMessage, { origin }: Site): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined || headers.origin === origin;
}

const systems = ['iPhone', 'iPad', 'Android', 'HarmonyOS', 'Windows', 'Mac OS', 'Linux'];
const browsers = [
  ['MicroMessenger', '微信'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

/** Browser and system, as a person knows them apart in a list. */
export function deviceOf({ headers }: IncomingMessage): string | undefined {
  const agent = headers['user-agent'] ?? '';
  const parts = [
    browsers.find(([mark]) => agent.includes(mark))?.[1],
    systems.find((name) => agent.includes(name)),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The value of a cookie. */
export function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
