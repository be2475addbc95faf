import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Context } from './conditions.ts';
import { fieldsOf, textOf, textsOf, type Fields } from './reading.ts';
import type { Account, Deployed } from './resolve.ts';

/** A request as AWS reads it before anything is decided. */
export interface Call {
  readonly service: 'dynamodb' | 'sqs' | 'ses' | 'secretsmanager' | 'sms-voice' | 'cognito';
  readonly operation: string;
  readonly body: Fields;
  readonly raw: string;
  /** Whose credentials signed it. */
  readonly role: string;
  /** The environment that sent it. */
  readonly environment: string;
}

/** A right that a call needs. */
export interface Needed {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
  /** The service uses the key of what it stores under the caller’s own right to it. */
  readonly key?: { readonly arn: string; readonly service: string; readonly actions: readonly string[] };
}

const services: Readonly<Record<string, Call['service']>> = {
  DynamoDB_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
  PinpointSMSVoiceV2: 'sms-voice',
  AWSCognitoIdentityProviderService: 'cognito',
};

/** By its target header or its path, and by the credential that its signature names. */
export function readCall({ headers, url = '', method }: IncomingMessage, raw: string): Call {
  const [, role] = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '') ?? [];
  if (role === undefined) throw new Error(`an unsigned request to ${url}`);
  const token = headers['x-amz-security-token'];
  const common = {
    raw,
    role,
    environment: typeof token === 'string' ? token : '',
    body: fieldsOf(raw === '' ? {} : JSON.parse(raw)),
  };
  if (url === '/v2/email/outbound-emails' && method === 'POST')
    return { ...common, service: 'ses', operation: 'SendEmail' };
  const target = headers['x-amz-target'];
  const [prefix = '', operation = ''] = typeof target === 'string' ? target.split('.') : [];
  const service = services[prefix];
  if (service === undefined)
    throw new Error(`this environment does not know ${method ?? ''} ${url} ${prefix}`);
  return { ...common, service, operation };
}

/** The rights that AWS asks for before it does what a call wants. */
export function neededFor(call: Call, account: Account): readonly Needed[] {
  switch (call.service) {
    case 'dynamodb':
      return ofTable(call, account);
    case 'sqs':
      return ofQueue(call, account);
    case 'ses':
      return ofMail(call, account);
    case 'sms-voice':
      return [
        { action: 'sms-voice:SendTextMessage', resource: textOf(call.body['OriginationIdentity'] ?? '*') },
      ];
    case 'cognito': {
      const pool = account.all('AWS::Cognito::UserPool').find(({ ref }) => ref === call.body['UserPoolId']);
      if (!pool) throw new Refusal('ResourceNotFoundException', 'User pool does not exist.', 400);
      return [{ action: `cognito-idp:${call.operation}`, resource: pool.arn }];
    }
    case 'secretsmanager': {
      const { arn, properties } = secretNamed(account, textOf(call.body['SecretId']));
      return [
        {
          action: `secretsmanager:${call.operation}`,
          resource: arn,
          ...keyed(properties['KmsKeyId'], 'secretsmanager', ['Decrypt']),
        },
      ];
    }
  }
}

export function secretNamed(account: Account, name: string) {
  const secret = account
    .all('AWS::SecretsManager::Secret')
    .find(({ arn, properties }) => arn === name || properties['Name'] === name);
  if (!secret) throw new Refusal('ResourceNotFoundException', `Secrets Manager can’t find ${name}.`, 400);
  return secret;
}

/** An answer of AWS that is a refusal. */
export class Refusal extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const keyed = (arn: unknown, service: string, actions: readonly string[]): Pick<Needed, 'key'> =>
  arn === undefined ? {} : { key: { arn: textOf(arn), service, actions } };

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const hashOf = (schema: unknown): string =>
  keySchema.parse(schema).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
const stringOf = (item: unknown, attribute: string): string =>
  textOf(fieldsOf(fieldsOf(item)[attribute])['S']);

function ofTable({ operation, body }: Call, account: Account): Needed[] {
  const requests = fieldsOf(body['RequestItems']);
  const name = textOf(body['TableName'] ?? Object.keys(requests)[0]);
  const table = account.all('AWS::DynamoDB::Table').find(({ ref }) => ref === name);
  if (!table) throw new Refusal('ResourceNotFoundException', `Requested resource not found: ${name}`, 400);
  const { properties, arn } = table;
  const index = body['IndexName'];
  const schema =
    index === undefined
      ? properties['KeySchema']
      : [properties['GlobalSecondaryIndexes']]
          .flat()
          .map(fieldsOf)
          .find(({ IndexName }) => IndexName === index)?.['KeySchema'];
  const keys = leadingKeys(operation, body, requests[name], hashOf(schema));
  return [
    {
      action: `dynamodb:${operation}`,
      resource: index === undefined ? arn : `${arn}/index/${textOf(index)}`,
      context: { 'dynamodb:LeadingKeys': [...new Set(keys)] },
      ...keyed(fieldsOf(properties['SSESpecification'])['KMSMasterKeyId'], 'dynamodb', ['Decrypt']),
    },
  ];
}

/** The values of the partition key that a call names. A scan names none. */
function leadingKeys(operation: string, body: Fields, request: unknown, hash: string): string[] {
  switch (operation) {
    case 'GetItem':
      return [stringOf(body['Key'], hash)];
    case 'PutItem':
      return [stringOf(body['Item'], hash)];
    case 'BatchGetItem':
      return [fieldsOf(request)['Keys'] ?? []].flat().map((key) => stringOf(key, hash));
    case 'BatchWriteItem':
      return [request].flat().map((one) => {
        const { PutRequest, DeleteRequest } = fieldsOf(one);
        return stringOf(fieldsOf(PutRequest)['Item'] ?? fieldsOf(DeleteRequest)['Key'], hash);
      });
    case 'Query': {
      const names = fieldsOf(body['ExpressionAttributeNames']);
      const comparisons = textOf(body['KeyConditionExpression']).matchAll(/([#\w]+)\s*=\s*(:\w+)/g);
      for (const [, name = '', value = ''] of comparisons)
        if ((names[name] ?? name) === hash) return [stringOf(body['ExpressionAttributeValues'], value)];
      return [];
    }
    default:
      return [];
  }
}

/** The queue whose address ends like this one: functions get it with the host of this machine. */
export function queueAt(account: Account, url: string): Deployed {
  const { pathname } = new URL(url);
  const queue = account.all('AWS::SQS::Queue').find(({ ref }) => new URL(ref).pathname === pathname);
  if (!queue) throw new Refusal('QueueDoesNotExist', `The specified queue does not exist: ${url}`, 400);
  return queue;
}

/** A batch needs the right to its single operation. */
function ofQueue({ operation, body }: Call, account: Account): Needed[] {
  const queue = queueAt(account, textOf(body['QueueUrl']));
  const actions = operation.startsWith('Send') ? ['Decrypt', 'GenerateDataKey'] : ['Decrypt'];
  return [
    {
      action: `sqs:${operation.replace(/Batch$/, '')}`,
      resource: queue.arn,
      ...keyed(queue.properties['KmsMasterKeyId'], 'sqs', actions),
    },
  ];
}

export const bareAddress = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** Both the identity of the sender, which is its domain, and the configuration set must be allowed. */
function ofMail({ body }: Call, { account, region, partition }: Account): Needed[] {
  const from = bareAddress(textOf(body['FromEmailAddress']));
  const arn = (rest: string): string => `arn:${partition}:ses:${region}:${account}:${rest}`;
  const context: Context = {
    'ses:FromAddress': [from],
    'ses:Recipients': textsOf(fieldsOf(body['Destination'])['ToAddresses']),
  };
  const set = body['ConfigurationSetName'];
  return [
    { action: 'ses:SendEmail', resource: arn(`identity/${from.split('@')[1] ?? ''}`), context },
    ...(set === undefined
      ? []
      : [{ action: 'ses:SendEmail', resource: arn(`configuration-set/${textOf(set)}`), context }]),
  ];
}
