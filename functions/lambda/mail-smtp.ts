import type { z } from 'zod';
import type { Channel, Mail } from '../../shared/ports.ts';
import { createSmtpMail } from '../adapters/mail-smtp.ts';
import type { sendsMail } from './environment.ts';
import { readSecret, unfilled } from './secrets.ts';

export async function mailFor(env: z.infer<typeof sendsMail>): Promise<Channel<Mail>> {
  const name = env.SMTP_SECRET;
  if (name === undefined) throw new Error('SMTP_SECRET does not name the secret with the server’s address.');
  const url = await readSecret(name);
  if (!/^smtps?:\/\/\S+$/.test(url)) throw unfilled(name, 'smtps://user:password@host:465');
  return createSmtpMail({ url, from: env.MAIL_FROM });
}
