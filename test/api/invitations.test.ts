import { describe, expect, test } from 'vitest';
import { person, personLeft, sessions } from '../../shared/contract/people.ts';
import { staff } from '../../shared/contract/answers.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { addressIndex } from '../../shared/records/person-index.ts';
import type { OfficeName } from '../../shared/rules/schema.ts';
import { claimAddress } from '../../shared/usecases/persons/claims.ts';
import { personOfEmail, personOfSub } from '../../shared/usecases/persons/who.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { keptAccounts } from '../support/servers/kept-accounts.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const own = (office: OfficeName) => ({ name: '科员', role: 'bureau-officer', office });
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

describe('the administrator of one office', () => {
  test('neither invites nor enters people of the whole bureau or of another office, by no way', async () => {
    const { server, accounts, path, people, made, one, admin } = await entered();
    const officed = { role: 'bureau-admin', jurisdiction: 'hongjiang', office: 'legal-affairs' } as const;
    const legal = await server.as(officed);
    const other = await admin.send(person, 'POST', people, { ...own('archives'), email: 'a@x.example.com' });
    const mine = await legal.send(person, 'POST', people, own('legal-affairs'));
    const refused = async (status: number, method: 'POST' | 'PUT' | 'DELETE', to: string, body: unknown) =>
      expect((await legal.refused(status, method, to, body)).code).toBe(
        status === 422 ? 'person.other-office' : 'request.not-found',
      );
    const nameless = await legal.send(person, 'POST', people, {
      ...own('archives'),
      office: undefined,
      email: 'n@x.example.com',
    });
    expect(nameless.office).toBe('legal-affairs');
    const links = JSON.stringify([...accounts.links]);
    await refused(422, 'POST', people, own('archives'));
    await refused(422, 'POST', `${one}/invitation`, { byHand: true });
    await refused(404, 'POST', `${people}/${other.id}/invitation`, { byHand: true });
    await refused(422, 'DELETE', one, {});
    const { items } = await legal.get(staff, `${path}/staff`);
    const put = (list: object[]) => refused(422, 'PUT', `${path}/staff`, list);
    await put([...items, { sub: 'new', name: '新人', role: 'bureau-leader', office: 'archives' }]);
    await put(items.map((line) => (line.sub === made.id ? { ...line, email: 'mine@x.example.com' } : line)));
    await put(items.filter(({ sub }) => sub !== other.id));
    expect(JSON.stringify([...accounts.links])).toBe(links);
    const renamed = items.map((line) => (line.sub === mine.id ? { ...line, name: '改名' } : line));
    await legal.send(staff, 'PUT', `${path}/staff`, renamed);
  });

  test('ends the sign-ins of its own people alone', async () => {
    const { server, accounts, path, people, made, admin } = await entered();
    const officed = { role: 'bureau-admin', jurisdiction: 'hongjiang', office: 'legal-affairs' } as const;
    const legal = await server.as(officed);
    const other = await admin.send(person, 'POST', people, own('archives'));
    const mine = await legal.send(person, 'POST', people, own('legal-affairs'));
    const [whole, foreign, theirs] = [made, other, mine].map(({ id: sub }) =>
      accounts.signIn({ jurisdiction: 'hongjiang', sub }),
    );
    const { items } = await legal.get(sessions, `${path}/sessions`);
    expect(items.map(({ id }) => id)).toEqual([whole, theirs]);
    await legal.refused(422, 'DELETE', `${path}/sessions/${whole ?? ''}`);
    await legal.refused(404, 'DELETE', `${path}/sessions/${foreign ?? ''}`);
    expect((await legal.ask('DELETE', `${path}/sessions/${theirs ?? ''}`)).status).toBe(200);
  });
});

test('leaving again ends what sign-ins a crash in the middle of the first time has left', async () => {
  const { accounts, made, admin, one, server } = await entered();
  await admin.send(personLeft, 'DELETE', one, {});
  const place = { jurisdiction: 'hongjiang', sub: made.id };
  accounts.signIn(place);
  const { store } = server.product.deps;
  await claimAddress(store, zhao.email, place, instant(NOW));
  expect((await admin.refused(409, 'DELETE', one, {})).code).toBe('person.left-already');
  expect(await accounts.sessions('hongjiang')).toEqual([]);
  expect(await addressIndex.read(store, zhao.email)).toBeUndefined();
});
