import { setTimeout as pause } from 'node:timers/promises';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { z } from 'zod';
import type { SendOutcome } from '../../shared/ports.ts';

/**
 * For the clients that send: every question has a time limit, and none is repeated by the client. AWS has no
 * token that makes a repeated message the same message, so the notice decides what to do when a message may
 * have been taken.
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

/** Milliseconds before the second, third … question after AWS said that they come too fast. */
const PAUSES = [300, 900, 2_700];

/** Asks again when AWS took nothing because of the rate. Every other failure is thrown at once. */
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

/** The SDK’s options for one question. */
export const abortOn = (signal: AbortSignal | undefined) =>
  signal === undefined ? {} : { abortSignal: signal };

/** Errors that concern only this message. */
const aboutOne: ReadonlySet<string> = new Set(['BadRequestException', 'ValidationException']);

const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO)/;
const cutOff = /^(?:ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED)$/;

/**
 * The outcome for a failure that does not concern the address: a rate error concerns this message, everything
 * else the account or the network. A question that was cut off may have been taken.
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
