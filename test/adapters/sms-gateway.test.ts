import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createGatewaySms, gateway } from '../../functions/adapters/sms-gateway.ts';
import { closedPort, httpFake, type Answer } from './http-fake.ts';
import { at, noticeId, sms } from './samples.ts';

type GatewayInput = z.input<typeof gateway>;

/** A provider with named variables, as JSON in a text, and a code in its answer. */
const named = {
  url: 'http://127.0.0.1/',
  headers: { Authorization: 'Bearer secret', 'Idempotency-Key': '${noticeId}' },
  body: {
    PhoneNumbers: '${to}',
    SignName: '洪江区档案局',
    TemplateCode: '${template}',
    TemplateParam: '${variablesJson}',
    OutId: 'notice-${noticeId}',
  },
  templates: {
    ARCHIVE_REMINDER: { code: 'SMS_1001', variables: { count: 'count', day: 'date', office: 'bureau' } },
    ARCHIVE_OVERDUE: { code: 'SMS_1002', variables: { count: 'count', day: 'date', office: 'bureau' } },
  },
  success: { field: { path: 'Code', equals: 'OK' }, idPath: 'BizId' },
  temporaryValues: ['isv.BUSINESS_LIMIT_CONTROL'],
} as const satisfies GatewayInput;

/** A provider with numbered variables and a list of results. */
const numbered = {
  url: 'http://127.0.0.1/',
  body: {
    PhoneNumberSet: ['+86${to}'],
    TemplateId: '${template}',
    TemplateParamSet: '${variables}',
    Retry: 0,
  },
  templates: {
    ARCHIVE_REMINDER: { code: '2001', variables: ['count', 'date', 'bureau'] },
    ARCHIVE_OVERDUE: { code: '2002', variables: ['date', 'bureau'] },
  },
  success: { field: { path: 'Response.SendStatusSet.0.Code', equals: 'Ok' } },
} satisfies GatewayInput;

async function sentThrough(input: GatewayInput, answer: Answer | 'hang', to = sms.to) {
  const fake = await httpFake(answer);
  const channel = createGatewaySms(gateway.parse({ ...input, url: `${fake.url}/send` }));
  return { fake, outcome: await channel.send({ ...sms, to }, noticeId, at, 'hongjiang') };
}

describe('SMS by an HTTP gateway', () => {
  test('fills named variables into the provider’s own request', async () => {
    const { fake, outcome } = await sentThrough(named, { body: { Code: 'OK', BizId: 'b-9' } });
    expect(outcome).toEqual({ kind: 'accepted', provider: 'sms-gateway', providerId: 'b-9' });
    const [request] = fake.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/send',
      headers: {
        authorization: 'Bearer secret',
        'idempotency-key': noticeId,
        'content-type': 'application/json; charset=utf-8',
      },
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      PhoneNumbers: '13800138000',
      SignName: '洪江区档案局',
      TemplateCode: 'SMS_1001',
      TemplateParam: '{"count":"2","day":"2026年9月30日","office":"洪江区档案局"}',
      OutId: `notice-${noticeId}`,
    });
  });

  test('fills numbered variables in the order of the mapping', async () => {
    const { fake, outcome } = await sentThrough(numbered, {
      body: { Response: { SendStatusSet: [{ Code: 'Ok' }] } },
    });
    expect(outcome).toEqual({ kind: 'accepted', provider: 'sms-gateway' });
    expect(JSON.parse(fake.received[0]?.body ?? '')).toEqual({
      PhoneNumberSet: ['+8613800138000'],
      TemplateId: '2001',
      TemplateParamSet: ['2', '2026年9月30日', '洪江区档案局'],
      Retry: 0,
    });
  });

  test('hands over a number without its country code, however it was written down', async () => {
    const { fake } = await sentThrough(named, { body: { Code: 'OK' } }, '+86 138 0013 8000');
    expect(JSON.parse(fake.received[0]?.body ?? '')).toMatchObject({ PhoneNumbers: '13800138000' });
  });

  test('never hands over the letter’s text or anything of the duty', async () => {
    const { fake } = await sentThrough(numbered, {});
    expect(fake.received[0]?.body).not.toContain('您好');
    expect(fake.received[0]?.body).not.toContain('教育局');
  });
});

describe('what the gateway answers', () => {
  test.each([
    ['429', 'throttled', { status: 429 }],
    ['500', 'temporary', { status: 500 }],
    ['503', 'temporary', { status: 503, body: 'unavailable' }],
    ['504, of what stands between', 'unknown', { status: 504 }],
    ['our credentials', 'temporary', { status: 401, body: { Code: 'InvalidAccessKeyId' } }],
    ['a limit that it names in its answer', 'temporary', { body: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } }],
    ['200 with an answer that is none of its own', 'temporary', { body: '<html>login</html>' }],
    ['a redirect', 'temporary', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
    ['a number that it refuses', 'permanent', { body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' } }],
    ['400', 'permanent', { status: 400, body: { Code: 'BadRequest' } }],
  ] as const satisfies readonly (readonly [string, string, Answer])[])(
    '%s is %s',
    async (_name, kind, answer) => {
      const { outcome } = await sentThrough(named, answer);
      expect(outcome).toMatchObject({ kind, provider: 'sms-gateway', reason: expect.stringMatching(/./) });
    },
  );

  test('without a field to look at, the status decides', async () => {
    const plain = { ...named, success: { statuses: [200, 202] } };
    expect((await sentThrough(plain, { status: 202 })).outcome.kind).toBe('accepted');
    expect((await sentThrough(plain, { status: 422 })).outcome.kind).toBe('permanent');
  });

  test('no answer in time is not known: the message may have been taken', async () => {
    const { outcome, fake } = await sentThrough({ ...named, timeoutSeconds: 0.2 }, 'hang');
    expect(outcome).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('timeout') });
    expect(fake.received).toHaveLength(1);
  });

  test('a refused connection is worth another try', async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    const outcome = await createGatewaySms(gateway.parse({ ...named, url })).send(
      sms,
      noticeId,
      at,
      'hongjiang',
    );
    expect(outcome).toMatchObject({ kind: 'temporary', reason: expect.stringContaining('ECONNREFUSED') });
  });

  test('a template that the provider does not have is the operator’s to mend', async () => {
    const channel = createGatewaySms(gateway.parse(named));
    expect(await channel.send({ ...sms, template: 'OTHER' }, noticeId, at, 'hongjiang')).toMatchObject({
      kind: 'temporary',
    });
  });
});

describe('the gateway as data', () => {
  test.each([
    ['no URL', { ...named, url: 'sms.example' }],
    ['a template missing', { ...named, templates: { ARCHIVE_REMINDER: named.templates.ARCHIVE_REMINDER } }],
    [
      'a variable that there is not',
      { ...named, templates: { ...named.templates, ARCHIVE_OVERDUE: { code: 'x', variables: ['case'] } } },
    ],
    ['an unknown setting', { ...named, retries: 3 }],
  ])('is refused with %s', (_name, input) => {
    expect(gateway.safeParse(input).success).toBe(false);
  });
});
