import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { lambdaContext } from '../../local/compose.ts';
import * as answers from '../../shared/contract/answers.ts';
import { apiEvent } from '../support/product/api-event.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { sharedServer, VERSION } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));
const subjects = '/v1/jurisdictions/hongjiang/subjects';

describe('without a token', () => {
  test('the health and the description of the API are open to everybody', async () => {
    const nobody = shared().server.with(undefined);
    expect(await nobody.get(answers.health, '/health')).toEqual({ status: 'ok', version: VERSION });
    expect((await nobody.ask('GET', '/v1/openapi.json')).status).toBe(200);
  });

  test('everything else is 401 and says what to send', async () => {
    const problem = await shared().server.with(undefined).refused(401, 'GET', '/v1/jurisdictions');
    expect(problem).toMatchObject({
      title: 'No valid token',
      detail: 'Send a valid token: Authorization: Bearer …',
    });
  });

  test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYnVyZWF1LWFkbWluIn0.'])(
    'a token that is none is 401: %j',
    async (token) => {
      await shared().server.with(token).refused(401, 'GET', subjects);
    },
  );

  test('a token that somebody else signed is 401, whatever it claims', async () => {
    const foreign = await new SignJWT({ role: 'bureau-admin', jurisdiction: 'hongjiang' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('archive-duty-local')
      .setSubject('intruder')
      .sign(new TextEncoder().encode('a key that is not ours, 32 bytes.'));
    await shared().server.with(foreign).refused(401, 'GET', subjects);
  });

  test('a page of another origin is turned away before anything is read', async () => {
    const { server, scene } = shared();
    const asked = { headers: { origin: 'https://elsewhere.example.com' } };
    expect((await scene.officer.ask('GET', '/v1/jurisdictions', asked)).status).toBe(403);
    expect((await server.with(undefined).ask('POST', '/local/token', asked)).status).toBe(403);
  });
});

describe('what is not there', () => {
  test.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v2/jurisdictions'],
    ['DELETE', '/v1/jurisdictions'],
    ['POST', '/v1/jurisdictions/hongjiang/settings'],
    ['POST', '/'],
    ['GET', '/local/nothing'],
  ] as const)('%s %s is 404 and named', async (method, path) => {
    const problem = await shared().scene.officer.refused(404, method, path);
    expect(problem.detail).toBe(`There is no ${method} ${path}.`);
  });

  test.each([
    'subjects/nobody',
    'subjects/%zz',
    'subjects/%E4%B8%AD',
    'obligations/a',
    'obligations/a.b',
    'notices/a.b',
    'status/a',
  ])('%s is 404 without saying whether it exists elsewhere', async (rest) => {
    const problem = await shared().scene.officer.refused(404, 'GET', `/v1/jurisdictions/hongjiang/${rest}`);
    expect(problem.detail).toBe('This does not exist, or this token may not see it.');
  });
});

describe('a body that cannot be read', () => {
  test.each(['{', 'kind=unit', '{"kind":"unit",}', '\u0000'])('is malformed: %j', async (raw) => {
    const { officer } = shared().scene;
    const answer = await officer.ask('POST', subjects, { raw });
    expect(answer.body).toMatchObject({
      status: 400,
      type: '/problems/request.no-json',
      code: 'request.no-json',
      detail: 'The body is not JSON: send a JSON document, UTF-8.',
      errors: [{ path: '', code: 'request.no-json' }],
    });
  });

  test.each([['[]'], ['null'], ['"unit"']])(
    'of another shape says which one is expected: %s',
    async (raw) => {
      const answer = await shared().scene.officer.ask('POST', subjects, { raw });
      expect(answer.body).toMatchObject({
        status: 400,
        code: 'field.type',
        detail: 'expected object',
        errors: [
          { path: '', code: 'field.type', params: { expected: 'object' }, message: 'expected object' },
        ],
      });
    },
  );

  test('of bytes that are no UTF-8 is malformed', async () => {
    const { server } = shared();
    const token = await server.token({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const body = Buffer.concat([
      Buffer.from('{"kind":"unit","name":"'),
      Buffer.from([0xbd, 0xcc]),
      Buffer.from('"}'),
    ]);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${server.url}${subjects}`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
  });

  test('that nests half a million times is malformed', async () => {
    const deep = '['.repeat(400_000) + ']'.repeat(400_000);
    for (const raw of [deep, `{"kind":"unit","name":"a","facts":{"a":${deep}}}`]) {
      const headers = { 'idempotency-key': 'deep' };
      const answer = await shared().scene.officer.ask('POST', subjects, { raw, headers });
      expect(answer.status).toBe(400);
    }
  });

  test('of ten megabytes is 413, and the limit is said', async () => {
    const { server, scene } = shared();
    const raw = JSON.stringify({ kind: 'unit', name: 'x'.repeat(10_000_000) });
    const errors = [{ path: '', code: 'request.too-large', params: { bytes: 1_000_000 } }];
    expect((await scene.officer.ask('POST', subjects, { raw })).body).toMatchObject({ status: 413, errors });
    expect((await server.with(undefined).ask('POST', subjects, { raw })).status).toBe(401);
    expect((await server.with(undefined).ask('POST', '/local/token', { raw })).status).toBe(413);
  });

  test('of more than a megabyte is 413 behind API Gateway too, which lets ten through', async () => {
    const { product } = shared().server;
    const claims = { sub: 'x', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;
    const body = { kind: 'unit', name: 'x'.repeat(1_000_000) };
    const event = apiEvent({ claims, method: 'POST', path: subjects, body });
    const base64 = {
      ...event,
      body: Buffer.from(event.body ?? '').toString('base64'),
      isBase64Encoded: true,
    };
    for (const sent of [event, base64])
      expect((await product.api(sent, lambdaContext())).statusCode).toBe(413);
  });

  test('just under the limit is read', async () => {
    const raw = JSON.stringify({ kind: 'unit', name: 'x'.repeat(999_000) });
    const answer = await shared().scene.officer.ask('POST', subjects, { raw });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'name' }] });
  });
});

describe('a fault is named with its field', () => {
  const refusal = async (method: 'POST' | 'GET', path: string, body?: unknown) =>
    (await shared().scene.officer.refused(400, method, `/v1/jurisdictions/hongjiang${path}`, body)).errors;

  test('a field that is missing', async () => {
    const contacts = [{ email: 'a@unit.example.com' }];
    expect(await refusal('POST', '/subjects', { kind: 'unit', name: '教育局', contacts })).toMatchObject([
      { path: 'contacts.0.name', code: 'field.missing' },
    ]);
  });

  test('a field that is not known, at whatever depth', async () => {
    const contacts = [{ name: '张三', fax: '1' }];
    expect(
      await refusal('POST', '/subjects', { kind: 'unit', name: '教育局', contacts, colour: 'red' }),
    ).toMatchObject([
      { path: 'contacts.0.fax', code: 'field.unknown' },
      { path: 'colour', code: 'field.unknown' },
    ]);
  });

  describe.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'what every object inherits is unknown too: %s',
    (name) => {
      test.each([
        ['POST', '/subjects', `{"kind":"unit","name":"教育局","facts":{"${name}":{"a":1}}}`, `facts.${name}`],
        ['POST', '/subjects', `{"kind":"unit","name":"教育局","${name}":1}`, name],
        ['PATCH', '/settings', `{"readings":{"${name}":{"a":"b"}}}`, `readings.${name}`],
        ['PATCH', '/settings', `{"figures":{"a/b":{"${name}":1}}}`, `figures.a/b.${name}`],
        ['PATCH', '/settings', `{"channels":{"${name}":["sms"]}}`, `channels.${name}`],
      ] as const)('%s %s %s', async (method, path, raw, field) => {
        const { server, scene } = shared();
        const admin = await server.as({ role: 'bureau-admin', jurisdiction: 'hongjiang' });
        const by = method === 'PATCH' ? admin : scene.officer;
        const { status, body } = await by.ask(method, `/v1/jurisdictions/hongjiang${path}`, { raw });
        expect({ status, body }).toMatchObject({
          status: 400,
          body: { errors: [{ path: field, code: 'field.unknown' }] },
        });
      });

      test('in the query', async () => {
        expect(await refusal('GET', `/subjects?${name}=1`)).toMatchObject([
          { path: name, code: 'field.unknown' },
        ]);
      });
    },
  );

  test('several faults at once are all told', async () => {
    const contacts = [{ name: '', email: 'nowhere', mobile: 'none' }];
    const errors = await refusal('POST', '/subjects', { kind: 'county', name: '教育局', contacts });
    expect(errors?.map(({ path }) => path)).toMatchObject([
      'kind',
      'contacts.0.name',
      'contacts.0.email',
      'contacts.0.mobile',
    ]);
  });

  test('inside a list that may be given in two forms, in the form that was given', async () => {
    const items = [{ obligationId: 'a', on: '2026-02-30' }];
    const code = 'field.day';
    expect(await refusal('POST', '/fulfilments', items)).toMatchObject([{ path: '0.on', code }]);
    expect(await refusal('POST', '/fulfilments', { items })).toMatchObject([{ path: 'items.0.on', code }]);
    expect(await refusal('POST', '/fulfilments', {})).toMatchObject([
      { path: 'items', code: 'field.missing' },
    ]);
  });

  test.each([
    ['limit=0', 'limit', 'field.too-small'],
    ['limit=201', 'limit', 'field.too-big'],
    ['limit=many', 'limit', 'field.type'],
    ['colour=red', 'colour', 'field.unknown'],
  ])('in the query: %s', async (query, path, code) => {
    expect(await refusal('GET', `/subjects?${query}`)).toMatchObject([{ path, code }]);
  });
});
