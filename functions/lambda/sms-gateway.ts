import type { z } from 'zod';
import type { Channel, Sms } from '../../shared/ports.ts';
import { createGatewaySms, gateway } from '../adapters/sms-gateway.ts';
import type { sendsSms } from './environment.ts';
import { readSecret, unfilled } from './secrets.ts';

export async function smsFor(env: z.infer<typeof sendsSms>): Promise<Channel<Sms>> {
  const name = env.SMS_GATEWAY_SECRET;
  if (name === undefined) throw new Error('SMS_GATEWAY_SECRET does not name the secret with the gateway.');
  const parsed = gateway.safeParse(jsonOf(await readSecret(name)));
  if (!parsed.success) throw unfilled(name, 'the gateway as JSON (functions/adapters/gateway.ts)');
  return createGatewaySms(parsed.data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
