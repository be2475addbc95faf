import { expect, test } from 'vitest';
import { signIns } from '../../shared/contract/people.ts';
import { acceptInvitation, accountsForTest, invite, PASSWORD, setUp } from '../support/product/accounts.ts';

const path = '/v1/jurisdictions/hongjiang/sign-ins';

test('the administrator sees who came in and who was refused, by person and outcome, without an address', async () => {
  const server = await accountsForTest();
  const visitor = await setUp(server);
  const admin = visitor.client(await visitor.tokens(await visitor.begin()));
  const sub = 'p-leader';
  const email = 'sun@danganju.example.cn';
  const person = { sub, email, name: '孙局长', role: 'bureau-leader', jurisdiction: 'hongjiang' } as const;
  await acceptInvitation(server, await invite(server, person));
  const other = server.visitor();
  const { at } = await other.begin();
  const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' };
  await other.post(at, { address: email, password: 'ein falsches Wort', act: 'password' }, agent);
  await other.post(at, { address: email, password: PASSWORD, act: 'password' }, agent);
  const list = async (query: string) => (await admin.get(signIns, `${path}?${query}`)).items;

  const [last, before] = await list(`sub=${sub}`);
  expect([last, before]).toMatchObject([
    { event: 'signed-in', way: 'password', name: '孙局长', device: expect.stringContaining('Windows') },
    { event: 'refused', way: 'password', name: '孙局长', device: expect.stringContaining('Chrome') },
  ]);
  expect(await list('event=refused')).toEqual([before]);
  expect(JSON.stringify(await list(''))).not.toMatch(/127\.0\.0\.1|::1/);

  // Page by page the list is the same.
  const whole = await list('');
  const paged: unknown[] = [];
  let cursor = '';
  do {
    const page = await admin.get(signIns, `${path}?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    paged.push(...page.items);
    cursor = encodeURIComponent(page.nextCursor ?? '');
  } while (cursor !== '');
  expect(paged).toEqual(whole);
});
