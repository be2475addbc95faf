import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBodies } from '../../local/bodies.ts';
import { most } from '../../shared/limits.ts';
import { frontOf } from '../support/product/modes.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async () => undefined);
const IMPORTS = '/v1/jurisdictions/hongjiang/imports';

interface Sender {
  readonly socket: Socket;
  /** All that the server said until now. */
  readonly said: () => string;
  /** Waits for what matches. */
  readonly hears: (what: RegExp) => Promise<string>;
}

/** A client that says of itself how much it will send, and sends only what it is told to. */
async function sender(url: string, head: readonly string[]): Promise<Sender> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.write(`${[...head, `Host: ${host}`].join('\r\n')}\r\n\r\n`);
  return {
    socket,
    said: () => text,
    hears: async (what) => {
      while (!what.test(text)) await once(socket, 'data');
      return text;
    },
  };
}

const announcing = (path: string, bytes: number, ...more: readonly string[]): string[] => [
  `POST ${path} HTTP/1.1`,
  `Content-Length: ${bytes}`,
  ...more,
];

describe('without a token', () => {
  test('300 connections that send a megabyte each are answered at once, and nothing of it is held', async () => {
    const bodies = createBodies();
    const { url } = await frontOf(shared().server, 'demo', bodies);
    const megabyte = Buffer.alloc(1_000_000, 0x20);
    const held: number[] = [];
    for (let count = 0; count < 300; count += 1) {
      const one = await sender(url, announcing(IMPORTS, most('fileBytes')));
      one.socket.write(megabyte);
      await one.hears(/^HTTP\/1\.1 401 /);
      held.push(bodies.held());
    }
    expect(Math.max(...held)).toBe(0);
  });

  test.each([
    ['/v1/nothing', /^HTTP\/1\.1 404 /],
    ['/v1/jurisdictions/hongjiang/subjects', /^HTTP\/1\.1 401 /],
    ['/health', /^HTTP\/1\.1 404 /],
  ])('%s is answered before its body comes', async (path, answer) => {
    const { url } = await frontOf(shared().server, 'served');
    await (await sender(url, announcing(path, 900_000))).hears(answer);
  });

  test('whoever asks before sending is not asked for the body', async () => {
    const { url } = await frontOf(shared().server, 'served');
    const one = await sender(url, announcing(IMPORTS, 900_000, 'Expect: 100-continue'));
    expect(await one.hears(/ 401 /)).not.toContain('100 Continue');
  });
});

describe('with a token', () => {
  const bearer = async (
    tokens: Awaited<ReturnType<typeof frontOf>>['tokens'],
    role: 'bureau-admin' | 'auditor',
  ) => `Authorization: Bearer ${await tokens.issue({ sub: 'x', role, jurisdiction: 'hongjiang' })}`;

  test('the wrong role, or another’s jurisdiction, is answered before the body comes', async () => {
    const { url, tokens } = await frontOf(shared().server, 'served');
    const auditor = await bearer(tokens, 'auditor');
    await (await sender(url, announcing(IMPORTS, 900_000, auditor))).hears(/^HTTP\/1\.1 403 /);
    const other = IMPORTS.replace('hongjiang', 'luquan');
    await (await sender(url, announcing(other, 900_000, auditor))).hears(/^HTTP\/1\.1 404 /);
  });

  test('whoever asks before sending is asked for the body, and what is announced too large is not', async () => {
    const { url, tokens } = await frontOf(shared().server, 'served');
    const admin = await bearer(tokens, 'bureau-admin');
    const fits = await sender(url, announcing(IMPORTS, 4, admin, 'Expect: 100-continue'));
    await fits.hears(/^HTTP\/1\.1 100 Continue/);
    fits.socket.write('a,b\n');
    await fits.hears(/HTTP\/1\.1 [24]\d\d /);
    const large = await sender(url, announcing(IMPORTS, 99_000_000, admin, 'Expect: 100-continue'));
    expect(await large.hears(/ 413 /)).not.toContain('100 Continue');
  });

  test('all bodies together have a limit: who comes on top is told to come again, and may once there is room', async () => {
    const bodies = createBodies(150_000);
    const { url, tokens } = await frontOf(shared().server, 'served', bodies);
    const admin = await bearer(tokens, 'bureau-admin');
    const part = Buffer.from(`${'a'.repeat(99)}\n`.repeat(600));
    const first = await sender(url, announcing(IMPORTS, 600_000, admin));
    first.socket.write(part);
    const second = await sender(url, announcing(IMPORTS, 600_000, admin));
    second.socket.write(part);
    while (bodies.held() < 2 * part.length) await new Promise(setImmediate);
    const third = await sender(url, announcing(IMPORTS, part.length, admin));
    third.socket.write(part);
    expect(await third.hears(/^HTTP\/1\.1 503 /)).toMatch(/retry-after: 5/i);
    first.socket.destroy();
    second.socket.destroy();
    while (bodies.held() > 0) await new Promise(setImmediate);
    const fourth = await sender(url, announcing(IMPORTS, part.length, admin));
    fourth.socket.write(part);
    await fourth.hears(/^HTTP\/1\.1 4(?:00|22) /);
    while (bodies.held() > 0) await new Promise(setImmediate);
  });
});
