import type { Context } from '../support/assembly/conditions.ts';
import type { Decision, Policies, Principal } from '../support/assembly/evaluate.ts';

export const ACCOUNT = '111122223333';
const arnOfRole = `arn:aws:iam::${ACCOUNT}:role/api`;
export const role = { kind: 'role', arn: arnOfRole, account: ACCOUNT } as const satisfies Principal;
export const service = (name: string): Principal => ({ kind: 'service', name });
export const table = `arn:aws:dynamodb:ap-southeast-1:${ACCOUNT}:table/t`;
export const queue = `arn:aws:sqs:ap-southeast-1:${ACCOUNT}:q`;
export const topic = `arn:aws:sns:ap-southeast-1:${ACCOUNT}:alarms`;
export const key = `arn:aws:kms:ap-southeast-1:${ACCOUNT}:key/k`;

export const policy = (...statements: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: statements.map((one) => ({ Effect: 'Allow', ...one })),
});
export const attached = (...statements: readonly object[]): Policies => ({
  identity: [policy(...statements)],
  resource: [],
});
export const onResource = (...statements: readonly object[]): Policies => ({
  identity: [],
  resource: [policy(...statements)],
});

export interface Case {
  readonly of: string;
  readonly policies: Policies;
  readonly is: Decision;
  readonly who?: Principal;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Context;
}
