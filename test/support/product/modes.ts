import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openAccounts } from '../../../local/accounts/accounts.ts';
import { openFront } from '../../../local/accounts/front.ts';
import type { Answered } from '../../../local/answered.ts';
import type { Bodies } from '../../../local/bodies.ts';
import { openClock } from '../../../local/clock.ts';
import { change } from '../../../local/change.ts';
import { isOwnAccounts, type Mode } from '../../../local/doors.ts';
import { createExclusive } from '../../../local/exclusive.ts';
import { createLocalServer } from '../../../local/server.ts';
import { openTokens, type Tokens } from '../../../local/tokens.ts';
import { trustsOf } from '../../../local/trust.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import type { TestServer } from './server.ts';

const pages = fileURLToPath(new URL('../../../local/pages', import.meta.url));

/** The product of a test behind another front, in its own mode; ended with the test. */
export async function frontOf(
  { product }: TestServer,
  mode: Mode,
  bodies?: Bodies,
): Promise<{ readonly url: string; readonly tokens: Tokens }> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-front-'));
  const clock = openClock(directory, instant('2026-03-02T08:00:00+08:00'));
  const tokens = openTokens(directory);
  const place = { origin: '' };
  const { store, log } = product.deps;
  const here = openAccounts({ store, clock, log, origin: () => place.origin });
  const changing = (work: () => Promise<Answered>): Promise<Answered> => change(product, work, false);
  const accounts = isOwnAccounts(mode)
    ? await openFront({ here, deps: product.deps, changing, trusts: trustsOf('loopback', '') })
    : undefined;
  const server = createLocalServer({
    accounts,
    product,
    verify: tokens.verify,
    pages,
    console: { built: join(directory, 'none'), signIn: { kind: 'local' } },
    mode,
    local: { product, clock, tokens, counter: product.counter, moving: createExclusive() },
    ...(bodies === undefined ? {} : { bodies }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  place.origin = `http://127.0.0.1:${port}`;
  return { url: place.origin, tokens };
}
