import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import { AddressTaken, createCognitoAccounts } from '../../functions/adapters/cognito.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import type { SignInPerson } from '../../shared/ports.ts';
import { PoolRefusal, simulatedPool } from '../support/aws/user-pool.ts';
import { portOf } from './http-fake.ts';

const NOW = instant('2026-12-01T09:00:00+08:00');
const zhao: SignInPerson = {
  sub: 'p-zhao',
  name: '赵监督',
  role: 'bureau-officer',
  jurisdiction: 'hongjiang',
  office: 'archives',
  email: 'zhao@danganju.example.cn',
};

async function scene() {
  const pool = simulatedPool();
  const server = createServer((request, response) => {
    void text(request).then((raw) => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      try {
        const answered = JSON.stringify(pool.answer(operation, JSON.parse(raw)));
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(answered);
      } catch (error) {
        if (!(error instanceof PoolRefusal)) throw error;
        response.statusCode = 400;
        response.end(JSON.stringify({ __type: error.message, message: 'refused' }));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const client = new CognitoIdentityProviderClient({
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const consoleUrl = 'https://console.example.com/';
  const accounts = createCognitoAccounts({ client, poolId: 'pool', consoleUrl, clock: { now: () => NOW } });
  return { pool, accounts };
}

test('an invitation makes an account with a password that is good once; another one replaces it and signs out', async () => {
  const { pool, accounts } = await scene();
  const first = await accounts.invite(zhao);
  expect(first).toMatchObject({ link: 'https://console.example.com/', until: NOW + 3 * 24 * 60 * 60_000 });
  const [account] = pool.accounts;
  expect(account).toMatchObject({ password: first.password, status: 'FORCE_CHANGE_PASSWORD', signedOut: 0 });
  expect(Object.fromEntries(account?.attributes ?? [])).toEqual({
    email: zhao.email,
    email_verified: 'true',
    name: '赵监督',
    'custom:person': 'p-zhao',
    'custom:role': 'bureau-officer',
    'custom:jurisdiction': 'hongjiang',
    'custom:office': 'archives',
  });
  const second = await accounts.invite(zhao);
  expect(second.password).not.toBe(first.password);
  expect(pool.accounts).toHaveLength(1);
  expect(account).toMatchObject({ password: second.password, signedOut: 1 });
});

test('what changes of a person is what the next token says; who leaves is disabled and signed out, as often as asked', async () => {
  const { pool, accounts } = await scene();
  await accounts.invite(zhao);
  const moved = {
    ...zhao,
    email: 'z@danganju.example.cn',
    role: 'bureau-leader',
    office: undefined,
  } as const;
  await accounts.changed(moved, zhao);
  const account = pool.find(moved.email);
  expect(account?.attributes.get('custom:role')).toBe('bureau-leader');
  expect(account?.attributes.get('custom:office')).toBe('');
  await accounts.close(moved);
  await accounts.close(moved);
  expect(account).toMatchObject({ enabled: false, signedOut: 2 });
  expect(await accounts.sessions('hongjiang')).toBeUndefined();
});

test('the address of somebody who left becomes another person’s, with nothing of the account of before', async () => {
  const { pool, accounts } = await scene();
  await accounts.invite(zhao);
  const heir = { ...zhao, sub: 'p-heir', name: '钱监督' };
  await expect(accounts.invite(heir)).rejects.toThrow(AddressTaken);
  await accounts.close(heir);
  await accounts.signOut(heir);
  await accounts.changed({ ...heir, role: 'bureau-admin' }, heir);
  expect(pool.find(zhao.email ?? '')).toMatchObject({ enabled: true, signedOut: 0 });
  expect(pool.find(zhao.email ?? '')?.attributes.get('custom:role')).toBe('bureau-officer');
  await accounts.close(zhao);
  const before = pool.accounts[0]?.username;
  await accounts.invite(heir);
  expect(pool.accounts).toHaveLength(1);
  expect(pool.accounts[0]?.username).not.toBe(before);
  expect(pool.accounts[0]?.attributes.get('custom:person')).toBe('p-heir');
});

test('an account that was made by hand before is taken over by the person who has its address', async () => {
  const { pool, accounts } = await scene();
  pool.answer('AdminCreateUser', {
    UserPoolId: 'pool',
    Username: zhao.email,
    TemporaryPassword: 'By-hand-2026-12',
    MessageAction: 'SUPPRESS',
  });
  await accounts.invite(zhao);
  expect(pool.accounts).toHaveLength(1);
  expect(pool.accounts[0]?.attributes.get('custom:person')).toBe('p-zhao');
});
