import { z } from 'zod';
import { bareAddress, Refusal, type Call } from './asked.ts';
import { textOf } from './reading.ts';
import type { Account } from './resolve.ts';

const sent = z.object({
  FromEmailAddress: z.string().regex(/^[\x20-\x7e]+$/, 'SES takes ASCII alone'),
  Destination: z.object({ ToAddresses: z.tuple([z.string()]) }),
  ConfigurationSetName: z.string().optional(),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Text: z.object({ Data: z.string() }), Html: z.object({ Data: z.string() }) }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  }),
  EmailTags: z.array(
    z.object({ Name: z.string(), Value: z.string().regex(/^[A-Za-z0-9_.@-]+$/, 'not the alphabet of tags') }),
  ),
});

/** A message that a provider took. */
export interface Taken {
  readonly at: number;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly noticeId: string;
  readonly id: string;
  /** The environment that sent it. */
  readonly by: string;
  /** What the provider writes into its events. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly set: string | undefined;
}

/** What SES and End User Messaging SMS took, and where they say what became of it. */
export interface Mailbox {
  readonly taken: Taken[];
  readonly mail: (call: Call) => object;
  readonly sms: (call: Call) => object;
}

export function createMailbox(account: Account, clock: { readonly now: () => number }): Mailbox {
  const taken: Taken[] = [];
  const exists = (type: string, name: string): boolean =>
    account
      .all(type)
      .some(({ ref, properties }) => ref === name || properties['ConfigurationSetName'] === name);
  const next = (): string => `provider-${String(taken.length + 1).padStart(5, '0')}`;
  return {
    taken,
    mail: ({ body, environment }) => {
      const mail = sent.parse(body);
      const set = mail.ConfigurationSetName;
      if (set !== undefined && !exists('AWS::SES::ConfigurationSet', set))
        throw new Refusal('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
      const id = next();
      const { Subject, Body, Headers } = mail.Content.Simple;
      taken.push({
        at: clock.now(),
        channel: 'email',
        to: mail.Destination.ToAddresses[0],
        subject: Subject.Data,
        text: Body.Text.Data,
        noticeId: Headers.find(({ Name }) => Name === 'X-Notice-Id')?.Value ?? '',
        id,
        by: environment,
        set,
        tags: {
          'ses:source-ip': ['10.0.0.1'],
          'ses:from-domain': [bareAddress(mail.FromEmailAddress).split('@')[1] ?? ''],
          'ses:caller-identity': [environment],
          ...(set === undefined ? {} : { 'ses:configuration-set': [set] }),
          ...Object.fromEntries(mail.EmailTags.map(({ Name, Value }) => [Name, [Value]])),
        },
      });
      return { MessageId: id };
    },
    sms: ({ body, environment }) => {
      const set =
        body['ConfigurationSetName'] === undefined ? undefined : textOf(body['ConfigurationSetName']);
      if (set !== undefined && !exists('AWS::SMSVOICE::ConfigurationSet', set))
        throw new Refusal('ResourceNotFoundException', `There is no configuration set ${set}.`, 400);
      const context = z.record(z.string(), z.string()).parse(body['Context'] ?? {});
      const id = next();
      taken.push({
        at: clock.now(),
        channel: 'sms',
        to: textOf(body['DestinationPhoneNumber']),
        subject: '',
        text: textOf(body['MessageBody']),
        noticeId: context['noticeId'] ?? '',
        id,
        by: environment,
        set,
        tags: Object.fromEntries(Object.entries(context).map(([name, value]) => [name, [value]])),
      });
      return { MessageId: id };
    },
  };
}
