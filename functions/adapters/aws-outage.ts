import { setTimeout as pause } from 'node:timers/promises';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { z } from 'zod';
import type { SendOutcome } from '../../shared/ports.ts';

/**
 * For the clients that send: every question ends, and none is repeated by itself. AWS has no token that would make
 * a repeated message the same message, so what may have been taken is the notice’s to decide.
 */
export const sendingClient = () => ({
  maxAttempts: 1,
  requestHandler: new NodeHttpHandler({
    connectionTimeout: 5_000,
    requestTimeout: 20_000,
    throwOnRequestTimeout: true,
  }),
});

const awsError = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});

const throttles: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'RequestLimitExceeded',
]);

const isThrottled = (error: unknown): boolean => error instanceof Error && throttles.has(error.name);

/** Milliseconds before the second, third … question where AWS said that they come too fast. */
const PAUSES = [300, 900, 2_700];

/** Asks again where AWS took nothing because of the rate; every other failure is thrown at once. */
export async function atTheirRate<T>(ask: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (const wait of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!isThrottled(error) || signal?.aborted === true) throw error;
      await pause(wait);
    }
  }
  return ask();
}

/** Options of the SDK for one question. */
export const abortOn = (signal: AbortSignal | undefined) =>
  signal === undefined ? {} : { abortSignal: signal };

/** They say something of this message alone. */
const aboutOne: ReadonlySet<string> = new Set(['BadRequestException', 'ValidationException']);

const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO)/;
const cutOff = /^(?:ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED)$/;

/**
 * What a failure says that is not about the address: the rate is about this one message, everything else about the
 * account or the network. A question that was cut off may have been taken.
 */
export function notTaken(thrown: unknown, provider: string, reason: string): SendOutcome {
  const parsed = awsError.safeParse(thrown);
  const error = parsed.success ? parsed.data : undefined;
  const temporary = { kind: 'temporary', provider, reason } as const;
  if (isThrottled(thrown)) return temporary;
  if (error && error.$metadata?.httpStatusCode === undefined && mayBeTaken(error))
    return { kind: 'unknown', provider, reason };
  return aboutOne.has(error?.name ?? '') ? temporary : { ...temporary, outage: true };
}

function mayBeTaken({ name, message, code = '' }: z.infer<typeof awsError>): boolean {
  if (neverSent.test(code) || /establish a connection|connection timed out/i.test(message)) return false;
  return cutOff.test(code) || name === 'TimeoutError' || name === 'AbortError';
}
