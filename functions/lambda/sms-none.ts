import type { Channel, Sms } from '../../shared/ports.ts';
import { silent } from './parts.ts';

/** A stage without SMS. The bureau is informed of everyone who can be reached only by SMS. */
export async function smsFor(): Promise<Channel<Sms>> {
  return silent;
}
