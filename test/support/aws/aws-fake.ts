import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { portOf } from '../../adapters/http-fake.ts';

const batch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(
    z.object({
      Id: z.string(),
      MessageBody: z.string(),
      MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })).optional(),
    }),
  ),
});
const mail = z.looseObject({ Destination: z.object({ ToAddresses: z.array(z.string()) }) });
const wanted = z.object({ SecretId: z.string() });

export interface SentMessage {
  readonly queueUrl: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The answers of AWS to SendMessageBatch, SendEmail and GetSecretValue, on a port of this machine. */
export interface AwsFake {
  readonly url: string;
  readonly messages: SentMessage[];
  readonly mails: z.infer<typeof mail>[];
  readonly secrets: Map<string, string>;
  close(): Promise<void>;
}

export async function awsFake(): Promise<AwsFake> {
  const messages: SentMessage[] = [];
  const mails: z.infer<typeof mail>[] = [];
  const secrets = new Map<string, string>();
  const answer = (target: string, path: string, body: unknown): object => {
    if (target === 'AmazonSQS.SendMessageBatch') {
      const { QueueUrl: queueUrl, Entries } = batch.parse(body);
      for (const { MessageBody, MessageAttributes = {} } of Entries)
        messages.push({ queueUrl, body: MessageBody, attributes: textsOf(MessageAttributes) });
      return { Successful: Entries.map(accepted), Failed: [] };
    }
    if (target === 'secretsmanager.GetSecretValue')
      return { SecretString: secrets.get(wanted.parse(body).SecretId) ?? 'made by CloudFormation' };
    if (path === '/v2/email/outbound-emails') {
      mails.push(mail.parse(body));
      return { MessageId: `mail-${mails.length}` };
    }
    throw new Error(`this fake does not know ${target} ${path}`);
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const target = String(request.headers['x-amz-target'] ?? '');
      const found = answer(target, request.url ?? '', JSON.parse(body));
      response.writeHead(200, { 'content-type': request.headers['content-type'] ?? 'application/json' });
      response.end(JSON.stringify(found));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    messages,
    mails,
    secrets,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const textsOf = (attributes: Readonly<Record<string, { readonly StringValue: string }>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue]));

const accepted = ({ Id, MessageBody }: z.infer<typeof batch>['Entries'][number]): object => ({
  Id,
  MessageId: `message-${Id}`,
  MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
});
