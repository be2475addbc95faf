import {
  BadRequestException,
  MessageRejected,
  SendEmailCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Channel, Mail, SendOutcome } from '../../shared/ports.ts';
import { abortOn, notTaken } from './aws-outage.ts';

const PROVIDER = 'ses';
const CHARSET = 'UTF-8';

export interface SesOptions {
  readonly client: SESv2Client;
  readonly from: string;
  /** Its event destination reports deliveries, bounces and complaints. */
  readonly configurationSet?: string;
}

export function createSesMail({ client, from, configurationSet }: SesOptions): Channel<Mail> {
  return {
    async send(mail, noticeId, _at, jurisdiction, signal) {
      try {
        const command = new SendEmailCommand({
          FromEmailAddress: encodedSender(from),
          Destination: { ToAddresses: [mail.to] },
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: CHARSET },
              Body: {
                Text: { Data: mail.text, Charset: CHARSET },
                Html: { Data: mail.html, Charset: CHARSET },
              },
              Headers: [
                { Name: 'X-Notice-Id', Value: noticeId },
                { Name: 'Auto-Submitted', Value: 'auto-generated' },
              ],
            },
          },
          EmailTags: [
            { Name: 'notice-id', Value: tagOf(noticeId) },
            { Name: 'jurisdiction', Value: tagOf(jurisdiction) },
          ],
          ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
        });
        // A message that comes too fast is not sent again here: the pace of all processes decides when.
        const sent = await client.send(command, abortOn(signal));
        const accepted = { kind: 'accepted', provider: PROVIDER } as const;
        return sent.MessageId === undefined ? accepted : { ...accepted, providerId: sent.MessageId };
      } catch (error) {
        return failure(error, from);
      }
    },
  };
}

/**
 * SES accepts only ASCII: a Chinese name before the address is sent as encoded words of at most 75 characters
 * (RFC 2047).
 */
export function encodedSender(from: string): string {
  const [, name = '', address = ''] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  if (!/[^\x20-\x7e]/.test(name)) return from;
  const words = name.match(/.{1,10}/gu) ?? [];
  const encoded = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
  return `${encoded.join(' ')} <${address}>`;
}

/** Tag values may have only ASCII letters, digits, `_` and `-`: any other byte becomes `_` and two hex digits. */
export function tagOf(noticeId: string): string {
  return noticeId.replace(/[^A-Za-z0-9-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** The notice named by the tag of a delivery, bounce or complaint event. */
export function noticeIdOfTag(tag: string): string {
  return decodeURIComponent(tag.replace(/_([0-9a-f]{2})/g, '%$1'));
}

/** Limits, throttling, a paused account, credentials and the network do not concern the address. */
function failure(error: unknown, from: string): SendOutcome {
  const name = error instanceof Error ? error.name : 'unknown';
  const message = error instanceof Error ? error.message : String(error);
  const reason = `${name}: ${message}`.slice(0, 300);
  return refusesAddress(error, message, from)
    ? { kind: 'permanent', provider: PROVIDER, reason }
    : notTaken(error, PROVIDER, reason);
}

function refusesAddress(error: unknown, message: string, from: string): boolean {
  const sender = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  // `Email address is not verified … : <ours>`: the operator has to fix it.
  if (message.toLowerCase().includes(sender.toLowerCase())) return false;
  if (error instanceof MessageRejected) return true;
  // Illegal address, Missing final '@domain', Domain contains illegal character, Local address starts with dot
  return error instanceof BadRequestException && /address|recipient|domain|local|user name/i.test(message);
}
