/**
 * Which routes of this process are open in which mode, in one table. `test/local/doors.test.ts` tries each of
 * them in each mode. A route that is not listed here is closed.
 */

/**
 * - `demo`: the demonstration data, on the loopback address
 * - `simulated`: a clock that people move, on the loopback address
 * - `own`: real work (`--empty` without `--now`) on the loopback address, with accounts
 * - `hosted`: the same, and others reach it: `--trust-proxy`, or an address that is not the loopback
 * - `served`: people sign in at another issuer: `--issuer`
 */
export type Mode = 'demo' | 'simulated' | 'own' | 'hosted' | 'served';

export interface ModeOptions {
  readonly empty: boolean;
  /** People have accounts in this directory. */
  readonly accounts: boolean;
  readonly simulated: boolean;
  readonly issuer: boolean;
  readonly trustProxy: boolean;
  readonly loopback: boolean;
}

export function modeOf({ empty, accounts, simulated, issuer, trustProxy, loopback }: ModeOptions): Mode {
  if (issuer) return 'served';
  if (trustProxy || !loopback) return 'hosted';
  if (accounts) return 'own';
  if (simulated) return 'simulated';
  return empty ? 'own' : 'demo';
}

/** Whether nothing of it is real. */
export const isPlaying = (mode: Mode): boolean => playing.includes(mode);

/** Whether people sign in with accounts of this machine. */
export const isOwnAccounts = (mode: Mode): boolean => withAccounts.includes(mode);

const always: readonly Mode[] = ['demo', 'simulated', 'own', 'hosted', 'served'];
const playing: readonly Mode[] = ['demo', 'simulated'];
const withAccounts: readonly Mode[] = ['own', 'hosted'];

export const doors = {
  'GET /health': always,
  'GET /ready': always,
  // Only for this machine itself, or with the token: `metrics-door.ts`.
  'GET /metrics': always,
  'GET /v1/openapi.json': always,
  'GET /v1/docs': always,
  // Anybody who has the address of a feed may read it: the path contains the token.
  'GET /v1/calendars/{file}': always,
  'ANY /v1/{rest}': always,
  'GET /config.json': always,
  'GET /assets/{file}': always,
  'POST /local/token': playing,
  'GET /local/clock': playing,
  // Dead letters contain no text of a notice. The runbook describes how to send them again.
  'GET /local/dead-letters': playing,
  'POST /local/dead-letters/replay': playing,
  'POST /local/clock': playing,
  'GET /local/mailbox': playing,
  'POST /local/receipts': playing,
  'GET /mailbox': playing,
  'GET /pages/{file}': playing,
  'GET /.well-known/openid-configuration': withAccounts,
  'ANY /oidc/{rest}': withAccounts,
  'GET /account': withAccounts,
  'POST /account': withAccounts,
  'ANY /account/{rest}': withAccounts,
  // The one document that all addresses of the console share.
  'GET /{address}': always,
} as const satisfies Record<string, readonly Mode[]>;

const table = Object.entries<readonly Mode[]>(doors).map(([name, modes]) => {
  const [method = '', path = ''] = name.split(' ');
  const last = path
    .replace('{rest}', '.*')
    .replace('{address}', '(?!(?:local|v1|oidc|account|\\.well-known)(?:/|$)).*')
    .replaceAll('.json', '\\.json')
    .replace('/.well', '/\\.well')
    .replace(/\{\w+\}/g, '[^/]+');
  return { modes, method, path: new RegExp(`^${last}$`) };
});

/** Whether the route of a request is open in this mode. The route itself decides which token it needs. */
export function isOpen(mode: Mode, method: string, path: string): boolean {
  const found = table.find(
    (entry) => (entry.method === 'ANY' || entry.method === method) && entry.path.test(path),
  );
  return found?.modes.includes(mode) === true;
}
