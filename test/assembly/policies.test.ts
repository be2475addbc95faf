import { describe, expect, test } from 'vitest';
import { evaluate } from '../support/assembly/evaluate.ts';
import {
  ACCOUNT,
  attached,
  key,
  onResource,
  policy,
  queue,
  role,
  service,
  table,
  topic,
  type Case,
} from './policy-cases.ts';

const get = { action: 'dynamodb:GetItem', resource: table };
const send = { action: 'sqs:SendMessage', resource: queue };

/** Policy evaluation logic, and elements of JSON policies, in the IAM user guide. */
const logic: readonly Case[] = [
  { of: 'nothing is attached', ...get, policies: attached(), is: 'implicitDeny' },
  { of: 'an Allow', ...get, policies: attached({ Action: get.action, Resource: table }), is: 'allow' },
  {
    of: 'a Deny beside an Allow',
    ...get,
    policies: attached(
      { Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: get.action, Resource: table },
    ),
    is: 'explicitDeny',
  },
  {
    of: 'a Deny of the resource beside an Allow of the identity',
    ...send,
    policies: {
      identity: [policy({ Action: 'sqs:*', Resource: '*' })],
      resource: [policy({ Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: queue })],
    },
    is: 'explicitDeny',
  },
  {
    of: 'a wildcard within an action',
    ...get,
    policies: attached({ Action: 'dynamodb:Get*', Resource: '*' }),
    is: 'allow',
  },
  {
    of: 'another service with the same wildcard',
    ...get,
    policies: attached({ Action: 'sqs:*', Resource: '*' }),
    is: 'implicitDeny',
  },
  {
    of: 'an action in other case',
    ...get,
    policies: attached({ Action: 'DynamoDB:getitem', Resource: '*' }),
    is: 'allow',
  },
  {
    of: 'a resource in other case',
    ...get,
    policies: attached({ Action: '*', Resource: table.toUpperCase() }),
    is: 'implicitDeny',
  },
  {
    of: 'one character for ?',
    ...get,
    policies: attached({ Action: '*', Resource: table.replace(/t$/, '?') }),
    is: 'allow',
  },
  {
    of: 'an index of the table',
    ...get,
    resource: `${table}/index/list`,
    policies: attached({ Action: '*', Resource: table }),
    is: 'implicitDeny',
  },
  {
    of: 'NotAction, another action',
    ...get,
    policies: attached({ NotAction: 'iam:*', Resource: '*' }),
    is: 'allow',
  },
  {
    of: 'NotAction, the action',
    ...get,
    policies: attached({ NotAction: 'dynamodb:*', Resource: '*' }),
    is: 'implicitDeny',
  },
  {
    of: 'NotResource, the resource',
    ...get,
    policies: attached({ Action: '*', NotResource: table }),
    is: 'implicitDeny',
  },
  {
    of: 'Deny with NotAction',
    ...get,
    policies: attached({ Action: '*', Resource: '*' }, { Effect: 'Deny', NotAction: 'sqs:*', Resource: '*' }),
    is: 'explicitDeny',
  },
  {
    of: 'a resource policy that names the role',
    ...send,
    policies: onResource({ Principal: { AWS: role.arn }, Action: send.action, Resource: queue }),
    is: 'allow',
  },
  {
    of: 'a resource policy that names the account alone',
    ...send,
    policies: onResource({ Principal: { AWS: ACCOUNT }, Action: send.action, Resource: queue }),
    is: 'implicitDeny',
  },
  {
    of: 'a resource policy for another role',
    ...send,
    policies: onResource({ Principal: { AWS: `${role.arn}x` }, Action: send.action, Resource: queue }),
    is: 'implicitDeny',
  },
  {
    of: 'NotPrincipal, the one who asks',
    ...send,
    policies: {
      identity: [policy({ Action: '*', Resource: '*' })],
      resource: [policy({ Effect: 'Deny', NotPrincipal: { AWS: role.arn }, Action: '*', Resource: '*' })],
    },
    is: 'allow',
  },
  {
    of: 'a service has no identity',
    ...send,
    who: service('events.amazonaws.com'),
    policies: attached({ Action: '*', Resource: '*' }),
    is: 'implicitDeny',
  },
  {
    of: 'a service that the resource names',
    ...send,
    who: service('events.amazonaws.com'),
    policies: onResource({
      Principal: { Service: 'events.amazonaws.com' },
      Action: send.action,
      Resource: queue,
    }),
    is: 'allow',
  },
  {
    of: 'another service',
    ...send,
    who: service('sns.amazonaws.com'),
    policies: onResource({
      Principal: { Service: 'events.amazonaws.com' },
      Action: send.action,
      Resource: queue,
    }),
    is: 'implicitDeny',
  },
  {
    of: 'a key whose own policy leaves it to the account',
    action: 'kms:Decrypt',
    resource: key,
    policies: {
      identity: [policy({ Action: 'kms:Decrypt', Resource: key })],
      resource: [
        policy({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }),
      ],
    },
    is: 'allow',
  },
  {
    of: 'a key whose own policy does not',
    action: 'kms:Decrypt',
    resource: key,
    policies: attached({ Action: 'kms:Decrypt', Resource: key }),
    is: 'implicitDeny',
  },
  {
    of: 'a topic whose only statement is the Deny without TLS',
    action: 'sns:Publish',
    resource: topic,
    who: service('cloudwatch.amazonaws.com'),
    context: { 'aws:SecureTransport': ['true'] },
    policies: onResource({
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topic,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
    is: 'implicitDeny',
  },
];

describe('policies are judged as AWS’s documents say', () => {
  test.each(logic)('$of: $is', ({ who = role, action = '', resource = '', context = {}, policies, is }) => {
    expect(evaluate({ principal: who, action, resource, context }, policies)).toBe(is);
  });
});
