import type { Channel, Sms } from '../../shared/ports.ts';
import { silent } from './parts.ts';

/** A stage without SMS: whoever can be reached by SMS alone is told to the bureau as not reached. */
export async function smsFor(): Promise<Channel<Sms>> {
  return silent;
}
