import { z } from 'zod';
import { expect, test } from 'vitest';
import { accountsForTest, invite, PASSWORD } from '../support/product/accounts.ts';

const SITE = 'https://duty.example.cn';

test('behind a proxy every address of the issuer is the public one, whatever the caller writes into its headers', async () => {
  const server = await accountsForTest({ publicUrl: SITE });
  const answer = await fetch(`${server.url}/.well-known/openid-configuration`, {
    headers: {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example',
    },
  });
  const known = z.record(z.string(), z.unknown()).parse(await answer.json());
  const addresses = Object.entries(known).filter(([name]) => /endpoint$|_uri$|^issuer$/.test(name));
  expect(addresses.length).toBeGreaterThan(4);
  for (const [name, url] of addresses)
    expect([name, url]).toEqual([name, expect.stringMatching(/^https:\/\/duty\.example\.cn/)]);
});

test('there the cookies are sent by TLS alone, and forms are taken from the public site alone', async () => {
  const server = await accountsForTest({ publicUrl: SITE });
  const { sub, email } = { sub: 'p-1', email: 'zhao@danganju.example.cn' };
  const role = 'bureau-officer';
  const path = await invite(server, { sub, email, role, name: '赵监督', jurisdiction: 'hongjiang' });
  const form = { password: PASSWORD, again: PASSWORD, act: 'accept' };
  const from = async (origin: string) => {
    const body = new URLSearchParams(form);
    return fetch(`${server.url}${path}`, { method: 'POST', body, headers: { origin }, redirect: 'manual' });
  };
  expect((await from('https://evil.example')).status).toBe(403);
  expect((await from(server.url)).status).toBe(403);
  const taken = await from(SITE);
  expect(taken.status).toBe(303);
  expect(taken.headers.getSetCookie()).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Lax; Secure$/)]);
});
