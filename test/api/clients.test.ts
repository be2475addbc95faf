import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTokens } from '../../local/tokens.ts';
import * as answers from '../../shared/contract/answers.ts';
import { client, clientMade } from '../../shared/contract/clients.ts';
import { authenticateClient } from '../../shared/usecases/clients/authenticate.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import * as local from '../support/product/local-answers.ts';
import { startServer } from '../support/product/server.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const asked = { name: '市平台', scopes: ['status:read', 'subjects:read'], expiresOn: '2026-03-10' };

/** A bureau that let a program in, and tokens of the program as an issuer signs them. */
async function letIn() {
  const directory = mkdtempSync(join(tmpdir(), 'clients-'));
  const server = await startServer(NOW, undefined, directory);
  onTestFinished(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({ kind: 'unit', name: '区教育局', traits: ['backup-register'] });
  const made = await bureau.admin.send(clientMade, 'POST', `${bureau.path}/clients`, asked);
  const tokens = openTokens(directory);
  const program = async (scope: string) => {
    const claims = { sub: made.clientId, client_id: made.clientId, role: 'machine', scope } as const;
    return server.with(await tokens.issue({ ...claims, jurisdiction: 'hongjiang' }));
  };
  return { ...bureau, server, unit, made, program, own: `${bureau.path}/clients/${made.clientId}` };
}

describe('a program', () => {
  test('gets a secret once, which opens what it was given until its last day', async () => {
    const { server, admin, path, made } = await letIn();
    expect(made).toMatchObject({ ...asked, status: 'active', createdBy: 'bureau-admin:local-bureau-admin' });
    const listed = await admin.all(client, `${path}/clients`);
    expect(listed).toMatchObject([{ clientId: made.clientId }]);
    expect(JSON.stringify([listed, await server.items()])).not.toContain(made.clientSecret);
    const { deps } = server.product;
    const opens = async (secret: string) => (await authenticateClient(deps, made.clientId, secret))?.scopes;
    expect(await opens(made.clientSecret)).toEqual(asked.scopes);
    expect(await opens(`${made.clientSecret}x`)).toBeUndefined();
    expect(await authenticateClient(deps, 'hongjiang~nobody', made.clientSecret)).toBeUndefined();
    await server.advance('2026-03-10T23:00:00+08:00');
    expect(await opens(made.clientSecret)).toEqual(asked.scopes);
    await server.advance('2026-03-11T00:00:00+08:00');
    expect(await opens(made.clientSecret)).toBeUndefined();
  });

  test('does what its token asks for and it was given, and nothing else', async () => {
    const { path, unit, program } = await letIn();
    const one = await program('status:read notices:read');
    await one.get(answers.subjectStatus, `${path}/status/${unit.id}`);
    expect((await one.refused(403, 'GET', `${path}/notices`)).code).toBe('request.scope');
    expect((await one.refused(403, 'GET', `${path}/subjects`)).code).toBe('request.scope');
    await one.refused(403, 'GET', `${path}/staff`);
    await one.refused(404, 'GET', `/v1/jurisdictions/luquan/status/${unit.id}`);
  });

  test('is refused at once when it was ended, and when its last day is over', async () => {
    const { server, admin, path, unit, program, own } = await letIn();
    const one = await program('status:read');
    await admin.send(client, 'DELETE', own);
    await one.refused(401, 'GET', `${path}/status/${unit.id}`);
    expect(await admin.all(client, `${path}/clients`)).toMatchObject([{ status: 'revoked' }]);
    const again = await admin.send(clientMade, 'POST', `${path}/clients`, asked);
    await server.advance('2026-03-11T08:00:00+08:00');
    expect(await admin.all(client, `${path}/clients`)).toContainEqual(
      expect.objectContaining({ clientId: again.clientId, status: 'expired' }),
    );
  });

  test.each([
    [400, { scopes: ['subjects:delete'] }, 'scopes.0', 'field.choice'],
    [400, { scopes: [] }, 'scopes', 'field.too-few'],
    [422, { expiresOn: '2026-03-02' }, 'expiresOn', 'client.ahead'],
    [422, { expiresOn: '2036-03-02' }, 'expiresOn', 'client.ahead'],
  ])('is refused with %i where %j', async (status, more, place, code) => {
    const { admin, path } = await letIn();
    const refused = await admin.refused(status, 'POST', `${path}/clients`, { ...asked, ...more });
    expect(refused.errors).toMatchObject([{ path: place, code }]);
  });

  test('sees nobody’s name or address but by a scope for it', async () => {
    const { server, path, unit, officer } = await letIn();
    await server.advance('2026-09-02T08:00:00+08:00');
    const [duty] = await officer.all(answers.obligation, `${path}/obligations?subjectId=${unit.id}`);
    const scopes = ['obligations:read'] as const;
    const machine = await server.as({ role: 'machine', jurisdiction: 'hongjiang', scopes });
    const shown = await machine.get(answers.obligationDetail, `${path}/obligations/${duty?.id ?? ''}`);
    expect(shown.notices).toEqual([]);
    for (const { by } of shown.history) expect(by).not.toContain(':');
  });
});

describe('the status look-up', () => {
  test('is not sent again while nothing has changed', async () => {
    const { server, path, unit } = await letIn();
    const scopes = ['status:read'] as const;
    const token = await server.token({ role: 'machine', jurisdiction: 'hongjiang', scopes });
    const ask = (tag?: string) =>
      fetch(`${server.url}${path}/status/${unit.id}`, {
        headers: { authorization: `Bearer ${token}`, ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      });
    const first = await ask();
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const again = await ask(tag);
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    await server.advance('2026-09-02T08:00:00+08:00');
    expect((await ask(tag)).status).toBe(200);
  });

  test('tells a program how often it may ask, and when it asked too often', async () => {
    const { server, path, unit } = await letIn();
    const scopes = ['status:read'] as const;
    const machine = await server.as({ role: 'machine', jurisdiction: 'hongjiang', scopes });
    const ask = () => machine.ask('GET', `${path}/status/${unit.id}`);
    const { headers } = await ask();
    expect(headers.get('ratelimit-limit')).toBe('300');
    let last = await ask();
    for (let count = 0; count < 2000 && last.status !== 429; count += 1) last = await ask();
    expect([last.status, last.headers.get('retry-after'), last.headers.get('ratelimit-remaining')]).toEqual([
      429,
      '1',
      '0',
    ]);
    const officer = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const people = await officer.ask('GET', `${path}/status/${unit.id}`);
    expect([people.status, people.headers.get('ratelimit-limit')]).toEqual([200, null]);
  });
});

test('the operator’s token needs no jurisdiction, and opens none', async () => {
  const { server, path } = await letIn();
  const answer = await fetch(`${server.url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'operator' }),
  });
  const { token } = local.token.parse(await answer.json());
  await server.with(token).refused(404, 'GET', `${path}/subjects`);
});
