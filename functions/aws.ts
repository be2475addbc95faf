import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { toInstant } from '../shared/domain/instant.ts';
import type { FunctionName } from '../shared/functions.ts';
import type { Channel, Channels, Log, Mail, Sms } from '../shared/ports.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { createStore } from './adapters/dynamo.ts';
import { gateway } from './adapters/gateway.ts';
import { createSesMail } from './adapters/mail-ses.ts';
import { createSmtpMail } from './adapters/mail-smtp.ts';
import { createAwsSms } from './adapters/sms-aws.ts';
import { createGatewaySms } from './adapters/sms-gateway.ts';
import { createSqsQueue } from './adapters/sqs.ts';
import { createApi } from './api.ts';
import { createDeliver } from './deliver.ts';
import { createPlan, createPlanStart } from './plan.ts';
import { createReport } from './report.ts';
import { createSweep } from './sweep.ts';

/** The composition root on AWS: configuration from the environment, checked before the first event. */
const environment = z.object({
  TABLE_NAME: z.string().min(1),
  DELIVER_QUEUE_URL: z.url(),
  PLAN_QUEUE_URL: z.url(),
  MAIL_FROM: z.string().min(1),
  /** SMTP in place of SES, where the region has none. */
  SMTP_URL: z.string().optional(),
  SES_CONFIGURATION_SET: z.string().optional(),
  SMS_ORIGINATION: z.string().optional(),
  /** The HTTP gateway for SMS as JSON, in place of End User Messaging. */
  SMS_GATEWAY: z.string().optional(),
  VERSION: z.string().default('unknown'),
});

type Environment = z.infer<typeof environment>;

function mailFor(env: Environment): Channel<Mail> {
  if (env.SMTP_URL !== undefined) return createSmtpMail({ url: env.SMTP_URL, from: env.MAIL_FROM });
  return createSesMail({
    client: new SESv2Client({}),
    from: env.MAIL_FROM,
    ...(env.SES_CONFIGURATION_SET === undefined ? {} : { configurationSet: env.SES_CONFIGURATION_SET }),
  });
}

function smsFor(env: Environment): Channel<Sms> {
  if (env.SMS_GATEWAY !== undefined) return createGatewaySms(gateway.parse(JSON.parse(env.SMS_GATEWAY)));
  return createAwsSms({
    client: new PinpointSMSVoiceV2Client({}),
    ...(env.SMS_ORIGINATION === undefined ? {} : { originationIdentity: env.SMS_ORIGINATION }),
  });
}

function createLog(): Log {
  const logger = new Logger({ serviceName: 'archive-duty' });
  return (level, code, sentence, fields) => logger[level](sentence, { code, ...fields });
}

function dependencies(env: Environment): Deps {
  const run = randomUUID();
  const channels: Channels = { email: mailFor(env), sms: smsFor(env) };
  return {
    store: createStore(new DynamoDBClient({}), env.TABLE_NAME),
    queue: createSqsQueue(new SQSClient({}), { deliver: env.DELIVER_QUEUE_URL, plan: env.PLAN_QUEUE_URL }),
    clock: { now: () => toInstant(Date.now()) },
    channels,
    // Other runs may be alive: a claim is void only when its time has passed.
    lease: { owner: run, isVoid: (claim, now) => now >= claim.until },
    log: createLog(),
    ids: { fresh: () => randomUUID() },
  };
}

const env = environment.parse(process.env);
const deps = dependencies(env);

/** Every function of the registry. */
export const handlers = {
  api: createApi(deps, { version: env.VERSION }),
  plan: { start: createPlanStart(deps), queue: createPlan(deps) },
  sweep: createSweep(deps),
  deliver: createDeliver(deps),
  report: createReport(deps),
} satisfies Record<FunctionName, unknown>;
