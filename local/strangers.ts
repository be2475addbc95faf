import type { IncomingMessage } from 'node:http';
import { problem, type Failure } from '../shared/outcome.ts';

/** Names of this machine for itself. */
const own = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Headers that a proxy adds. A request with one comes from people elsewhere, even if the proxy runs on this
 * machine.
 */
const forwarded = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * The refusal of a request that does not come from this machine itself; otherwise undefined. It is for modes
 * that admit anybody who reaches the port: it protects against pages of other origins, and against proxies that
 * forward others’ requests.
 */
export function strangerTo({ headers, socket }: IncomingMessage): Failure | undefined {
  const host = headers.host ?? '';
  const at = /^(.+?)(?::(\d+))?$/.exec(host);
  const port = at?.[2] ?? '80';
  if (!own.includes(at?.[1] ?? '') || port !== String(socket.localPort))
    return problem('request.stranger').failure;
  // Compares the whole origin: another port is another program’s page.
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  if (headers.origin !== undefined && headers.origin !== `${scheme}://${host}`)
    return problem('request.origin').failure;
  if (forwarded.some((name) => headers[name] !== undefined)) return problem('request.proxy').failure;
  return undefined;
}
