import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../functions/api/serve.ts';
import { createExclusive } from '../../local/exclusive.ts';
import { openClock } from '../../local/clock.ts';
import { createLocalServer } from '../../local/server.ts';
import { memoryDatabase } from '../../local/sqlite/database.ts';
import { createWriter } from '../../local/sqlite/writer.ts';
import { openTokens } from '../../local/tokens.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { sharedServer } from '../support/product/server.ts';

/** No header may hold a line break: writing it throws. */
const unsendable = { statusCode: 200, headers: { 'x-name': 'a\nb' }, body: '' };

const shared = sharedServer('2026-03-02T08:00:00+08:00', async () => undefined);

test('an answer that cannot be sent ends its connection, not the process', async () => {
  const { product } = shared().server;
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-faults-'));
  const tokens = openTokens(directory);
  const clock = openClock(directory, instant('2026-03-02T08:00:00+08:00'));
  const logged: string[] = [];
  const server = createLocalServer({
    product: {
      ...product,
      deps: { ...product.deps, log: (_, code) => logged.push(code) },
      api: serve(product.deps, [], [{ method: 'GET', path: '/health', handler: async () => unsendable }]),
    },
    verify: tokens.verify,
    pages: directory,
    mode: 'served',
    local: { product, clock, tokens, counter: product.counter, moving: createExclusive() },
  });
  const unhandled: unknown[] = [];
  const note = (error: unknown): number => unhandled.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('unhandledRejection', note);
    server.closeAllConnections();
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  expect([logged, unhandled]).toEqual([['SERVER_FAILED'], []]);
});

test('where taking a transaction back fails too, the first fault is told', async () => {
  const database = memoryDatabase();
  const writer = createWriter(database, (error) => error);
  const write = writer.write(1, () => {
    database.close();
    throw new Error('the first fault');
  });
  await expect(write).rejects.toThrow('the first fault');
});
