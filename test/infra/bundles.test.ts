import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bundleFunctions, type Bundles } from '../../infra/bundle.ts';
import { formatInstant, hours, plus, toInstant } from '../../shared/domain/time/instant.ts';
import type { FunctionName } from '../../shared/functions.ts';
import { startDynalite, TABLE, type DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { apiEvent, type ApiRequest } from '../support/product/api-event.ts';
import { awsFake, type AwsFake } from '../support/aws/aws-fake.ts';
import { mailEvents } from '../support/bureaus/receipt-events.ts';
import { runBundle, type Ran } from '../support/aws/run-bundle.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';

const limits: Readonly<Record<FunctionName, number>> = {
  // It lays each paper out before it is issued, to find what is still open; with Cognito's client beside the SDK.
  api: 1_450_000,
  plan: 650_000,
  sweep: 600_000,
  // With nodemailer beside the SDK, the events of cases, which say whose officers are told, and the provisions that
  // a draft rests on.
  deliver: 830_000,
  report: 850_000,
  receipts: 600_000,
  documents: 1_500_000,
  imports: 1_100_000,
};

const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bundles-'));
const made: { aws?: Bundles; cn?: Bundles; engine?: DynamoEngine; fake?: AwsFake } = {};

function ready<Name extends keyof typeof made>(name: Name): NonNullable<(typeof made)[Name]> {
  const found = made[name];
  if (found === undefined) throw new Error(`${name} is not ready`);
  return found;
}

beforeAll(async () => {
  made.aws = await bundleFunctions(join(directory, 'aws'), { mail: 'ses', sms: 'aws', signIn: 'cognito' });
  made.cn = await bundleFunctions(join(directory, 'cn'), { mail: 'smtp', sms: 'gateway', signIn: 'oidc' });
  made.engine = await startDynalite();
  made.fake = await awsFake();
});
afterAll(async () => {
  await made.engine?.close();
  await made.fake?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Every line that any function wrote. */
const logged: Ran['log'][number][] = [];

async function run(
  which: 'aws' | 'cn',
  name: FunctionName,
  event: unknown,
  more: Record<string, string> = {},
): Promise<Ran> {
  const { protocol, hostname, port = 80 } = (await ready('engine').client.config.endpoint?.()) ?? fail();
  const { url } = ready('fake');
  const environment = {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${String(port)}`,
    AWS_ENDPOINT_URL_SQS: url,
    AWS_ENDPOINT_URL_SESV2: url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    TABLE_NAME: TABLE,
    PLAN_QUEUE_URL: `${url}/plan`,
    DELIVER_QUEUE_URL: `${url}/deliver`,
    IMPORT_QUEUE_URL: `${url}/import`,
    REPORT_QUEUE_URL: `${url}/report`,
    MAIL_FROM: '档案局 <duty@bureau.example.com>',
    SES_CONFIGURATION_SET: 'archive-duty-test',
    SMTP_SECRET: 'smtp',
    SMS_GATEWAY_SECRET: 'sms-gateway',
    ...more,
  };
  const ran = await runBundle(ready(which)[name].folder, environment, event);
  logged.push(...ran.log);
  return ran;
}

function fail(): never {
  throw new Error('the engine has no endpoint');
}

const answered = z.object({ statusCode: z.number(), body: z.string() });

async function api(request: ApiRequest): Promise<{ status: number; body: unknown }> {
  const { answer, failure } = await run('aws', 'api', apiEvent(request));
  expect(failure).toBeUndefined();
  const { statusCode, body } = answered.parse(answer);
  return { status: statusCode, body: JSON.parse(body) };
}

/** A route that asks for no token, or a token that API Gateway never saw. */
function bare(path: string): object {
  const event = apiEvent({ claims: admin, method: 'GET', path });
  return { ...event, requestContext: { ...event.requestContext, authorizer: undefined } };
}

const admin = { sub: 'admin', role: 'bureau-admin', jurisdiction: 'baixiang' } as const;
const officer = { ...admin, sub: 'officer', role: 'bureau-officer' } as const;
const J = '/v1/jurisdictions/baixiang';

const batchOf = (bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({ messageId: `m${index}`, messageAttributes: {}, body })),
});
const sentTo = (queue: string): string[] =>
  ready('fake')
    .messages.filter(({ queueUrl }) => queueUrl.endsWith(`/${queue}`))
    .map(({ body }) => body);
const anyNumber: unknown = expect.any(Number);
const nothingFailed = { batchItemFailures: [] };

/** Its evidence was secured 13 hours ago: the duty of the 24 hours is told at once, at whatever time of day. */
async function enterCase(name: string): Promise<void> {
  const secured = formatInstant(plus(toInstant(Date.now()), -hours(13)));
  const body = { kind: 'case', name, facts: { office: 'archives', evidenceSecuredAt: secured } };
  expect((await api({ claims: officer, method: 'POST', path: `${J}/subjects`, body })).status).toBe(201);
}

describe('the bundles', () => {
  test.each(['aws', 'cn'] as const)('of %s are one module each, within their limits', (which) => {
    for (const [name, limit] of Object.entries(limits)) {
      const folder = join(directory, which, name);
      const bytes = statSync(join(folder, 'index.mjs')).size;
      console.log(`${which} ${name}: ${bytes} of ${limit} bytes`);
      expect(readdirSync(folder)).toEqual(['index.mjs', 'index.mjs.map']);
      expect(bytes, name).toBeLessThan(limit);
    }
  });

  test('the stack of a failure names files and lines of the sources', async () => {
    const { log } = await run('aws', 'deliver', batchOf(['{"pointers":1}']), {
      NODE_OPTIONS: '--enable-source-maps',
    });
    const [failed] = log.filter(({ code }) => code === 'MESSAGE_FAILED');
    expect(failed?.['stack']).toMatch(/functions\/records\.ts:\d+:\d+/);
    expect(failed?.['stack']).not.toContain('index.mjs');
  });

  test('an environment that lacks something is refused at the start, by the names of what it lacks', async () => {
    const { failure } = await run('aws', 'sweep', {}, { DELIVER_QUEUE_URL: '' });
    expect(failure).toContain('The function’s environment is incomplete. DELIVER_QUEUE_URL');
  });
});

describe('started from their asset folders in plain Node, on the embedded engine', () => {
  test('plan sets up the jurisdictions at its first schedule', async () => {
    expect((await run('aws', 'plan', { source: 'schedule' })).failure).toBeUndefined();
    expect((await api({ claims: admin, method: 'GET', path: `${J}/settings` })).status).toBe(200);
  });

  test('api answers its health to anybody, and nothing else without a token', async () => {
    const health = answered.parse((await run('aws', 'api', bare('/health'), { VERSION: '1.2.3' })).answer);
    expect(JSON.parse(health.body)).toEqual({ status: 'ok', version: '1.2.3' });
    expect(answered.parse((await run('aws', 'api', bare('/v1/openapi.json'))).answer).statusCode).toBe(200);
    expect(answered.parse((await run('aws', 'api', bare(`${J}/subjects`))).answer).statusCode).toBe(401);
  });

  test('api knows the attributes that Cognito writes into its tokens', async () => {
    const event = apiEvent({ claims: officer, method: 'GET', path: `${J}/subjects` });
    const claims = { sub: 'a', 'custom:role': 'bureau-officer', 'custom:jurisdiction': 'baixiang' };
    const authorizer = { ...event.requestContext.authorizer, jwt: { claims, scopes: [] } };
    const asked = { ...event, requestContext: { ...event.requestContext, authorizer } };
    expect(answered.parse((await run('aws', 'api', asked)).answer).statusCode).toBe(200);
  });

  test('a duty by the hour goes from the API through plan, sweep and deliver to SES, with what caused it', async () => {
    const staff = [
      { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'officer@bureau.example.com' },
    ];
    await api({ claims: admin, method: 'PUT', path: `${J}/staff`, body: staff });
    await enterCase('一号案');
    expect(ready('fake').messages.at(-1)?.attributes).toEqual({ cause: 'test' });
    expect((await run('aws', 'plan', batchOf(sentTo('plan')))).answer).toEqual(nothingFailed);

    const swept = await run('aws', 'sweep', { source: 'schedule' });
    expect(swept.answer).toMatchObject({ pointers: anyNumber });
    expect(swept.log).toContainEqual(
      expect.objectContaining({ code: 'SWEPT', cause: 'run-1', watermarkAgeSeconds: anyNumber }),
    );
    expect(sentTo('deliver').length).toBeGreaterThan(0);

    const delivered = await run('aws', 'deliver', batchOf(sentTo('deliver')));
    expect(delivered.answer).toEqual(nothingFailed);
    expect(ready('fake').mails.flatMap(({ Destination }) => Destination.ToAddresses)).toContain(
      'officer@bureau.example.com',
    );
    expect(delivered.log).toContainEqual(
      expect.objectContaining({ code: 'DELIVERED', cause: 'm0', late: 0 }),
    );
  });

  test('receipts takes an event of SES, and the notice shows it', async () => {
    const read = async () => {
      const { body } = await api({ claims: officer, method: 'GET', path: `${J}/notices` });
      return z.object({ items: z.array(z.object({ id: z.string(), status: z.string() })) }).parse(body).items;
    };
    const [first] = await read();
    if (!first) throw new Error('no notice');
    const event = JSON.stringify(mailEvents.delivered(first.id)).replace('hongjiang', 'baixiang');
    expect((await run('aws', 'receipts', batchOf([event]))).answer).toEqual(nothingFailed);
    expect(await read()).toContainEqual({ id: first.id, status: 'delivered' });
  });

  test('documents answers for a document that is not there, imports takes a roster', async () => {
    const path = `${J}/escalations/none/document.docx`;
    const asked = await run('aws', 'documents', apiEvent({ claims: officer, method: 'GET', path }));
    expect(answered.parse(asked.answer).statusCode).toBe(404);
    const file = '类别,名称,代码\n单位,教育局,U1';
    const roster = apiEvent({ claims: admin, method: 'POST', path: `${J}/imports`, file });
    const { statusCode, body } = answered.parse((await run('aws', 'imports', roster)).answer);
    expect([statusCode, JSON.parse(body)]).toEqual([200, expect.objectContaining({ created: 1 })]);
  });

  test('report looks at every bureau, and makes the mails that a message asks for', async () => {
    const { answer, failure } = await run('aws', 'report', { source: 'schedule' });
    expect(failure).toBeUndefined();
    expect(answer).toMatchObject({ asked: anyNumber });
    const asked = batchOf([JSON.stringify({ jurisdictions: ['baixiang', 'hongjiang'] })]);
    expect((await run('aws', 'report', asked)).answer).toEqual(nothingFailed);
  });
});

const gateway = {
  url: 'https://sms.example.com/send',
  body: { to: '${to}' },
  templates: {
    ARCHIVE_REMINDER: { code: '1', variables: ['count', 'date'] },
    ARCHIVE_OVERDUE: { code: '2', variables: ['count', 'date'] },
  },
  success: {},
};

describe('where mail goes by SMTP and SMS by a gateway', () => {
  test('deliver sends by the server that its secret names, and report starts with it too', async () => {
    const { sending, accepted } = await smtpBox();
    await enterCase('二号案');
    await run('cn', 'sweep', { source: 'schedule' });
    ready('fake').secrets.set('smtp', sending.smtpUrl ?? '');
    ready('fake').secrets.set('sms-gateway', JSON.stringify(gateway));
    expect((await run('cn', 'deliver', batchOf(sentTo('deliver')))).answer).toEqual(nothingFailed);
    expect(accepted).toContain('officer@bureau.example.com');
    expect((await run('cn', 'report', { source: 'schedule' })).failure).toBeUndefined();
  });

  test.each([
    ['smtp', 'the secret smtp does not hold smtps://'],
    ['sms-gateway', 'the secret sms-gateway does not hold the gateway as JSON'],
  ])(
    '%s that nobody has filled is named, with what it should hold and how to put it in',
    async (name, says) => {
      ready('fake').secrets.set('smtp', 'smtp://127.0.0.1:1');
      ready('fake').secrets.set('sms-gateway', JSON.stringify(gateway));
      ready('fake').secrets.set(name, 'made-by-CloudFormation');
      const { failure } = await run('cn', 'deliver', batchOf([]));
      expect(failure?.toLowerCase()).toContain(says.toLowerCase());
      expect(failure).toContain(`put-secret-value --secret-id ${name}`);
      expect(failure).not.toContain('made-by-CloudFormation');
    },
  );
});

test('no line of any log holds a person’s name or address, not even where a provider names it', async () => {
  const { sending, refused } = await smtpBox();
  ready('fake').secrets.set('smtp', sending.smtpUrl ?? '');
  ready('fake').secrets.set('sms-gateway', JSON.stringify(gateway));
  refused.set('officer@bureau.example.com', [550, 'no such user officer@bureau.example.com (王科员)']);
  await enterCase('三号案');
  await run('cn', 'sweep', { source: 'schedule' });
  await run('cn', 'deliver', batchOf([...sentTo('deliver'), '{"pointers":"officer@bureau.example.com"}']));
  const codes = new Set(logged.map((line) => line['code']));
  for (const code of ['SWEPT', 'DELIVERED', 'SEND_FAILED', 'MESSAGE_FAILED']) expect(codes).toContain(code);
  expect(JSON.stringify(logged)).not.toMatch(/officer@|王科员|号案/);
});
