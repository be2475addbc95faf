import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { portOf } from '../../adapters/http-fake.ts';

export interface FakeResource {
  readonly type: string;
  readonly logicalId: string;
  readonly physicalId: string;
}

interface FakeStack {
  readonly status: string;
  readonly resources: readonly FakeResource[];
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface FakeMessage {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The contents of an account. For anything not listed here the answer is AWS’s for something that does not
 * exist.
 */
export interface AccountState {
  readonly stacks: Map<string, FakeStack>;
  readonly ses: {
    account: object;
    readonly identities: Map<string, object>;
    readonly sets: Map<string, object>;
  };
  readonly sms: { attributes: object[]; senders: object[]; registrations: object[]; limits: object[] };
  readonly secrets: Map<string, string>;
  /** Topics with the ARNs of their subscriptions. */
  readonly topics: Map<string, readonly string[]>;
  /** Policies of topics. */
  readonly policies: Map<string, object>;
  /** By URL. */
  readonly queues: Map<string, FakeMessage[]>;
  table: object | undefined;
  backups: object | undefined;
  expiry: object | undefined;
  /** The engine that answers requests for the table’s items. */
  items: string | undefined;
  /** Operations that this account refuses to everybody, by `service.Operation`. */
  readonly denied: Set<string>;
  /** Every operation called, `service.Operation`. */
  readonly asked: string[];
}

/** A new account as AWS gives it: in the sandbox of SES and of SMS, and empty. */
export function emptyAccount(): AccountState {
  return {
    stacks: new Map(),
    ses: {
      account: {
        ProductionAccessEnabled: false,
        SendingEnabled: true,
        EnforcementStatus: 'HEALTHY',
        SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
      },
      identities: new Map(),
      sets: new Map(),
    },
    sms: {
      attributes: [{ Name: 'ACCOUNT_TIER', Value: 'SANDBOX' }],
      senders: [],
      registrations: [],
      limits: [
        { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 1, MaxLimit: 1, Overridden: false },
      ],
    },
    secrets: new Map(),
    topics: new Map(),
    policies: new Map(),
    queues: new Map(),
    table: undefined,
    backups: undefined,
    expiry: undefined,
    items: undefined,
    denied: new Set(),
    asked: [],
  };
}

interface Asked {
  readonly service: string;
  readonly operation: string;
  readonly body: unknown;
  readonly raw: string;
  readonly headers: IncomingMessage['headers'];
}

interface Told {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

class Refused extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

const absent = (what: string): never => {
  throw new Refused('ResourceNotFoundException', `${what} does not exist`);
};

/** AWS’s own wire formats, on a port of this machine: query and XML, JSON by target, REST. */
export async function awsAccount(
  state: AccountState,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request)
      .then((raw) => reply(state, request, raw))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body);
      });
  });
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

async function reply(state: AccountState, request: IncomingMessage, raw: string): Promise<Told> {
  const asked = readAsked(request, raw);
  const name = `${asked.service}.${asked.operation}`;
  state.asked.push(name);
  const xml = asked.service === 'cloudformation' || asked.service === 'sns';
  try {
    if (state.denied.has(name)) throw new Refused('AccessDeniedException', 'not allowed');
    if (asked.service === 'dynamodb' && state.items !== undefined && !asked.operation.startsWith('Describe'))
      return await forward(state.items, asked);
    if (xml) return { status: 200, headers: { 'content-type': 'text/xml' }, body: answerXml(state, asked) };
    return { status: 200, body: JSON.stringify(answerJson(state, asked)) };
  } catch (error) {
    if (!(error instanceof Refused)) return { status: 500, body: JSON.stringify({ message: String(error) }) };
    if (xml) return { status: 400, headers: { 'content-type': 'text/xml' }, body: errorXml(error) };
    const status = error.name === 'NotFoundException' ? 404 : 400;
    return {
      status,
      headers: { 'x-amzn-errortype': error.name },
      body: JSON.stringify({ __type: error.name, message: error.message }),
    };
  }
}

const services: Readonly<Record<string, string>> = {
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
  PinpointSMSVoiceV2: 'sms-voice',
  DynamoDB_20120810: 'dynamodb',
};

function readAsked(request: IncomingMessage, raw: string): Asked {
  const { headers, url = '' } = request;
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = ''] = target.split('.');
    return { service: services[prefix] ?? prefix, operation, body: JSON.parse(raw), raw, headers };
  }
  if (url.startsWith('/v2/email/'))
    return { service: 'ses', operation: decodeURIComponent(url.slice(10)), body: {}, raw, headers };
  const form = Object.fromEntries(new URLSearchParams(raw));
  const service = form['Version'] === '2010-05-15' ? 'cloudformation' : 'sns';
  return { service, operation: form['Action'] ?? '', body: form, raw, headers };
}

async function forward(to: string, { raw, headers }: Asked): Promise<Told> {
  const kept = ['content-type', 'x-amz-target', 'authorization', 'x-amz-date', 'x-amz-content-sha256'];
  const passed = kept.flatMap((name): [string, string][] =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  const answer = await fetch(to, { method: 'POST', headers: Object.fromEntries(passed), body: raw });
  return { status: answer.status, body: await answer.text() };
}

const escape = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const members = (list: readonly Readonly<Record<string, string>>[]): string =>
  list
    .map(
      (entry) =>
        `<member>${Object.entries(entry)
          .map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
          .join('')}</member>`,
    )
    .join('');

const errorXml = ({ name, message }: Refused): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${escape(message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

const wrapped = (operation: string, inner: string): string =>
  `<${operation}Response><${operation}Result>${inner}</${operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${operation}Response>`;

function answerXml(state: AccountState, { service, operation, body }: Asked): string {
  const form = z.record(z.string(), z.string()).parse(body);
  if (service === 'sns') {
    const arns = state.topics.get(form['TopicArn'] ?? '');
    if (!arns) throw new Refused('NotFound', 'Topic does not exist');
    if (operation === 'GetTopicAttributes') {
      const Policy = JSON.stringify(state.policies.get(form['TopicArn'] ?? '') ?? { Statement: [] });
      return wrapped(
        operation,
        `<Attributes><entry><key>Policy</key><value>${escape(Policy)}</value></entry></Attributes>`,
      );
    }
    const list = arns.map((SubscriptionArn) => ({
      SubscriptionArn,
      Protocol: 'email',
      Endpoint: 'duty@archive-duty.example.com',
    }));
    return wrapped(operation, `<Subscriptions>${members(list)}</Subscriptions>`);
  }
  const StackName = form['StackName'] ?? '';
  const stack = state.stacks.get(StackName);
  if (!stack) throw new Refused('ValidationError', `Stack with id ${StackName} does not exist`);
  if (operation === 'DescribeStacks') {
    const outputs = Object.entries(stack.outputs ?? {}).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue,
    }));
    const one = { StackName, StackStatus: stack.status, CreationTime: '2026-01-01T00:00:00Z' };
    const described = members([one]).replace('</member>', `<Outputs>${members(outputs)}</Outputs></member>`);
    return wrapped(operation, `<Stacks>${described}</Stacks>`);
  }
  const list = stack.resources.map(({ type, logicalId, physicalId }) => ({
    ResourceType: type,
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceStatus: 'CREATE_COMPLETE',
    LastUpdatedTimestamp: '2026-01-01T00:00:00Z',
  }));
  return wrapped(operation, `<StackResourceSummaries>${members(list)}</StackResourceSummaries>`);
}

function answerJson(state: AccountState, asked: Asked): object {
  if (asked.service === 'ses') return answerSes(state, asked.operation);
  if (asked.service === 'sms-voice') return answerSms(state, asked.operation);
  if (asked.service === 'sqs') return answerSqs(state, asked);
  if (asked.service === 'secretsmanager') {
    const { SecretId } = z.object({ SecretId: z.string() }).parse(asked.body);
    return { Name: SecretId, SecretString: state.secrets.get(SecretId) ?? absent('the secret') };
  }
  if (asked.operation === 'DescribeTable') return { Table: state.table ?? absent('the table') };
  if (asked.operation === 'DescribeContinuousBackups')
    return { ContinuousBackupsDescription: state.backups ?? absent('the table') };
  if (asked.operation === 'DescribeTimeToLive')
    return { TimeToLiveDescription: state.expiry ?? absent('the table') };
  throw new Error(`this fake does not know ${asked.service} ${asked.operation}`);
}

function answerSes({ ses }: AccountState, path: string): object {
  const [what = '', name = ''] = path.split('/');
  const gone = (): never => {
    throw new Refused('NotFoundException', `${name} does not exist`);
  };
  if (what === 'account') return ses.account;
  if (what === 'identities') return ses.identities.get(name) ?? gone();
  if (what === 'configuration-sets') return ses.sets.get(name) ?? gone();
  throw new Error(`this fake does not know ses ${path}`);
}

function answerSms({ sms }: AccountState, operation: string): object {
  const answers: Readonly<Record<string, () => object>> = {
    DescribeAccountAttributes: () => ({ AccountAttributes: sms.attributes }),
    DescribeSpendLimits: () => ({ SpendLimits: sms.limits }),
    DescribeRegistrations: () => ({ Registrations: sms.registrations }),
    DescribeSenderIds: () => (sms.senders.length > 0 ? { SenderIds: sms.senders } : absent('the sender')),
  };
  const answer = answers[operation];
  if (!answer) throw new Error(`this fake does not know sms-voice ${operation}`);
  return answer();
}

const md5 = (value: string): string => createHash('md5').update(value).digest('hex');
const received = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().optional(),
  Entries: z
    .array(
      z.object({
        Id: z.string(),
        MessageBody: z.string().optional(),
        ReceiptHandle: z.string().optional(),
        MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })).optional(),
      }),
    )
    .default([]),
});

/** A received message stays hidden until it is deleted. Its handle is its position. */
function answerSqs({ queues }: AccountState, { operation, body }: Asked): object {
  const { QueueUrl, Entries, MaxNumberOfMessages = 1 } = received.parse(body);
  const queue = queues.get(QueueUrl);
  if (!queue) throw new Refused('AWS.SimpleQueueService.NonExistentQueue', 'no such queue');
  const answered = Entries.map(({ Id }) => ({ Id }));
  if (operation === 'GetQueueAttributes')
    return { Attributes: { ApproximateNumberOfMessages: String(queue.length) } };
  if (operation === 'ReceiveMessage')
    return {
      Messages: queue.slice(0, MaxNumberOfMessages).map((message) => ({
        MessageId: md5(JSON.stringify(message)),
        ReceiptHandle: md5(JSON.stringify(message)),
        Body: message.body,
        MD5OfBody: md5(message.body),
        MessageAttributes: Object.fromEntries(
          Object.entries(message.attributes).map(([name, StringValue]) => [
            name,
            { DataType: 'String', StringValue },
          ]),
        ),
      })),
    };
  if (operation === 'DeleteMessageBatch') {
    const gone = new Set(Entries.map(({ ReceiptHandle }) => ReceiptHandle));
    queue.splice(0, queue.length, ...queue.filter((message) => !gone.has(md5(JSON.stringify(message)))));
    return { Successful: answered, Failed: [] };
  }
  if (operation === 'SendMessageBatch') {
    for (const { MessageBody = '', MessageAttributes = {} } of Entries)
      queue.push({
        body: MessageBody,
        attributes: Object.fromEntries(
          Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
        ),
      });
    const sent = Entries.map(({ Id, MessageBody = '' }) => ({
      Id,
      MessageId: Id,
      MD5OfMessageBody: md5(MessageBody),
    }));
    return { Successful: sent, Failed: [] };
  }
  throw new Error(`this fake does not know sqs ${operation}`);
}
