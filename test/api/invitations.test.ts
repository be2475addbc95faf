import { describe, expect, test } from 'vitest';
import { person, personLeft, sessions } from '../../shared/contract/people.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { personOfEmail, personOfSub } from '../../shared/usecases/persons/who.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { keptAccounts } from '../support/servers/kept-accounts.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const zhao = { name: '赵科员', role: 'bureau-officer', email: 'zhao@bureau.example.com' } as const;

/** A bureau whose people sign in with accounts of the product, and one of them. */
async function entered() {
  const accounts = keptAccounts(instant(NOW));
  const server = await serverForTest(NOW, undefined, undefined, accounts);
  const bureau = await bureauOf(server, 'hongjiang');
  const people = `${bureau.path}/people`;
  const made = await bureau.admin.send(person, 'POST', people, zhao);
  return { ...bureau, server, accounts, made, people, one: `${people}/${made.id}` };
}

describe('an invitation', () => {
  test('leaves when a person is entered, and its link is stored nowhere', async () => {
    const { server, accounts, made, admin, people } = await entered();
    expect(made.invitation).toEqual({ status: 'leaving' });
    const [letter, ...others] = await server.mailbox({ to: zhao.email });
    const link = accounts.links.get(made.id) ?? 'none';
    expect(others).toEqual([]);
    expect(letter?.text).toContain(link);
    expect(JSON.stringify(await server.items())).not.toContain(link);
    expect(await admin.all(person, people)).toMatchObject([
      { id: made.id, invitation: { status: 'sent', until: '2026-03-09T08:00:00+08:00' } },
    ]);
  });

  test('is sent again in place of the first, or handed over by whoever asks, once', async () => {
    const { server, accounts, made, admin, one } = await entered();
    await admin.send(person, 'POST', `${one}/invitation`, {});
    expect(await server.mailbox({ to: zhao.email })).toHaveLength(2);
    const given = await admin.send(person, 'POST', `${one}/invitation`, { byHand: true });
    expect(given.invitation).toMatchObject({ status: 'by-hand', link: accounts.links.get(made.id) });
    expect(await server.mailbox({ to: zhao.email })).toHaveLength(2);
    const again = await admin.send(person, 'PATCH', one, { name: '赵科长' });
    expect(again.invitation).toMatchObject({ status: 'by-hand' });
    expect(again.invitation).not.toHaveProperty('link');
  });

  test('does not leave for somebody without an address, and the answer says so', async () => {
    const { admin, people } = await entered();
    const made = await admin.send(person, 'POST', people, { name: '钱科员', role: 'auditor' });
    expect(made.invitation).toEqual({ status: 'none', reason: 'no-address' });
  });
});

test('sign-in finds a person by id and by address until they leave', async () => {
  const { server, made, admin, one } = await entered();
  const { store } = server.product.deps;
  const expected = { sub: made.id, jurisdiction: 'hongjiang', role: 'bureau-officer', name: zhao.name };
  expect(await personOfSub(store, made.id)).toMatchObject(expected);
  expect(await personOfEmail(store, 'ZHAO@bureau.example.com')).toMatchObject(expected);
  await admin.send(personLeft, 'DELETE', one, {});
  expect(await personOfSub(store, made.id)).toBeUndefined();
  expect(await personOfEmail(store, zhao.email)).toBeUndefined();
});

describe('a session', () => {
  test('is listed by name, and ends when the administrator says so', async () => {
    const { accounts, made, admin, path } = await entered();
    const id = accounts.signIn({ jurisdiction: 'hongjiang', sub: made.id });
    const elsewhere = accounts.signIn({ jurisdiction: 'luquan', sub: 'other' });
    expect(await admin.get(sessions, `${path}/sessions`)).toMatchObject({
      accounts: true,
      items: [{ id, sub: made.id, name: zhao.name }],
    });
    await admin.refused(404, 'DELETE', `${path}/sessions/${elsewhere}`);
    await admin.ask('DELETE', `${path}/sessions/${id}`);
    expect((await admin.get(sessions, `${path}/sessions`)).items).toEqual([]);
  });

  test('ends when the person gets another role, and when they leave', async () => {
    const { accounts, made, admin, path, one } = await entered();
    const open = async () => (await admin.get(sessions, `${path}/sessions`)).items.length;
    accounts.signIn({ jurisdiction: 'hongjiang', sub: made.id });
    await admin.send(person, 'PATCH', one, { name: '赵科长' });
    expect(await open()).toBe(1);
    await admin.send(person, 'PATCH', one, { role: 'bureau-leader' });
    expect(await open()).toBe(0);
    accounts.signIn({ jurisdiction: 'hongjiang', sub: made.id });
    await admin.send(personLeft, 'DELETE', one, {});
    expect([await open(), accounts.links.size]).toEqual([0, 0]);
  });
});

test('the last administrator who can sign in stays one', async () => {
  const { admin, people } = await entered();
  const boss = { name: '管理员', role: 'bureau-admin', email: 'admin@bureau.example.com' } as const;
  const first = await admin.send(person, 'POST', people, boss);
  const own = `${people}/${first.id}`;
  expect((await admin.refused(422, 'DELETE', own, {})).code).toBe('person.last-admin');
  expect((await admin.refused(422, 'PATCH', own, { role: 'auditor' })).code).toBe('person.last-admin');
  await admin.send(person, 'POST', people, { ...boss, email: 'second@bureau.example.com' });
  await admin.send(personLeft, 'DELETE', own, {});
});
