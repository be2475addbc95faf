import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { portOf } from '../../adapters/http-fake.ts';
import { neededFor, queueAt, readCall, Refusal, secretNamed, type Call } from './asked.ts';
import type { Authority } from './authority.ts';
import type { Mailbox } from './mailbox.ts';
import { found, md5, type SimulatedQueue } from './queues.ts';
import { PoolRefusal, type SimulatedPool } from '../aws/user-pool.ts';
import { textOf } from './reading.ts';
import type { Account } from './resolve.ts';
import type { Engine } from './table.ts';

/** What happens to a call in place of its answer. */
export type Fault =
  | { readonly kind: 'refused'; readonly name: string; readonly status: number }
  /** The process that asked is ended; with `after`, when AWS has done what it wanted. */
  | { readonly kind: 'ended'; readonly moment: 'before' | 'after' };

export interface FacadeOptions {
  readonly account: Account;
  readonly authority: Authority;
  readonly engine: Engine;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly mailbox: Mailbox;
  readonly pool: SimulatedPool;
  readonly secrets: ReadonlyMap<string, string>;
  /** Called before each call; what it returns happens. */
  readonly fault: (call: Call) => Fault | undefined;
  readonly end: (environment: string) => void;
}

/** AWS as the functions see it: one address that decides about each request by the templates’ own policies. */
export async function startFacade(
  options: FacadeOptions,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request)
      .then((raw) => reply(options, request, raw, response))
      .catch((error: unknown) => {
        console.error(`facade: ${String(error)}`);
        answer(response, 500, { message: String(error) });
      });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function reply(
  options: FacadeOptions,
  request: IncomingMessage,
  raw: string,
  response: ServerResponse,
): Promise<void> {
  const call = readCall(request, raw);
  const fault = options.fault(call);
  const end = (): void => {
    options.end(call.environment);
    response.destroy();
  };
  if (fault?.kind === 'ended' && fault.moment === 'before') {
    end();
    return;
  }
  try {
    authorise(options, call);
    if (fault?.kind === 'refused') throw new Refusal(fault.name, 'Rate exceeded', fault.status);
    const { status, body } = await effect(options, call);
    if (fault) end();
    else answer(response, status, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer(response, error.status, { __type: error.name, message: error.message }, error.name);
  }
}

function answer(response: ServerResponse, status: number, body: object | string, error?: string): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Throws AWS’s own refusal where a policy does not allow it. */
function authorise({ account, authority }: FacadeOptions, call: Call): void {
  const role = `arn:${account.partition}:iam::${account.account}:role/${call.role}`;
  const insist = (action: string, resource: string, context = {}): void => {
    const decision = authority.roleMay(role, action, resource, context);
    if (decision === 'allow') return;
    const why =
      decision === 'explicitDeny'
        ? 'with an explicit deny'
        : `because no identity-based policy allows the ${action} action`;
    throw new Refusal(
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
      call.service === 'ses' ? 403 : 400,
    );
  };
  for (const { action, resource, context, key } of neededFor(call, account)) {
    insist(action, resource, context);
    for (const one of key?.actions ?? [])
      insist(`kms:${one}`, key?.arn ?? '', {
        'kms:ViaService': [`${key?.service ?? ''}.${account.region}.amazonaws.com`],
        'kms:CallerAccount': [account.account],
      });
  }
}

interface Done {
  readonly status: number;
  readonly body: object | string;
}

async function effect(options: FacadeOptions, call: Call): Promise<Done> {
  const { engine, mailbox, account, secrets } = options;
  const ok = (body: object): Done => ({ status: 200, body });
  switch (call.service) {
    case 'dynamodb':
      return forward(engine, call);
    case 'sqs':
      return ok(send(options, call));
    case 'ses':
      return ok(mailbox.mail(call));
    case 'sms-voice':
      return ok(mailbox.sms(call));
    case 'cognito':
      try {
        return ok(options.pool.answer(call.operation, call.body));
      } catch (error) {
        if (!(error instanceof PoolRefusal)) throw error;
        throw new Refusal(error.message, 'Cognito refuses this.', 400);
      }
    case 'secretsmanager': {
      const secret = secretNamed(account, textOf(call.body['SecretId']));
      const name = textOf(secret.properties['Name']);
      return ok({ ARN: secret.arn, Name: name, SecretString: secrets.get(name) ?? 'made by CloudFormation' });
    }
  }
}

async function forward({ url }: Engine, { operation, raw }: Call): Promise<Done> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: raw,
  });
  return { status: response.status, body: await response.text() };
}

const batch = z.object({
  Entries: z
    .array(
      z.object({
        Id: z.string(),
        MessageBody: z.string(),
        DelaySeconds: z.number().max(900).optional(),
        MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })).default({}),
      }),
    )
    .min(1)
    .max(10),
});
const LONGEST = 1_048_576;

function send({ account, queues }: FacadeOptions, { operation, body, raw }: Call): object {
  const queue = found(queues, queueAt(account, textOf(body['QueueUrl'])).arn);
  if (operation !== 'SendMessageBatch') throw new Error(`this environment does not know sqs ${operation}`);
  if (raw.length > LONGEST) throw new Refusal('BatchRequestTooLong', 'Batch requests are too long', 400);
  const { Entries } = batch.parse(body);
  const Successful = Entries.map(({ Id, MessageBody, DelaySeconds, MessageAttributes }) => {
    const attributes = Object.entries(MessageAttributes).map(([name, { StringValue }]): [string, string] => [
      name,
      StringValue,
    ]);
    const { id } = queue.send(MessageBody, Object.fromEntries(attributes), DelaySeconds);
    return { Id, MessageId: id, MD5OfMessageBody: md5(MessageBody) };
  });
  return { Successful, Failed: [] };
}
