import { describe, expect, test } from 'vitest';
import type { Context } from '../support/assembly/conditions.ts';
import { evaluate, type Policies } from '../support/assembly/evaluate.ts';
import { matchesPattern } from '../support/assembly/provider-events.ts';
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
  type Case,
} from './policy-cases.ts';

const get = { action: 'dynamodb:GetItem', resource: table };
const send = { action: 'sqs:SendMessage', resource: queue };
const leading = (operator: string, more: object = {}): Policies =>
  attached({
    Action: 'dynamodb:GetItem',
    Resource: table,
    Condition: { [operator]: { 'dynamodb:LeadingKeys': ['*#S#*', 'SYSTEM'] }, ...more },
  });
const present = { Null: { 'dynamodb:LeadingKeys': 'false' } };
const keys = (...values: readonly string[]): Context => ({ 'dynamodb:LeadingKeys': values });

const conditional = (operator: string, key_: string, value: unknown): Policies =>
  onResource({ Principal: '*', Action: '*', Resource: '*', Condition: { [operator]: { [key_]: value } } });
const asked = { ...send, who: service('events.amazonaws.com') };
const rule = `arn:aws:events:ap-southeast-1:${ACCOUNT}:rule/r`;

/** Condition operators, multivalued keys, and fine-grained access to DynamoDB. */
const conditions: readonly Case[] = [
  {
    of: 'all leading keys fit',
    ...get,
    policies: leading('ForAllValues:StringLike', present),
    context: keys('j#S#1', 'SYSTEM'),
    is: 'allow',
  },
  {
    of: 'one leading key does not fit',
    ...get,
    policies: leading('ForAllValues:StringLike', present),
    context: keys('j#S#1', 'j#CONFIG'),
    is: 'implicitDeny',
  },
  {
    of: 'ForAllValues without any key',
    ...get,
    policies: leading('ForAllValues:StringLike'),
    context: keys(),
    is: 'allow',
  },
  {
    of: 'ForAllValues without any key, and Null: false',
    ...get,
    policies: leading('ForAllValues:StringLike', present),
    context: keys(),
    is: 'implicitDeny',
  },
  {
    of: 'ForAnyValue, one fits',
    ...get,
    policies: leading('ForAnyValue:StringLike'),
    context: keys('j#CONFIG', 'SYSTEM'),
    is: 'allow',
  },
  {
    of: 'ForAnyValue without any key',
    ...get,
    policies: leading('ForAnyValue:StringLike'),
    context: keys(),
    is: 'implicitDeny',
  },
  {
    of: 'StringEquals takes * literally',
    ...get,
    policies: leading('ForAllValues:StringEquals', present),
    context: keys('j#S#1'),
    is: 'implicitDeny',
  },
  {
    of: 'SourceAccount, ours',
    ...asked,
    policies: conditional('StringEquals', 'aws:SourceAccount', ACCOUNT),
    context: { 'aws:SourceAccount': [ACCOUNT] },
    is: 'allow',
  },
  {
    of: 'SourceAccount, another',
    ...asked,
    policies: conditional('StringEquals', 'aws:SourceAccount', ACCOUNT),
    context: { 'aws:SourceAccount': ['999999999999'] },
    is: 'implicitDeny',
  },
  {
    of: 'SourceAccount, absent',
    ...asked,
    policies: conditional('StringEquals', 'aws:SourceAccount', ACCOUNT),
    is: 'implicitDeny',
  },
  {
    of: 'StringEqualsIfExists, absent',
    ...asked,
    policies: conditional('StringEqualsIfExists', 'aws:SourceAccount', ACCOUNT),
    is: 'allow',
  },
  {
    of: 'StringNotEquals, absent',
    ...asked,
    policies: conditional('StringNotEquals', 'aws:SourceAccount', ACCOUNT),
    is: 'allow',
  },
  {
    of: 'a key in other case',
    ...asked,
    policies: conditional('StringEquals', 'AWS:sourceaccount', ACCOUNT),
    context: { 'aws:SourceAccount': [ACCOUNT] },
    is: 'allow',
  },
  {
    of: 'one of several values',
    ...asked,
    policies: conditional('StringEquals', 'aws:SourceAccount', ['1', ACCOUNT]),
    context: { 'aws:SourceAccount': [ACCOUNT] },
    is: 'allow',
  },
  {
    of: 'ArnLike with a wildcard',
    ...asked,
    policies: conditional('ArnLike', 'aws:SourceArn', 'arn:aws:events:*:*:rule/*'),
    context: { 'aws:SourceArn': [rule] },
    is: 'allow',
  },
  {
    of: 'ArnLike, part by part',
    ...asked,
    policies: conditional('ArnLike', 'aws:SourceArn', 'arn:aws:*:rule/r'),
    context: { 'aws:SourceArn': [rule] },
    is: 'implicitDeny',
  },
  {
    of: 'ArnEquals, another rule',
    ...asked,
    policies: conditional('ArnEquals', 'aws:SourceArn', `${rule}x`),
    context: { 'aws:SourceArn': [rule] },
    is: 'implicitDeny',
  },
  {
    of: 'Bool',
    ...asked,
    policies: conditional('Bool', 'aws:SecureTransport', true),
    context: { 'aws:SecureTransport': ['true'] },
    is: 'allow',
  },
  {
    of: 'two operators, one fails',
    ...asked,
    policies: onResource({
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { a: '1' }, StringLike: { b: 'x*' } },
    }),
    context: { a: ['1'], b: ['y'] },
    is: 'implicitDeny',
  },
  {
    of: 'a key through another service',
    action: 'kms:Decrypt',
    resource: key,
    policies: {
      identity: [
        policy({ Action: '*', Resource: '*', Condition: { StringEquals: { 'kms:ViaService': 'sqs.x' } } }),
      ],
      resource: [policy({ Principal: { AWS: ACCOUNT }, Action: '*', Resource: '*' })],
    },
    context: { 'kms:ViaService': ['dynamodb.x'] },
    is: 'implicitDeny',
  },
];

describe('conditions are judged as AWS’s documents say', () => {
  test.each(conditions)(
    '$of: $is',
    ({ who = role, action = '', resource = '', context = {}, policies, is }) => {
      expect(evaluate({ principal: who, action, resource, context }, policies)).toBe(is);
    },
  );

  test('an operator that is not known is no answer', () => {
    const strange = conditional('IpAddress', 'aws:SourceIp', '10.0.0.0/8');
    expect(() =>
      evaluate({ principal: role, ...send, context: { 'aws:SourceIp': ['10.0.0.1'] } }, strange),
    ).toThrow('does not know the operator IpAddress');
  });
});

test.each([
  [{ source: ['aws.ses'] }, true],
  [{ source: ['aws.s3'] }, false],
  [{ source: ['aws.ses'], detail: { mail: { tags: { set: ['one'] } } } }, true],
  [{ detail: { mail: { tags: { set: ['two'] } } } }, false],
  [{ detail: { absent: ['x'] } }, false],
  [{ detail: { eventType: [{ prefix: 'Del' }] } }, true],
  [{ detail: { eventType: [{ 'anything-but': ['Send'] }] } }, true],
  [{ detail: { absent: [{ exists: false }] } }, true],
])('the pattern of a rule %j: %s', (pattern, is) => {
  const event = { source: 'aws.ses', detail: { eventType: 'Delivery', mail: { tags: { set: ['one'] } } } };
  expect(matchesPattern(pattern, event)).toBe(is);
});
