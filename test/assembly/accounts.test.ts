import { expect, onTestFinished, test } from 'vitest';
import { person, personLeft, sessions } from '../../shared/contract/people.ts';
import { readAssembly } from '../support/assembly/assembly.ts';
import { openCloud } from '../support/assembly/cloud.ts';
import { synthesise } from '../support/aws/synthesised.ts';
import { BEGINS, J, personOf } from './month.ts';

test('who is entered in the console gets a letter and an account of the pool, and who leaves loses it', async () => {
  const prod = await synthesise('prod');
  onTestFinished(() => prod.remove());
  const cloud = await openCloud(readAssembly(prod.assembly), { now: BEGINS });
  onTestFinished(() => cloud.close());
  const admin = await cloud.as(personOf('bureau-admin', 'admin'));
  const zhao = { name: '赵监督', role: 'bureau-officer', email: 'zhao@bureau.example.com' };
  const made = await admin.send(person, 'POST', `${J}/people`, zhao);
  expect(made.invitation).toEqual({ status: 'leaving' });
  await cloud.tick();
  const account = cloud.pool.find(zhao.email);
  expect(account?.attributes.get('custom:person')).toBe(made.id);
  const [letter] = cloud.mailbox.taken.filter(({ to }) => to === zhao.email);
  expect(letter?.text).toContain(account?.password);
  expect(letter?.text).toContain(zhao.email);
  const changed = await admin.send(person, 'PATCH', `${J}/people/${made.id}`, { role: 'bureau-leader' });
  expect(changed.invitation).toMatchObject({ status: 'sent' });
  expect(account?.attributes.get('custom:role')).toBe('bureau-leader');
  expect(account?.signedOut).toBe(1);
  expect(await admin.get(sessions, `${J}/sessions`)).toMatchObject({
    items: [],
    accounts: true,
    listed: false,
  });
  await admin.ask('DELETE', `${J}/sessions/${made.id}`);
  expect(account?.signedOut).toBe(2);
  await admin.send(personLeft, 'DELETE', `${J}/people/${made.id}`, {});
  expect(account).toMatchObject({ enabled: false, signedOut: 3 });
  expect(cloud.authority.denied).toEqual([]);
});
