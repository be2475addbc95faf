import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Grants } from '../../shared/functions.ts';
import { lists, partitions, type Partition } from '../../shared/partitions.ts';
import { viaService } from '../naming.ts';
import type { StateStack } from '../state-stack.ts';

/** What a function may do with the table and the key: only what the registry names. */
export function stateStatements(stack: Stack, state: StateStack, grants: Grants): PolicyStatement[] {
  return [
    ...Object.entries(grants.table).map(([action, allowed]) =>
      onPartitions(action, state.table.tableArn, patternsOf(allowed)),
    ),
    ...(grants.lists.length === 0
      ? []
      : [
          onPartitions(
            'Query',
            `${state.table.tableArn}/index/list`,
            grants.lists.map((name) => lists[name]),
          ),
        ]),
    new PolicyStatement({
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [state.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': viaService(stack, 'dynamodb') } },
    }),
  ];
}

const patternsOf = (allowed: readonly Partition[]): string[] => allowed.map((name) => partitions[name]);

function onPartitions(action: string, resource: string, patterns: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: [`dynamodb:${action}`],
    resources: [resource],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...patterns] },
      // ForAllValues is also true when there is no key at all.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
}

/** The key, through a service, for what that service stores: messages of a queue, a secret. */
export function keyThrough(
  stack: Stack,
  state: StateStack,
  service: string,
  actions: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `kms:${action}`),
    resources: [state.key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': viaService(stack, service) } },
  });
}
