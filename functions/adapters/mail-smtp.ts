import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { most } from '../../shared/limits.ts';
import type { Channel, Mail, SendOutcome } from '../../shared/ports.ts';

const PROVIDER = 'smtp';

export interface SmtpMail extends Channel<Mail> {
  /** Closes idle connections; deliveries under way are finished first. */
  close(): void;
}

const CONNECTIONS = 5;

/** `url` in nodemailer’s form: `smtps://user:password@host:465`; its query may set further options. */
export function createSmtpMail(options: { readonly url: string; readonly from: string }): SmtpMail {
  const transport = nodemailer.createTransport({
    url: options.url,
    pool: true,
    maxConnections: CONNECTIONS,
    // One try on a new connection if an idle one was closed. Nodemailer makes it only before the first byte.
    maxRequeues: 1,
    connectionTimeout: most('mailConnectSeconds') * 1000,
    greetingTimeout: most('mailConnectSeconds') * 1000,
    socketTimeout: most('providerSeconds') * 1000,
    maxResponseSize: most('providerAnswerBytes'),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Sends of which the server has every byte, including the final dot, or is about to get it. */
  const handedOver = new WeakSet<AbortSignal>();
  transport.use('stream', (mail, done) => {
    const { message, data } = mail;
    const read = message.createReadStream.bind(message);
    message.createReadStream = (given) => {
      const stream = read(given);
      stream.once('end', () => {
        if (data.signal) handedOver.add(data.signal);
      });
      return stream;
    };
    done();
  });
  return {
    // Enough that no connection is idle while the outcomes of others are recorded.
    atOnce: 2 * CONNECTIONS,
    async send(mail, noticeId, at, _jurisdiction, given) {
      const signal = AbortSignal.any(given ? [given] : []);
      try {
        const sent = await transport.sendMail({
          signal,
          from: options.from,
          // As an object, because a text would be split at its commas into several recipients.
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          date: new Date(at),
          messageId: messageIdOf(noticeId, options.from),
          headers: { 'X-Notice-Id': noticeId, 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'accepted', provider: PROVIDER, providerId: sent.messageId };
      } catch (error) {
        return failure(error, handedOver.has(signal));
      }
    },
    close: () => transport.close(),
  };
}

/** The same for every try of a notice, so that a repetition can be recognised. */
export function messageIdOf(noticeId: string, from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  const plain = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/.test(noticeId);
  return `<${plain ? noticeId : createHash('sha256').update(noticeId).digest('hex')}@${domain}>`;
}

const smtpError = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});
type SmtpError = z.infer<typeof smtpError>;

function failure(thrown: unknown, handedOver: boolean): SendOutcome {
  const parsed = smtpError.safeParse(thrown);
  if (!parsed.success) return { kind: 'temporary', provider: PROVIDER, reason: String(thrown).slice(0, 300) };
  const reason = (parsed.data.response ?? parsed.data.message).slice(0, 300);
  if (refusesAddress(parsed.data)) return { kind: 'permanent', provider: PROVIDER, reason };
  // RFC 5321 4.2.5: if the server does not answer the final dot, it may still have taken the mail.
  if (handedOver && !answered(parsed.data)) return { kind: 'unknown', provider: PROVIDER, reason };
  const quota = limitReached(parsed.data);
  if (quota !== undefined) return { kind: 'throttled', provider: PROVIDER, reason, quota };
  const temporary = { kind: 'temporary', provider: PROVIDER, reason } as const;
  return isOutage(parsed.data) ? { ...temporary, outage: true } : temporary;
}

const answered = ({ responseCode, command }: SmtpError): boolean =>
  responseCode !== undefined && command !== 'CONN';

const tooMany =
  /\brate\b|too many|too fast|too much|throttl|limit|(?:sending|daily|hourly) quota|frequen|频率|频繁|过快|超限|上限/i;
const aDay = /daily|per day|24.?hours?|today|当日|每日|每天/i;

/**
 * A server that is busy with what we send says so with 421, 450, 451 or 452, mostly as 4.7.x (RFC 3463: a policy);
 * greylisting says nearly the same about one mail, and is a try.
 */
function limitReached({ responseCode, response = '' }: SmtpError): 'rate' | 'day' | undefined {
  if (responseCode === undefined || ![421, 450, 451, 452].includes(responseCode)) return undefined;
  if (/gr[ae]y.?list/i.test(response) || /\b4\.2\.\d/.test(response) || !tooMany.test(response))
    return undefined;
  return aDay.test(response) ? 'day' : 'rate';
}

/** No answer at all, or one that does not concern this mail: the server closes (421), or does not let us in. */
function isOutage({ responseCode, command }: SmtpError): boolean {
  const aboutMail = command === 'RCPT TO' || command === 'DATA';
  return responseCode === undefined || responseCode === 421 || !aboutMail;
}

/**
 * Only what the server says about the recipient is final. Our own credentials, sender or reputation (530, 535,
 * 5.7.x) must be fixed by the operator and do not concern the address. RFC 5321 4.2.3, RFC 3463.
 */
function refusesAddress(error: SmtpError): boolean {
  const { code, command, responseCode: status, response } = error;
  // Nodemailer itself found no address in the text.
  if (status === undefined) return code === 'EENVELOPE' && command !== 'MAIL FROM';
  if (status < 500) return false;
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '')?.[0];
  if (command === 'RCPT TO') return status !== 530 && status !== 552 && !enhanced?.startsWith('5.7.');
  if (command !== 'DATA') return false;
  if (enhanced !== undefined) return enhanced.startsWith('5.1.') || enhanced === '5.2.1';
  return status === 550 || status === 551 || status === 553;
}
