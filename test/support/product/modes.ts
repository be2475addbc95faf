import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Bodies } from '../../../local/bodies.ts';
import { openClock } from '../../../local/clock.ts';
import type { Mode } from '../../../local/doors.ts';
import { createExclusive } from '../../../local/exclusive.ts';
import { createLocalServer } from '../../../local/server.ts';
import { openTokens, type Tokens } from '../../../local/tokens.ts';
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
  const server = createLocalServer({
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
  return { url: `http://127.0.0.1:${port}`, tokens };
}
