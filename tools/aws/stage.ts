import { fileURLToPath } from 'node:url';
import {
  type CloudFormationClient,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { ConfigError, stageFrom } from '../../infra/config.ts';
import type { Stage } from '../../infra/stage.ts';
import { jsonOfFile } from '../../local/person-file.ts';
import { ToldError } from '../../local/told-error.ts';
import { stackName } from '../../infra/naming.ts';

const file = fileURLToPath(new URL('../../cdk.json', import.meta.url));
const cdk = z.object({ context: z.record(z.string(), z.unknown()) });

/** The stage from cdk.json. Throws ToldError when it does not exist or its settings do not fit together. */
export function readStage(name: string, path = file): Stage {
  const { context } = cdk.parse(jsonOfFile(path));
  try {
    return stageFrom({ ...context, stage: name });
  } catch (error) {
    throw error instanceof ConfigError ? new ToldError(error.message) : error;
  }
}

/** AWS cannot be asked: the credentials are missing, wrong or expired, or nothing answers. */
export class CannotAsk extends ToldError {
  override name = 'CannotAsk';
}

const credentialErrors = [
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidClientTokenIdException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'ExpiredTokenException',
  'AuthFailure',
];

const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET'];

/** The name of an SDK error, without anything that may concern a person. */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export const isAbsent = (error: unknown): boolean =>
  ['ResourceNotFoundException', 'NotFoundException'].includes(nameOfError(error));

/** The error for a case in which AWS cannot be asked, with its remedy; undefined for other errors. */
export function cannotAsk(error: unknown, stage: Stage): CannotAsk | undefined {
  const name = nameOfError(error);
  if (credentialErrors.includes(name))
    return new CannotAsk(
      `AWS does not know who asks (${name}). Sign in to the account of stage ${stage.name} (aws sso login, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and try again; aws sts get-caller-identity shows who you are.`,
    );
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!unreachable.includes(code) && name !== 'TimeoutError') return undefined;
  return new CannotAsk(
    `AWS cannot be reached in ${stage.region} (${code || name}): see whether this machine has a way out.`,
  );
}

export interface Resource {
  readonly type: string;
  readonly logicalId: string;
  readonly physicalId: string;
}

export interface StackState {
  readonly name: string;
  readonly status: string;
  readonly resources: readonly Resource[];
}

/** A stack of the stage with its resources; undefined when it was never deployed. */
export async function readStack(
  client: CloudFormationClient,
  stage: Stage,
  part: string,
): Promise<StackState | undefined> {
  const name = stackName(stage, part);
  const status = (await describe(client, name))?.StackStatus;
  if (status === undefined) return undefined;
  const resources: Resource[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListStackResourcesCommand({ StackName: name, ...(NextToken === undefined ? {} : { NextToken }) }),
    );
    for (const {
      ResourceType = '',
      LogicalResourceId = '',
      PhysicalResourceId = '',
    } of page.StackResourceSummaries ?? [])
      resources.push({ type: ResourceType, logicalId: LogicalResourceId, physicalId: PhysicalResourceId });
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return { name, status, resources };
}

/** The outputs of a stack by their names; none when it was never deployed. */
export async function outputsOf(
  client: CloudFormationClient,
  stage: Stage,
  part: string,
): Promise<ReadonlyMap<string, string>> {
  const described = await describe(client, stackName(stage, part));
  return new Map(
    (described?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

async function describe(client: CloudFormationClient, StackName: string): Promise<Stack | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return Stacks[0];
  } catch (error) {
    // CloudFormation has no separate error for a stack that does not exist.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}

/** The table that the stage uses: one that was restored, or its own; undefined where nothing is deployed. */
export const tableOf = (stage: Stage, state: StackState | undefined): string | undefined =>
  stage.tableName ?? state?.resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.physicalId;

export interface StageQueue {
  /** `deliver`, `plan`; `schedules` for the runs that could not start. */
  readonly name: string;
  readonly dead: string;
  readonly deadArn: string;
  readonly source: string | undefined;
}

/** The dead-letter queues of the stage by their URLs. */
export function queuesOf(state: StackState | undefined): StageQueue[] {
  const queues = (state?.resources ?? []).filter(({ type }) => type === 'AWS::SQS::Queue');
  return queues.flatMap(({ logicalId, physicalId }) => {
    const name = /^(\w+?)(?:queue)?Dead[0-9A-F]{8}$/.exec(logicalId)?.[1];
    if (name === undefined) return [];
    const source = queues.find((one) => one.logicalId.startsWith(`${name}queueQueue`))?.physicalId;
    return [{ name: name.toLowerCase(), dead: physicalId, deadArn: arnOfQueue(physicalId), source }];
  });
}

/** `https://sqs.cn-north-1.amazonaws.com.cn/111122223333/name` contains everything in the ARN. */
function arnOfQueue(url: string): string {
  const { hostname, pathname } = new URL(url);
  const [, account = '', name = ''] = pathname.split('/');
  const region = hostname.split('.')[1] ?? '';
  return `arn:${region.startsWith('cn-') ? 'aws-cn' : 'aws'}:sqs:${region}:${account}:${name}`;
}
