import { accountsFor } from '#accounts';
import { mailFor } from '#mail';
import { smsFor } from '#sms';
import { createDeliver } from '../deliver.ts';
import { common, readEnvironment, sendsMail, sendsSms, signsIn } from './environment.ts';
import { paceFor } from './pace.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common.extend(sendsMail.shape).extend(sendsSms.shape).extend(signsIn.shape));

// Each may fetch a secret. Both run at once, because every cold start waits for them.
const [email, sms] = await Promise.all([mailFor(env), smsFor(env)]);

export const handler = createDeliver(
  createDeps(env, {
    channels: { email, sms },
    accounts: accountsFor(env),
    publicAddress: () => env.PUBLIC_URL,
    ...paceFor(env),
  }),
);
