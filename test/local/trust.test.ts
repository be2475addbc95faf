import { expect, test } from 'vitest';
import { addressOf, trustsNobody, trustsOf } from '../../local/trust.ts';
import { accountsForTest } from '../support/product/accounts.ts';

const trusts = trustsOf('loopback,10.1.2.3,10.2.0.0/16,2001:db8::/32', '--trust-proxy');

test.each([
  ['nobody is trusted', '127.0.0.1', '203.0.113.7', trustsNobody, '127.0.0.1'],
  ['a stranger who pretends', '198.51.100.9', '203.0.113.7', trusts, '198.51.100.9'],
  ['the proxy of this machine', '127.0.0.1', '203.0.113.7', trusts, '203.0.113.7'],
  ['the same, as IPv6 writes it', '::ffff:127.0.0.1', '203.0.113.7', trusts, '203.0.113.7'],
  ['a forged start', '127.0.0.1', '192.0.2.1, 203.0.113.7', trusts, '203.0.113.7'],
  ['two proxies', '127.0.0.1', '192.0.2.1, 203.0.113.7, 10.2.9.9', trusts, '203.0.113.7'],
  ['proxies alone', '127.0.0.1', '10.1.2.3', trusts, '10.1.2.3'],
  ['a proxy that says nothing', '10.1.2.3', '', trusts, '10.1.2.3'],
  ['a proxy that says no address', '10.1.2.3', '203.0.113.7, unknown', trusts, '10.1.2.3'],
  ['a network of IPv6', '2001:db8::5', '2001:db9::1', trusts, '2001:db9::1'],
])('%s', (_, peer, forwardedFor, trusted, address) => {
  expect(addressOf(peer, forwardedFor, trusted)).toBe(address);
});

test.each(['', 'proxy.example', '10.0.0.0/33', '10.0.0.0/x', '0.0.0.0/0', '::/0', '10.0.0.1/8/8', '10.1,'])(
  '“%s” names no proxies',
  (text) => {
    expect(() => trustsOf(text, `--trust-proxy ${text}`)).toThrow('is no address of a proxy');
  },
);

test('without --trust-proxy a forged address changes nothing: tries are counted by the connection', async () => {
  const server = await accountsForTest();
  const form = { act: 'set-up', code: 'AAAA-BBBB-CCCC-DDDD' };
  const statuses = new Set<number>();
  for (let tries = 0; tries < 32; tries += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${tries}`, 'x-real-ip': `203.0.113.${tries}` };
    // Where nobody else comes in, a request that names a proxy is refused whole.
    statuses.add((await server.visitor().post('/account/setup', form, headers)).status);
  }
  expect([...statuses]).toEqual([403]);
  for (let tries = 0; tries < 31; tries += 1) await server.visitor().post('/account/setup', form);
  expect((await server.visitor().post('/account/setup', form)).status).toBe(429);
});
