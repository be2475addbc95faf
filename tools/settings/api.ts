import { z } from 'zod';
import { problem } from '../../shared/contract/answers.ts';
import { ToldError } from '../../local/told-error.ts';

export interface Asked {
  readonly status: number;
  readonly body: unknown;
}

/** The public API of a product, local or on AWS, with one token. */
export interface Api {
  readonly jurisdiction: string;
  readonly role: string;
  get<S extends z.ZodType>(schema: S, path: string): Promise<z.output<S>>;
  /** Returns the refusal in words; undefined when the change succeeded. */
  change(
    method: 'PATCH' | 'PUT',
    path: string,
    body: object,
    version: number | undefined,
  ): Promise<string | undefined>;
}

const claims = z.object({
  role: z.string().optional(),
  jurisdiction: z.string().optional(),
  'custom:role': z.string().optional(),
  'custom:jurisdiction': z.string().optional(),
});

/** What the token says about itself. The API checks whether it is true. */
function claimsOf(token: string): z.infer<typeof claims> {
  try {
    return claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));
  } catch {
    throw new ToldError(
      'The token is no JWT: take one with role bureau-admin, and name it with --token or ARCHIVE_DUTY_TOKEN.',
    );
  }
}

export function createApi(url: string, token: string, jurisdiction: string | undefined): Api {
  const said = claimsOf(token);
  const own = jurisdiction ?? said.jurisdiction ?? said['custom:jurisdiction'];
  if (own === undefined) throw new ToldError('The token names no jurisdiction: say it with --jurisdiction.');
  const ask = async (method: string, path: string, body?: object, version?: number): Promise<Asked> => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ToldError(`${url} does not answer: see that the product runs there.`);
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  };
  return {
    jurisdiction: own,
    role: said.role ?? said['custom:role'] ?? '',
    get: async (schema, path) => {
      const answer = await ask('GET', path);
      if (answer.status >= 400) throw new ToldError(`GET ${path}: ${refusalOf(answer)}`);
      return schema.parse(answer.body);
    },
    change: async (method, path, body, version) => {
      const answer = await ask(method, path, body, version);
      return answer.status < 400 ? undefined : refusalOf(answer);
    },
  };
}

function refusalOf({ status, body }: Asked): string {
  const known = problem.safeParse(body);
  if (!known.success) return `answered ${status}`;
  const fields = (known.data.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
  return `${status} ${fields.length > 0 ? fields.join('; ') : known.data.detail}`;
}
