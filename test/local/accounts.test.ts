import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { hashing } from '../../local/accounts/password.ts';
import { addMonths, formatDay } from '../../shared/domain/time/day.ts';
import { dayOf } from '../../shared/domain/time/instant.ts';
import {
  acceptInvitation,
  accountsForTest,
  invite,
  PASSWORD,
  setUp,
  type AccountsServer,
} from '../support/product/accounts.ts';
import type { Tokens, Visitor } from '../support/product/visitor.ts';

const ADMIN = { address: 'admin@danganju.example.cn', password: PASSWORD, act: 'password' };
const SETTINGS = '/v1/jurisdictions/hongjiang/settings';

const officer = {
  sub: 'p-officer',
  name: '赵监督',
  role: 'bureau-officer',
  jurisdiction: 'hongjiang',
  office: 'archives',
  email: 'zhao@danganju.example.cn',
} as const;

const inAYear = ({ here }: AccountsServer): string => formatDay(addMonths(dayOf(here.clock.now()), 12));

const statusOf = async (visitor: Visitor, tokens: Tokens): Promise<number> =>
  (await visitor.client(tokens).ask('GET', SETTINGS)).status;

async function officerHere(server: AccountsServer): Promise<{ visitor: Visitor; tokens: Tokens }> {
  const visitor = await acceptInvitation(server, await invite(server, officer));
  return { visitor, tokens: await visitor.tokens(await visitor.begin()) };
}

test('the set-up page makes the first administrator, once, and lets them in', async () => {
  const server = await accountsForTest();
  const wrong = await server.visitor().post('/account/setup', { code: 'AAAA-BBBB-CCCC-DDDD', act: 'set-up' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('设置码不正确')]);
  const visitor = await setUp(server);
  const tokens = await visitor.tokens(await visitor.begin());
  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    iss: server.url,
    aud: 'archive-duty',
    role: 'bureau-admin',
    jurisdiction: 'hongjiang',
  });
  const settings = await visitor.client(tokens).get(z.looseObject({ trackFrom: z.string() }), SETTINGS);
  expect(settings.trackFrom).toBe('2026-11-01');
  expect((await server.visitor().get('/account/setup')).status).toBe(404);
  expect(await server.here.setUp.begin()).toBeUndefined();
});

test('who holds two accounts under one address says which one; a second tab signs in without a question', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const visitor = server.visitor();
  const asked = await visitor.begin();
  expect(asked.text).toContain('autocomplete="current-password"');
  const chosen = await visitor.post(asked.at, ADMIN);
  const subs = [...chosen.text.matchAll(/name="sub" value="([^"]+)"/g)].map(([, sub]) => sub ?? '');
  expect(subs).toContain('operator');
  const sub = subs.find((one) => one !== 'operator') ?? '';
  const choice = { act: 'choose', step: visitor.hidden(chosen, 'step'), sub };
  const first = await visitor.tokens(await visitor.follow(await visitor.post(asked.at, choice)));
  const second = await visitor.tokens(await visitor.begin());
  expect([await statusOf(visitor, first), await statusOf(visitor, second)]).toEqual([200, 200]);
  const renewed = await visitor.refresh(first.refresh_token);
  expect(decodeJwt(renewed.tokens?.access_token ?? '').sub).toBe(sub);
});

const endOf = (server: AccountsServer, more: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams({ post_logout_redirect_uri: `${server.url}/`, ...more });
  return `/oidc/session/end?${query.toString()}`;
};

test('signing out in the console ends the tokens of every tab, at once', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const { visitor, tokens } = await officerHere(server);
  const other = await visitor.tokens(await visitor.begin());
  const left = await visitor.get(endOf(server, { id_token_hint: tokens.id_token, state: 'the-state' }));
  expect([left.status, left.location]).toEqual([303, `${server.url}/?state=the-state`]);
  expect([await statusOf(visitor, tokens), await statusOf(visitor, other)]).toEqual([401, 401]);
  expect((await visitor.refresh(other.refresh_token)).status).toBe(400);
  expect((await visitor.begin()).text).toContain('name="password"');
});

test('a page without the ID token of this sign-in signs nobody out: the person is asked', async () => {
  const server = await accountsForTest();
  const admin = await setUp(server);
  const foreign = await admin.tokens(await admin.begin());
  const { visitor, tokens } = await officerHere(server);
  for (const more of [{ client_id: 'console' }, { id_token_hint: foreign.id_token }]) {
    const question = await visitor.get(endOf(server, more));
    expect([question.status, question.text]).toEqual([200, expect.stringContaining('确定退出登录吗')]);
    expect(await statusOf(visitor, tokens)).toBe(200);
  }
  const altered = `${tokens.id_token.slice(0, -8)}AAAAAAAA`;
  expect((await visitor.get(endOf(server, { id_token_hint: altered }))).status).toBe(400);
  const question = await visitor.get(endOf(server, { client_id: 'console' }));
  const form = { xsrf: visitor.hidden(question, 'xsrf'), logout: 'yes' };
  const left = await visitor.post('/oidc/session/end/confirm', form);
  expect([left.status, left.location]).toEqual([303, `${server.url}/`]);
  expect(await statusOf(visitor, tokens)).toBe(401);
});

test('a wrong password costs as many hashes for an unknown address as for a known one, invited or signed in', async () => {
  const server = await accountsForTest();
  await setUp(server);
  await officerHere(server);
  const invited = { ...officer, sub: 'p-invited', email: 'sun@danganju.example.cn' };
  await invite(server, invited);
  const visitor = server.visitor();
  const { at } = await visitor.begin();
  let hashes = 0;
  const count = (): void => {
    hashes += 1;
  };
  hashing.subscribe(count);
  onTestFinished(() => {
    hashing.unsubscribe(count);
  });
  const costOf = async (address: string): Promise<number> => {
    hashes = 0;
    await visitor.post(at, { address, password: '这不是我的密码呀', act: 'password' });
    return hashes;
  };
  expect(await costOf(officer.email)).toBe(1);
  expect(await costOf(invited.email)).toBe(1);
  expect(await costOf('nobody@danganju.example.cn')).toBe(1);
  expect(await costOf('13900000009')).toBe(1);
});

test('who came in and who was refused is kept for a year, then it is erased', async () => {
  const server = await accountsForTest();
  await setUp(server);
  await officerHere(server);
  const kept = async (): Promise<number> => {
    await server.here.tidy();
    return (await server.product.deps.store.query({ pk: 'hongjiang#SIGNIN' })).items.length;
  };
  const before = await kept();
  expect(before).toBeGreaterThan(0);
  server.pass(364 * 24 * 60);
  expect(await kept()).toBe(before);
  server.pass(2 * 24 * 60);
  expect(await kept()).toBe(0);
});

test('who was deactivated is refused at once, with the token of before and by refreshing', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const { visitor, tokens } = await officerHere(server);
  expect(await statusOf(visitor, tokens)).toBe(200);
  await server.here.port.close(officer);
  expect(await statusOf(visitor, tokens)).toBe(401);
  expect((await visitor.refresh(tokens.refresh_token)).status).toBe(400);
});

test('a session that an administrator ends, or that is ten hours old, is over', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const { visitor, tokens } = await officerHere(server);
  const [session] = ((await server.here.port.sessions('hongjiang')) ?? []).filter(
    ({ sub }) => sub === officer.sub,
  );
  expect(await server.here.port.endSession('shexian', session?.id ?? '')).toBe(false);
  expect(await server.here.port.endSession('hongjiang', session?.id ?? '')).toBe(true);
  expect(await statusOf(visitor, tokens)).toBe(401);
  const asked = await visitor.begin();
  const entered = await visitor.post(asked.at, {
    address: officer.email,
    password: PASSWORD,
    act: 'password',
  });
  const again = await visitor.tokens(await visitor.follow(entered));
  expect(await statusOf(visitor, again)).toBe(200);
  server.pass(10 * 60 + 1);
  expect(await statusOf(visitor, again)).toBe(401);
});

test('what a person may do is what the record says now, not what the token said', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const { visitor, tokens } = await officerHere(server);
  const patch = async (): Promise<number> =>
    (await visitor.client(tokens).ask('PATCH', SETTINGS, { body: { sendHour: 10 } })).status;
  expect(await patch()).toBe(403);
  await invite(server, { ...officer, role: 'bureau-admin' });
  expect(await patch()).toBe(200);
});

test('an invitation is good once; altered, replaced, used and expired are answered alike', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const replaced = await invite(server, officer);
  const used = await invite(server, officer);
  await acceptInvitation(server, used);
  const expired = await invite(server, officer);
  server.pass(8 * 24 * 60);
  const answers: unknown[] = [];
  for (const path of [
    `${used.slice(0, -1)}_`,
    replaced,
    used,
    expired,
    '/account/invitation/',
    '/account/link/none',
  ]) {
    const opened = await server.visitor().get(path);
    const sent = await server.visitor().post(path, { password: PASSWORD, again: PASSWORD, act: 'accept' });
    answers.push([opened.status, sent.status, opened.text === sent.text, opened.text]);
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toEqual([404, 404, true, expect.not.stringContaining(officer.name)]);
});

test.each([
  ['short', 'kurz', 400],
  ['common', '1qaz2wsx3edc', 400],
  ['common in China', 'Woaini1314520', 400],
  ['a run of signs', 'abcdefghijkl', 400],
  ['the address', 'zhao@danganju', 400],
  ['a megabyte', 'x'.repeat(1_000_000), 413],
])('a password that is %s is refused', async (_, password, status) => {
  const server = await accountsForTest();
  await setUp(server);
  const path = await invite(server, officer);
  const answer = await server.visitor().post(path, { password, again: password, act: 'accept' });
  expect(answer.status).toBe(status);
  expect((await server.visitor().get(path)).status).toBe(200);
});

test('a form of another site signs nobody in', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const visitor = server.visitor();
  const asked = await visitor.begin();
  const from = (headers: Record<string, string>) => visitor.post(asked.at, ADMIN, headers);
  expect((await from({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await from({})).status).toBe(200);
});

test('a code that was exchanged, or without its verifier, gives no tokens', async () => {
  const server = await accountsForTest();
  const visitor = await setUp(server);
  const ended = await visitor.begin();
  await expect(server.visitor().tokens(ended)).rejects.toThrow();
  await expect(visitor.tokens(ended)).resolves.toBeDefined();
  await expect(visitor.tokens(ended)).rejects.toThrow();
  const open = await visitor.get(
    `/oidc/auth?client_id=console&response_type=code&redirect_uri=${encodeURIComponent('https://evil.example/')}&scope=openid`,
  );
  expect([open.status, open.location]).toEqual([400, undefined]);
});

test('an administrator enters a person; the letter leads to a password, and the list says who is signed in', async () => {
  const server = await accountsForTest();
  const visitor = await setUp(server);
  const admin = visitor.client(await visitor.tokens(await visitor.begin()));
  const person = { name: '吴科员', email: 'wu@danganju.example.cn', role: 'bureau-officer' };
  const entered = await admin.send(
    z.looseObject({ id: z.string() }),
    'POST',
    '/v1/jurisdictions/hongjiang/people',
    person,
  );
  await server.product.drive.settle();
  const link = /\/account\/invitation\/\S+/.exec(await server.lastTo(person.email))?.[0] ?? '';
  const invited = await acceptInvitation(server, link);
  const tokens = await invited.tokens(await invited.begin());
  expect(decodeJwt(tokens.access_token).sub).toBe(entered.id);
  const { items } = await admin.get(
    z.object({ items: z.array(z.looseObject({ id: z.string(), sub: z.string() })) }).loose(),
    '/v1/jurisdictions/hongjiang/sessions',
  );
  expect(items.map(({ sub }) => sub)).toContain(entered.id);
  await admin.ask('DELETE', `/v1/jurisdictions/hongjiang/people/${entered.id}`);
  expect(await statusOf(invited, tokens)).toBe(401);
});

test('a program gets tokens for its secret, in the form or in the header, with the scopes that it has', async () => {
  const server = await accountsForTest();
  const visitor = await setUp(server);
  const admin = visitor.client(await visitor.tokens(await visitor.begin()));
  const { clientId, clientSecret } = await admin.send(
    z.looseObject({ clientId: z.string(), clientSecret: z.string() }),
    'POST',
    '/v1/jurisdictions/hongjiang/clients',
    { name: '数据平台', scopes: ['status:read', 'subjects:read'], expiresOn: inAYear(server) },
  );
  const ask = async (secret: string, inHeader: boolean, scope?: string): Promise<Response> => {
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope !== undefined) form.set('scope', scope);
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${secret}`).toString('base64');
    if (!inHeader) {
      form.set('client_id', clientId);
      form.set('client_secret', secret);
    }
    const headers: Record<string, string> = inHeader ? { authorization: `Basic ${basic}` } : {};
    return fetch(`${server.url}/oidc/token`, { method: 'POST', body: form, headers });
  };
  expect((await ask('wrong', false)).status).toBe(401);
  expect((await ask('wrong', true)).status).toBe(401);
  expect((await ask(clientSecret, false, 'notices:read')).status).toBe(400);
  for (const inHeader of [true, false]) {
    const { access_token: token } = z
      .object({ access_token: z.string() })
      .parse(await (await ask(clientSecret, inHeader)).json());
    expect(decodeJwt(token)).toMatchObject({ sub: clientId, role: 'machine', jurisdiction: 'hongjiang' });
    const list = (): Promise<Response> =>
      fetch(`${server.url}/v1/jurisdictions/hongjiang/subjects`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await list()).status).toBe(200);
    const notices = await fetch(`${server.url}/v1/jurisdictions/hongjiang/notices`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(notices.status).toBe(403);
    if (inHeader) continue;
    await admin.ask('DELETE', `/v1/jurisdictions/hongjiang/clients/${clientId}`);
    expect((await list()).status).toBe(401);
    expect((await ask(clientSecret, true)).status).toBe(401);
  }
});
