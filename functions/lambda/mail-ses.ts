import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { z } from 'zod';
import type { Channel, Mail } from '../../shared/ports.ts';
import { sendingClient } from '../adapters/aws-outage.ts';
import { createSesMail } from '../adapters/mail-ses.ts';
import type { sendsMail } from './environment.ts';

export async function mailFor(env: z.infer<typeof sendsMail>): Promise<Channel<Mail>> {
  const set = env.SES_CONFIGURATION_SET;
  return createSesMail({
    client: new SESv2Client(sendingClient()),
    from: env.MAIL_FROM,
    ...(set === undefined ? {} : { configurationSet: set }),
  });
}
