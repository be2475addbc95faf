import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAwsSms } from '../../functions/adapters/sms-aws.ts';
import { closedPort, httpFake, type Answer } from './http-fake.ts';
import { at, noticeId, sms } from './samples.ts';

function clientOf(endpoint: string): PinpointSMSVoiceV2Client {
  const client = new PinpointSMSVoiceV2Client({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}

async function sentThrough(answer: Answer, to = sms.to) {
  const fake = await httpFake(answer);
  const channel = createAwsSms({ client: clientOf(fake.url), originationIdentity: 'pool-1' });
  return { fake, outcome: await channel.send({ ...sms, to }, noticeId, at, 'hongjiang') };
}

const refused = (type: string, body: object, status = 400): Answer => ({
  status,
  headers: { 'x-amzn-errortype': type },
  body: { __type: type, Message: 'refused', ...body },
});

describe('SMS by End User Messaging', () => {
  test('sends the filled template to the number with its country code', async () => {
    const { fake, outcome } = await sentThrough({ body: { MessageId: 'sms-1' } });
    expect(outcome).toEqual({ kind: 'accepted', provider: 'aws-sms', providerId: 'sms-1' });
    expect(fake.received[0]?.headers['x-amz-target']).toMatch(/SendTextMessage$/);
    expect(JSON.parse(fake.received[0]?.body ?? '')).toEqual({
      DestinationPhoneNumber: '+8613800138000',
      OriginationIdentity: 'pool-1',
      MessageBody: sms.text,
      MessageType: 'TRANSACTIONAL',
      Context: { noticeId, jurisdiction: 'hongjiang' },
    });
  });

  test('leaves a number with a country code as it is', async () => {
    const { fake } = await sentThrough({ body: { MessageId: 'sms-1' } }, '+86 138-0013-8000');
    expect(JSON.parse(fake.received[0]?.body ?? '')).toMatchObject({
      DestinationPhoneNumber: '+8613800138000',
    });
  });

  test.each([
    ['throttling', 'throttled', refused('ThrottlingException', {})],
    [
      'a quota',
      'temporary',
      refused('ServiceQuotaExceededException', { Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' }),
    ],
    ['their failure', 'temporary', refused('InternalServerException', {}, 500)],
    ['our permissions', 'temporary', refused('AccessDeniedException', {})],
    [
      'our sender identity',
      'temporary',
      refused('ConflictException', { Reason: 'NO_ORIGINATION_IDENTITIES_FOUND' }),
    ],
    [
      'another field',
      'temporary',
      refused('ValidationException', { Fields: [{ Name: 'OriginationIdentity' }] }),
    ],
    [
      'the number',
      'permanent',
      refused('ValidationException', { Fields: [{ Name: 'DestinationPhoneNumber' }] }),
    ],
    ['the country', 'permanent', refused('ValidationException', { Reason: 'DESTINATION_COUNTRY_BLOCKED' })],
    [
      'an opt-out',
      'permanent',
      refused('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }),
    ],
  ])('a refusal for %s is %s', async (_name, kind, answer) => {
    expect((await sentThrough(answer)).outcome).toMatchObject({ kind, provider: 'aws-sms' });
  });

  test('a refused connection is worth another try', async () => {
    const client = clientOf(`http://127.0.0.1:${await closedPort()}`);
    expect((await createAwsSms({ client }).send(sms, noticeId, at, 'hongjiang')).kind).toBe('temporary');
  });
});
