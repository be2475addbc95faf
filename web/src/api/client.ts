import { storedLanguage } from '../i18n/language.ts';
import { parsed } from '../session/parsed.ts';
import { session } from '../session/session.ts';
import type { Answer, Body, ImportAnswer, Problem, RouteName } from './contract.ts';
import { storage } from './storage.ts';

export interface Asked<R extends RouteName> {
  /** The values for the path’s braces; `j` comes from the session. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Body<R>;
  /** The version that the person has seen: if somebody else has changed it meanwhile, the server refuses. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
  /** Used instead of the session’s token. */
  readonly token?: string;
  /** Names an act, so that a repetition after a lost answer does it only once. */
  readonly once?: string;
}

/** The server’s refusal, or that it could not be reached (`status` 0). */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'Unreachable',
  status: 0,
  code: '',
  params: {},
  detail: '',
};

function addressOf(path: string, asked: Pick<Asked<RouteName>, 'params' | 'query'>): string {
  const params: Readonly<Record<string, string>> = { j: session.current().jurisdiction, ...asked.params };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = Object.entries(asked.query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query).toString()}`;
}

function headersOf(asked: Asked<RouteName>): Record<string, string> {
  const token = asked.token ?? session.current().token;
  return {
    // The server writes refusals in the language of the page.
    'accept-language': storedLanguage(),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...('body' in asked ? { 'content-type': 'application/json' } : {}),
    ...(asked.ifMatch === undefined ? {} : { 'if-match': `"${asked.ifMatch}"` }),
    ...(asked.once === undefined ? {} : { 'idempotency-key': asked.once }),
  };
}

/** Calls one route. Throws RequestFailed. */
export async function call<R extends RouteName>(route: R, asked: Asked<R> = {}): Promise<Answer<R>> {
  const [method = 'GET', path = ''] = route.split(' ');
  const response = await exchange(
    addressOf(path, asked),
    {
      method,
      headers: headersOf(asked),
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    },
    asked.token === undefined,
  );
  return parsed(await response.text());
}

/** One exchange with the server. `own`: with the session’s token, which has ended if the server answers 401. */
async function exchange(address: string, init: RequestInit, own = true): Promise<Response> {
  const response = await fetch(address, init).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw new RequestFailed(unreachable);
  });
  storage.heard(response);
  if (response.status === 401 && own) session.expire();
  if (!response.ok) throw new RequestFailed(await problemOf(response));
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const plain: Problem = { ...unreachable, title: statusText, status };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return plain;
  try {
    // If it is not a problem of ours, missing fields come from `plain`.
    return { ...plain, ...parsed<Partial<Problem>>(await response.text()) };
  } catch {
    return plain;
  }
}

export interface Downloaded {
  readonly blob: Blob;
  readonly name: string;
  /** The cursor of the next part of a list that is too long for one file. */
  readonly next: string | null;
}

/** A file: its content and its name. Throws RequestFailed. */
export async function download(
  path: string,
  asked: Pick<Asked<RouteName>, 'params' | 'query'> = {},
): Promise<Downloaded> {
  const response = await exchange(addressOf(path, asked), { headers: headersOf({}) });
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]+)"/i.exec(disposition)?.[1];
  const name = encoded === undefined ? (plain ?? 'download') : decodeURIComponent(encoded);
  return { blob: await response.blob(), name, next: response.headers.get('next-cursor') };
}

/** What headings mean: a field of the contract, or an empty text to leave the column out. */
export type Said = Readonly<Record<string, string>>;

interface Sending {
  readonly dryRun: boolean;
  readonly once: string;
  readonly said: Said;
}

/** Sends a file unchanged. The same `once` again is the same import. Throws RequestFailed. */
export async function sendRoster(file: File, { dryRun, once, said }: Sending): Promise<ImportAnswer> {
  const columns = Object.keys(said).length === 0 ? {} : { columns: JSON.stringify(said) };
  const address = addressOf('/v1/jurisdictions/{j}/imports', {
    query: { dryRun: String(dryRun), file: file.name.slice(0, 200), ...columns },
  });
  const headers = { ...headersOf({ once }), 'content-type': 'application/octet-stream' };
  const response = await exchange(address, { method: 'POST', headers, body: file });
  return parsed(await response.text());
}

/** Asks whether the server accepts writes; its headers say more than its body. */
export const askReady = (): Promise<Response> => fetch('/ready');
