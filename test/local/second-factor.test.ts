import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { settingsRecord } from '../../shared/records/settings.ts';
import {
  acceptInvitation,
  accountsForTest,
  invite,
  PASSWORD,
  setUp,
  type AccountsServer,
} from '../support/product/accounts.ts';
import type { Seen, Visitor } from '../support/product/visitor.ts';

const leader = {
  sub: 'p-leader',
  name: '孙局长',
  role: 'bureau-leader',
  jurisdiction: 'hongjiang',
  email: 'sun@danganju.example.cn',
  mobile: '13800000001',
} as const;

const ENTER = { address: leader.email, password: PASSWORD, act: 'password' };

async function demand(server: AccountsServer): Promise<void> {
  await settingsRecord.change(
    server.product.deps.store,
    'hongjiang',
    (known) => known && { ...known, secondFactor: ['bureau-leader'] },
  );
}

const secretIn = ({ text }: Seen): string => /<code>([A-Z2-7]+)<\/code>/.exec(text)?.[1] ?? '';

const codeOf = (server: AccountsServer, secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.here.clock.now() });

interface Enrolled {
  readonly secret: string;
  readonly recovery: readonly string[];
  readonly visitor: Visitor;
}

/** A leader of a bureau that demands it accepts the invitation and sets up the second factor. */
async function enrolled(server: AccountsServer): Promise<Enrolled> {
  await setUp(server);
  await demand(server);
  const path = await invite(server, leader);
  const visitor = server.visitor();
  const page = await visitor.post(path, { password: PASSWORD, again: PASSWORD, act: 'accept' });
  const secret = secretIn(page);
  expect(page.text).toContain('<svg');
  const step = visitor.hidden(page, 'step');
  const wrong = await visitor.post(path, { act: 'enrol', step, code: '000000' });
  expect([wrong.status, secretIn(wrong)]).toEqual([400, secret]);
  const codes = await visitor.post(path, { act: 'enrol', step, code: codeOf(server, secret) });
  const recovery = [...codes.text.matchAll(/<li>([A-Z2-9-]+)<\/li>/g)].map(([, code]) => code ?? '');
  const ended = await visitor.post(path, { act: 'done', step: visitor.hidden(codes, 'step') });
  expect(ended.status).toBe(303);
  return { secret, recovery, visitor };
}

async function askedForFactor(
  server: AccountsServer,
): Promise<{ visitor: Visitor; at: string; step: string }> {
  const visitor = server.visitor();
  const asked = await visitor.begin();
  const page = await visitor.post(asked.at, ENTER);
  return { visitor, at: asked.at, step: visitor.hidden(page, 'step') };
}

test('a bureau that demands a second factor of a role gets it: each code is good once', async () => {
  const server = await accountsForTest();
  const { secret, recovery } = await enrolled(server);
  expect(recovery).toHaveLength(10);
  const { visitor, at, step } = await askedForFactor(server);
  const used = codeOf(server, secret);
  expect((await visitor.post(at, { act: 'factor', step, code: used })).status).toBe(400);
  server.pass(1);
  const fresh = await visitor.post(at, { act: 'factor', step, code: codeOf(server, secret) });
  await expect(visitor.tokens(await visitor.follow(fresh))).resolves.toBeDefined();
});

test('a recovery code lets in once, and the account page shows how many are left', async () => {
  const server = await accountsForTest();
  const { recovery } = await enrolled(server);
  const [code = ''] = recovery;
  const first = await askedForFactor(server);
  const entered = await first.visitor.post(first.at, {
    act: 'factor',
    step: first.step,
    code: code.toLowerCase(),
  });
  await first.visitor.tokens(await first.visitor.follow(entered));
  expect((await first.visitor.get('/account')).text).toContain('还有 9 个未使用的恢复码');
  const second = await askedForFactor(server);
  expect((await second.visitor.post(second.at, { act: 'factor', step: second.step, code })).status).toBe(400);
});

test('a step between two factors cannot be left out or used for another page', async () => {
  const server = await accountsForTest();
  await enrolled(server);
  const { visitor, at, step } = await askedForFactor(server);
  for (const act of ['done', 'enrol', 'choose', 'too'])
    expect(
      (await visitor.post(at, { act, step, sub: leader.sub, code: '1', password: PASSWORD })).status,
    ).toBe(404);
});

test('a leader locked out by somebody’s guesses comes in by a link and the second factor', async () => {
  const server = await accountsForTest();
  const { secret } = await enrolled(server);
  const guesser = server.visitor();
  const at = (await guesser.begin()).at;
  const guess = () => guesser.post(at, { ...ENTER, password: '这不是我的密码呀' });
  const answers = [];
  for (let tries = 0; tries < 7; tries += 1) answers.push((await guess()).status);
  expect(answers).toEqual([400, 400, 400, 400, 400, 429, 429]);
  const visitor = server.visitor();
  const asked = await visitor.begin();
  expect((await visitor.post(asked.at, ENTER)).status).toBe(429);
  const sent = await visitor.post(asked.at, { address: leader.email, password: '', act: 'send' });
  expect(sent.text).toContain('登录链接已经发出');
  const link = /\/account\/link\/\S+/.exec(await server.lastTo(leader.email))?.[0] ?? '';
  expect((await visitor.get(link)).status).toBe(200);
  const factor = await visitor.post(link, { act: 'open' });
  server.pass(1);
  const code = codeOf(server, secret);
  const entered = await visitor.post(link, { act: 'factor', step: visitor.hidden(factor, 'step'), code });
  expect(entered.status).toBe(303);
  await expect(visitor.tokens(await visitor.begin())).resolves.toBeDefined();
  expect((await server.visitor().post(link, { act: 'open' })).status).toBe(404);
  server.pass(16);
  expect((await visitor.post(asked.at, ENTER)).text).toContain('name="code"');
});

test('the answers for an address that nobody has are those for one that somebody has', async () => {
  const server = await accountsForTest();
  await setUp(server);
  await acceptInvitation(server, await invite(server, leader));
  const pageFor = async (address: string, act: string): Promise<readonly [number, string]> => {
    const visitor = server.visitor();
    const asked = await visitor.begin();
    const { status, text } = await visitor.post(asked.at, { address, password: '这不是我的密码呀', act });
    return [status, text.replaceAll(address, '').replace(/name="step" value="[^"]+"/, '')];
  };
  for (const act of ['password', 'send']) {
    expect(await pageFor('nobody@danganju.example.cn', act)).toEqual(await pageFor(leader.email, act));
    expect(await pageFor('13900000009', act)).toEqual(await pageFor(leader.mobile, act));
  }
});

test('the people of a unit sign in by a code in an SMS, without a password', async () => {
  const server = await accountsForTest();
  await setUp(server);
  const unit = {
    ...leader,
    sub: 'p-unit',
    name: '周档案',
    role: 'unit',
    unitId: 'unit-1',
    mobile: '13700000002',
    email: undefined,
  } as const;
  const path = await invite(server, unit);
  const invited = server.visitor();
  expect((await invited.get(path)).text).not.toContain('type="password"');
  expect((await invited.post(path, { act: 'open' })).status).toBe(303);
  await expect(invited.tokens(await invited.begin())).resolves.toBeDefined();
  const visitor = server.visitor();
  const asked = await visitor.begin();
  const page = await visitor.post(asked.at, { address: '137 0000 0002', password: '', act: 'send' });
  const code = /验证码(\d{6})/.exec(await server.lastTo(unit.mobile))?.[1] ?? '';
  const step = visitor.hidden(page, 'step');
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await visitor.post(asked.at, { act: 'code', step, code: wrong })).status).toBe(400);
  const entered = await visitor.follow(await visitor.post(asked.at, { act: 'code', step, code }));
  await expect(visitor.tokens(entered)).resolves.toBeDefined();
  expect((await visitor.post(asked.at, { act: 'code', step, code })).status).toBe(400);
});
