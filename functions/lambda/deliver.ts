import { mailFor } from '#mail';
import { smsFor } from '#sms';
import { createDeliver } from '../deliver.ts';
import { common, readEnvironment, sendsMail, sendsSms } from './environment.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common.extend(sendsMail.shape).extend(sendsSms.shape));

export const handler = createDeliver(
  createDeps(env.TABLE_NAME, { channels: { email: await mailFor(env), sms: await smsFor(env) } }),
);
