/**
 * Which routes of this process are open in which mode, in one table. `test/local/doors.test.ts` tries each of
 * them in each mode. A route that is not listed here is closed.
 */

/**
 * - `demo`: the demonstration data, on the loopback address
 * - `simulated`: a clock that people move, on the loopback address
 * - `own`: real work (`--empty` without `--now`) on the loopback address
 * - `served`: others reach it: `--issuer`, `--trust-proxy`, or an address that is not the loopback
 */
export type Mode = 'demo' | 'simulated' | 'own' | 'served';

export interface ModeOptions {
  readonly empty: boolean;
  readonly simulated: boolean;
  readonly issuer: boolean;
  readonly trustProxy: boolean;
  readonly loopback: boolean;
}

export function modeOf({ empty, simulated, issuer, trustProxy, loopback }: ModeOptions): Mode {
  if (issuer || trustProxy || !loopback) return 'served';
  if (simulated) return 'simulated';
  return empty ? 'own' : 'demo';
}

const always: readonly Mode[] = ['demo', 'simulated', 'own', 'served'];
/** Until real work on one machine has accounts, people sign in there as in the demonstration. */
const signIn: readonly Mode[] = ['demo', 'simulated', 'own'];
const playing: readonly Mode[] = ['demo', 'simulated'];

export const doors = {
  'GET /health': always,
  'GET /ready': always,
  'GET /v1/openapi.json': always,
  'GET /v1/docs': always,
  // Anybody who has the address of a feed may read it: the path contains the token.
  'GET /v1/calendars/{file}': always,
  'ANY /v1/{rest}': always,
  'GET /config.json': always,
  'GET /assets/{file}': always,
  'POST /local/token': signIn,
  'GET /local/clock': signIn,
  // Dead letters contain no text of a notice. The runbook describes how to send them again.
  'GET /local/dead-letters': signIn,
  'POST /local/dead-letters/replay': signIn,
  'POST /local/clock': playing,
  'GET /local/mailbox': playing,
  'POST /local/receipts': playing,
  'GET /mailbox': playing,
  'GET /pages/{file}': playing,
  // The one document that all addresses of the console share.
  'GET /{address}': always,
} as const satisfies Record<string, readonly Mode[]>;

const table = Object.entries<readonly Mode[]>(doors).map(([name, modes]) => {
  const [method = '', path = ''] = name.split(' ');
  const last = path
    .replace('{rest}', '.*')
    .replace('{address}', '(?!(?:local|v1)(?:/|$)).*')
    .replaceAll('.json', '\\.json')
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
