import type { IncomingMessage } from 'node:http';
import { problem, type Failure } from '../shared/outcome.ts';

/** Names of this machine for itself. */
const own = ['127.0.0.1', 'localhost', '[::1]'];

/** What a proxy adds. It stands for people elsewhere, even where it runs on this machine. */
const forwarded = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * The refusal of a request that does not come from this machine itself; undefined where it does. For modes in which
 * whoever reaches the port is let in: against pages of other origins, and proxies that carry others’ requests here.
 */
export function strangerTo({ headers, socket }: IncomingMessage): Failure | undefined {
  const host = headers.host ?? '';
  const at = /^(.+?)(?::(\d+))?$/.exec(host);
  const port = at?.[2] ?? '80';
  if (!own.includes(at?.[1] ?? '') || port !== String(socket.localPort))
    return problem('request.stranger').failure;
  // The whole origin: another port is another program’s page.
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return problem('request.origin').failure;
  if (forwarded.some((name) => headers[name] !== undefined)) return problem('request.proxy').failure;
  return undefined;
}
