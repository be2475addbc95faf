/**
 * Which doors of this process are open in which mode, in one table. `test/local/doors.test.ts` asks each of them in
 * each mode. What is not named here is closed.
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

interface Door {
  /** `open` to whoever reaches the port; `token`: behind a token that the route’s roles name. */
  readonly for: 'open' | 'token';
  readonly in: readonly Mode[];
}

const always: readonly Mode[] = ['demo', 'simulated', 'own', 'served'];
/** Until real work on one machine has accounts, people sign in there as in the demonstration. */
const signIn: readonly Mode[] = ['demo', 'simulated', 'own'];
const playing: readonly Mode[] = ['demo', 'simulated'];

export const doors = {
  'GET /health': { for: 'open', in: always },
  'GET /ready': { for: 'open', in: always },
  'GET /v1/openapi.json': { for: 'open', in: always },
  // Whoever has the address of a feed reads it: the token stands in the path.
  'GET /v1/calendars/{file}': { for: 'open', in: always },
  'ANY /v1/{rest}': { for: 'token', in: always },
  'GET /config.json': { for: 'open', in: always },
  'GET /assets/{file}': { for: 'open', in: always },
  'POST /local/token': { for: 'open', in: signIn },
  'GET /local/clock': { for: 'open', in: signIn },
  // Dead letters hold no text of a notice; the runbook’s way to send them again.
  'GET /local/dead-letters': { for: 'open', in: signIn },
  'POST /local/dead-letters/replay': { for: 'open', in: signIn },
  'POST /local/clock': { for: 'open', in: playing },
  'GET /local/mailbox': { for: 'open', in: playing },
  'POST /local/receipts': { for: 'open', in: playing },
  'GET /mailbox': { for: 'open', in: playing },
  'GET /pages/{file}': { for: 'open', in: playing },
  // The one document that all addresses of the console share.
  'GET /{address}': { for: 'open', in: always },
} as const satisfies Record<string, Door>;

const table = Object.entries<Door>(doors).map(([name, door]) => {
  const [method = '', path = ''] = name.split(' ');
  const last = path
    .replace('{rest}', '.*')
    .replace('{address}', '(?!(?:local|v1)(?:/|$)).*')
    .replaceAll('.json', '\\.json')
    .replace(/\{\w+\}/g, '[^/]+');
  return { door, method, path: new RegExp(`^${last}$`) };
});

/** The door that a request comes to; undefined where there is none or it is closed in this mode. */
export function doorFor(mode: Mode, method: string, path: string): Door | undefined {
  const found = table.find(
    (entry) => (entry.method === 'ANY' || entry.method === method) && entry.path.test(path),
  );
  return found?.door.in.includes(mode) === true ? found.door : undefined;
}
