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

/** SES says both with the same error, and only its sentence tells the rate from the day’s limit. */
const ofTheDay = /daily|24.?hour|quota exceeded/i;

/**
 * Which of the account’s limits kept the message back; undefined when it was something else. SES names its limits
 * in the sentence: “Maximum sending rate exceeded”, “Daily message quota exceeded”.
 */
function limitReached(error: unknown): 'rate' | 'day' | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name.startsWith('LimitExceeded')) return ofTheDay.test(error.message) ? 'day' : 'rate';
  if (!isThrottled(error) && !/maximum sending rate exceeded/i.test(error.message)) return undefined;
  return ofTheDay.test(error.message) ? 'day' : 'rate';
}

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
 * The outcome for a failure that does not concern the address: a limit of the account, the account itself, or the
 * network. A question that was cut off may have been taken.
 */
export function notTaken(thrown: unknown, provider: string, reason: string): SendOutcome {
  const parsed = awsError.safeParse(thrown);
  const error = parsed.success ? parsed.data : undefined;
  const temporary = { kind: 'temporary', provider, reason } as const;
  const quota = limitReached(thrown);
  if (quota !== undefined) return { kind: 'throttled', provider, reason, quota };
  if (error && error.$metadata?.httpStatusCode === undefined && mayBeTaken(error))
    return { kind: 'unknown', provider, reason };
  return aboutOne.has(error?.name ?? '') ? temporary : { ...temporary, outage: true };
}

function mayBeTaken({ name, message, code = '' }: z.infer<typeof awsError>): boolean {
  if (neverSent.test(code) || /establish a connection|connection timed out/i.test(message)) return false;
  return cutOff.test(code) || name === 'TimeoutError' || name === 'AbortError';
}
