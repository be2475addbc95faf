import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { z } from 'zod';
import type { Channel, Sms } from '../../shared/ports.ts';
import { sendingClient } from '../adapters/aws-outage.ts';
import { createAwsSms } from '../adapters/sms-aws.ts';
import type { sendsSms } from './environment.ts';

export async function smsFor(env: z.infer<typeof sendsSms>): Promise<Channel<Sms>> {
  const origination = env.SMS_ORIGINATION;
  return createAwsSms({
    client: new PinpointSMSVoiceV2Client(sendingClient()),
    ...(origination === undefined ? {} : { originationIdentity: origination }),
    ...(env.SMS_CONFIGURATION_SET === undefined ? {} : { configurationSet: env.SMS_CONFIGURATION_SET }),
  });
}
