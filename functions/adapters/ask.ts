import { request as plain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { most } from '../../shared/limits.ts';

/** Of an answer no more is read: what a provider has to say is short. */
const ANSWER_BYTES = most('providerAnswerBytes');

export interface Question {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For all of it, from the look-up of the name to the last byte of the answer. */
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
}

export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      readonly body: string;
      /** Whether it went on after what was read. */
      readonly cut: boolean;
    }
  /** `sent`: the connection stood, so the question may have been read. */
  | { readonly kind: 'failed'; readonly sent: boolean; readonly reason: string };

/**
 * Asks over HTTP, once, on a connection of its own: no redirect is followed, no more than 64 kB of the answer are
 * read, and all of it ends within its time. Never throws.
 */
export function ask(question: Question): Promise<Reply> {
  const { url, method, headers = {}, body = '', milliseconds, signal } = question;
  return new Promise((resolve) => {
    const tls = url.startsWith('https:');
    let sent = false;
    const fail = (reason: string): void => resolve({ kind: 'failed', sent, reason: reason.slice(0, 300) });
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = (tls ? secure : plain)(url, { method, headers: { ...headers, ...length }, agent: false });
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
