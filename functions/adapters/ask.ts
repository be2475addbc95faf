import http, { Agent, request as plain, type ClientRequest, type IncomingMessage } from 'node:http';
import https, { Agent as SecureAgent, request as secure } from 'node:https';
import { z } from 'zod';
import { most } from '../../shared/limits.ts';

/** No more of an answer is read than this: providers answer briefly. */
const ANSWER_BYTES = most('providerAnswerBytes');

export interface Question {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole question, from the look-up of the name to the last byte of the answer. */
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
}

export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      readonly body: string;
      /** Whether there was more after what was read. */
      readonly cut: boolean;
    }
  /** `sent`: the connection was made, so the question may have been read. */
  | { readonly kind: 'failed'; readonly sent: boolean; readonly reason: string };

/**
 * Asks once over HTTP, on a separate connection. Redirects are not followed, at most 64 kB of the answer are
 * read, and everything ends within the given time. Never throws.
 */
export function ask(question: Question): Promise<Reply> {
  const { url, method, headers = {}, body = '', milliseconds, signal } = question;
  return new Promise((resolve) => {
    const tls = url.startsWith('https:');
    let sent = false;
    const fail = (reason: string): void => resolve({ kind: 'failed', sent, reason: reason.slice(0, 300) });
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = (tls ? secure : plain)(url, {
      method,
      headers: { ...headers, ...length },
      agent: ownAgent(tls),
    });
    const end = (why: string): void => {
      asked.destroy(new Error(why));
      fail(why);
    };
    const timer = setTimeout(() => end(`timeout: no whole answer within ${milliseconds} ms`), milliseconds);
    const onAbort = (): void => end('ended before the answer');
    signal?.addEventListener('abort', onAbort, { once: true });
    asked.once('close', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      fail('the connection was closed without an answer');
    });
    asked.once('error', (error) => fail(error.message));
    asked.once('socket', (socket) => socket.once(tls ? 'secureConnect' : 'connect', () => (sent = true)));
    asked.once('response', (response) => readAnswer(asked, response, resolve, fail));
    if (signal?.aborted === true) onAbort();
    else asked.end(body);
  });
}

/** What Node’s types leave out: the agent of all requests has read the variables of proxies. */
const withOptions = z.object({
  options: z.object({
    // Node’s own object of the environment, which is no plain one.
    proxyEnv: z.custom<NodeJS.ProcessEnv>((value) => typeof value === 'object').optional(),
  }),
});

/** For one connection; by the proxy of the environment where Node was told to use one (NODE_USE_ENV_PROXY). */
function ownAgent(tls: boolean): Agent {
  const known = withOptions.safeParse(tls ? https.globalAgent : http.globalAgent).data;
  const proxyEnv = known?.options.proxyEnv;
  return tls ? new SecureAgent({ proxyEnv }) : new Agent({ proxyEnv });
}

function readAnswer(
  asked: ClientRequest,
  response: IncomingMessage,
  resolve: (reply: Reply) => void,
  fail: (reason: string) => void,
): void {
  const parts: Buffer[] = [];
  let size = 0;
  const tell = (cut: boolean): void => {
    const body = Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString('utf8');
    resolve({
      kind: 'answered',
      status: response.statusCode ?? 0,
      headers: response.headers,
      body,
      cut,
    });
  };
  response.on('data', (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size <= ANSWER_BYTES) return;
    tell(true);
    asked.destroy();
  });
  response.once('end', () => tell(false));
  response.once('error', (error) => fail(error.message));
}
