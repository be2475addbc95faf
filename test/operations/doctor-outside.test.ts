import { createServer } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readStage } from '../../tools/aws/stage.ts';
import { signInFindings } from '../../tools/doctor/outside.ts';
import { httpFake, portOf } from '../adapters/http-fake.ts';
import { complete, doctor, startEngines } from '../support/aws/doctor-accounts.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';

startEngines();

const gateway = (url: string) => ({
  url: `${url}/send`,
  body: { to: '${to}' },
  templates: {
    ARCHIVE_REMINDER: { code: '1', variables: ['count', 'date'] },
    ARCHIVE_OVERDUE: { code: '2', variables: ['count', 'date'] },
  },
  success: {},
});

describe('in China, where mail, SMS and sign-in lie outside of AWS, the doctor', () => {
  const china = async (secrets: Readonly<Record<string, string>>) => {
    const state = await complete('cn');
    for (const [name, value] of Object.entries(secrets)) state.secrets.set(`archive-duty/cn/${name}`, value);
    const said = await doctor(state, 'cn');
    // No such issuer exists; its check has tests of its own below.
    return { ...said, ids: said.ids.filter((id) => id !== 'oidc-discovery') };
  };

  test('misses secrets that are not there', async () => {
    expect((await china({})).ids).toEqual(['smtp-secret', 'gateway-secret']);
  });

  test('misses secrets that nobody has filled, and shows nothing of what they hold', async () => {
    const { ids, output } = await china({ smtp: 'madebycloudformation', 'sms-gateway': '{"url":"hunter2"}' });
    expect(ids).toEqual(['smtp-secret', 'gateway-secret']);
    expect(output).toContain('does not hold a gateway (url, body, templates, success)');
    expect(output).not.toMatch(/madebycloudformation|hunter2/);
  });

  test('asks the mail server for its greeting and the gateway for any answer', async () => {
    const { sending } = await smtpBox();
    const web = await httpFake({ status: 404 });
    const { ids } = await china({
      smtp: sending.smtpUrl ?? '',
      'sms-gateway': JSON.stringify(gateway(web.url)),
    });
    expect(ids).toEqual([]);
    expect(web.received.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /']);
  });

  test('says when they do not answer, or refuse the password', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const port = portOf(closed.address());
    closed.close();
    await once(closed, 'close');
    const { ids, output } = await china({
      smtp: `smtp://user:hunter2@127.0.0.1:${port}`,
      'sms-gateway': JSON.stringify(gateway(`http://127.0.0.1:${port}`)),
    });
    expect(ids).toEqual(['smtp-server', 'gateway-server']);
    expect(output).not.toContain('hunter2');
  });
});

describe('an OIDC issuer', () => {
  const stageWith = (issuer: string) => ({
    ...readStage('cn'),
    signIn: { kind: 'oidc' as const, issuer, audience: ['a'] },
  });
  const idsOf = async (issuer: string) => (await signInFindings(stageWith(issuer))).map(({ id }) => id);
  const serving = async (keys: object, issuerOf = (url: string) => url) => {
    const server = createHttpServer((request, response) => {
      const found = request.url === '/keys' ? keys : { issuer: issuerOf(url), jwks_uri: `${url}/keys` };
      response.end(JSON.stringify(found));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${portOf(server.address())}`;
    onTestFinished(() => void server.close());
    return url;
  };

  test('that answers with its name and its keys lacks nothing', async () => {
    expect(await idsOf(await serving({ keys: [{ kty: 'RSA' }] }))).toEqual([]);
  });
  test('that has no keys is found', async () => {
    expect(await idsOf(await serving({ keys: [] }))).toEqual(['oidc-keys']);
  });
  test('that calls itself otherwise is found: every token would be refused', async () => {
    expect(await idsOf(await serving({ keys: [{}] }, (url) => `${url}/`))).toEqual(['oidc-issuer']);
  });
  test('that does not answer is found', async () => {
    expect(await idsOf('http://127.0.0.1:1')).toEqual(['oidc-discovery']);
  });
});
