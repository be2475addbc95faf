import type { Context } from './conditions.ts';
import { evaluate, type Asked, type Decision, type Principal } from './evaluate.ts';
import { textOf, textsOf } from './reading.ts';
import type { Account } from './resolve.ts';

/** Answers every question of an account about rights, from the policies of its templates alone. */
export interface Authority {
  /** May the role do it? A question that is denied is remembered. */
  readonly roleMay: (roleArn: string, action: string, resource: string, context?: Context) => Decision;
  /** May the service do it by itself, on behalf of a resource of this account? */
  readonly serviceMay: (
    service: string,
    action: string,
    resource: string,
    source: string,
    context?: Context,
  ) => Decision;
  /** May the service take on the role? */
  readonly assumes: (service: string, roleArn: string, source: string) => Decision;
  readonly denied: readonly string[];
  /** How many questions were answered with yes. */
  readonly allowed: () => number;
}

export function createAuthority(account: Account): Authority {
  const { identities, resources, trust } = collect(account);
  const denied: string[] = [];
  let allowed = 0;
  const decide = (asked: Asked): Decision => {
    const { principal, action, resource } = asked;
    const decision = evaluate(asked, {
      identity: principal.kind === 'role' ? (identities.get(principal.arn) ?? []) : [],
      resource: resources.get(owner(resource)) ?? [],
    });
    if (decision === 'allow') allowed += 1;
    else
      denied.push(
        `${decision}: ${nameOf(principal)} ${action} on ${resource} ${JSON.stringify(asked.context)}`,
      );
    return decision;
  };
  const bySource = (source: string): Context => ({
    'aws:SourceAccount': [account.account],
    'aws:SourceArn': [source],
    'aws:SecureTransport': ['true'],
    'aws:PrincipalIsAWSService': ['true'],
  });
  return {
    denied,
    allowed: () => allowed,
    roleMay: (arn, action, resource, context = {}) =>
      decide({
        principal: { kind: 'role', arn, account: account.account },
        action,
        resource,
        context: { 'aws:SecureTransport': ['true'], 'aws:PrincipalArn': [arn], ...context },
      }),
    serviceMay: (name, action, resource, source, context = {}) =>
      decide({
        principal: { kind: 'service', name },
        action,
        resource,
        context: { ...bySource(source), ...context },
      }),
    assumes: (name, roleArn, source) => {
      const decision = evaluate(
        {
          principal: { kind: 'service', name },
          action: 'sts:AssumeRole',
          resource: roleArn,
          context: bySource(source),
        },
        { identity: [], resource: [trust.get(roleArn)] },
      );
      if (decision !== 'allow') denied.push(`${decision}: ${name} sts:AssumeRole on ${roleArn}`);
      return decision;
    },
  };
}

const nameOf = (principal: Principal): string =>
  principal.kind === 'service' ? principal.name : (principal.arn.split('/').at(-1) ?? '');

/** Whose policy decides: an object’s bucket, an index’s table, a secret itself. */
const owner = (resource: string): string =>
  resource.startsWith('arn:') && resource.includes(':s3:::') ? (resource.split('/')[0] ?? '') : resource;

function collect(account: Account) {
  const identities = new Map<string, unknown[]>();
  const resources = new Map<string, unknown[]>();
  const trust = new Map<string, unknown>();
  const add = (to: Map<string, unknown[]>, key: string, policy: unknown): void => {
    to.set(key, [...(to.get(key) ?? []), policy]);
  };
  const arnOf = new Map(account.all('AWS::IAM::Role').map(({ ref, arn }) => [ref, arn]));
  for (const { arn, properties } of account.all('AWS::IAM::Role')) {
    trust.set(arn, properties['AssumeRolePolicyDocument']);
    for (const inline of [properties['Policies'] ?? []].flat())
      add(
        identities,
        arn,
        inline instanceof Object && 'PolicyDocument' in inline ? inline.PolicyDocument : {},
      );
  }
  for (const { properties } of [
    ...account.all('AWS::IAM::Policy'),
    ...account.all('AWS::IAM::ManagedPolicy'),
  ])
    for (const role of textsOf(properties['Roles']))
      add(identities, arnOf.get(role) ?? role, properties['PolicyDocument']);
  const queues = new Map(account.all('AWS::SQS::Queue').map(({ ref, arn }) => [ref, arn]));
  for (const { properties } of account.all('AWS::SQS::QueuePolicy'))
    for (const url of textsOf(properties['Queues']))
      add(resources, queues.get(url) ?? url, properties['PolicyDocument']);
  for (const { properties } of account.all('AWS::SNS::TopicPolicy'))
    for (const topic of textsOf(properties['Topics'])) add(resources, topic, properties['PolicyDocument']);
  for (const { arn, properties } of account.all('AWS::KMS::Key'))
    add(resources, arn, properties['KeyPolicy']);
  for (const { properties } of account.all('AWS::S3::BucketPolicy'))
    add(
      resources,
      `arn:${account.partition}:s3:::${textOf(properties['Bucket'])}`,
      properties['PolicyDocument'],
    );
  const functions = new Map(account.all('AWS::Lambda::Function').map(({ ref, arn }) => [ref, arn]));
  for (const { properties } of account.all('AWS::Lambda::Permission')) {
    const { FunctionName, Action, Principal: service, SourceArn, SourceAccount } = properties;
    const named = textOf(FunctionName);
    const on = functions.get(named) ?? named;
    add(resources, on, {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: service },
          Action,
          Resource: on,
          Condition: {
            ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
            ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
          },
        },
      ],
    });
  }
  return { identities, resources, trust };
}
