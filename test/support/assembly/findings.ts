import { z } from 'zod';
import { alarmsIn } from './alarms.ts';
import { createAuthority, type Authority } from './authority.ts';
import { functionNamed, functionsOf, type LambdaFunction } from './functions.ts';
import { fieldsOf, listOf, textOf, textsOf } from './reading.ts';
import type { Account, Deployed } from './resolve.ts';

/**
 * What AWS’s services will do by themselves in an account, and may not: each question that a service asks when it
 * hands something over, put to the policies of the templates before anything runs. Empty when all is well.
 */
export function findingsOf(account: Account): string[] {
  const found: string[] = [];
  const authority = createAuthority(account);
  const questions = questionsOf(account, authority);
  for (const { says, holds } of questions) if (!holds) found.push(says);
  return [...new Set(found)].sort();
}

interface Question {
  /** What is wrong if it does not hold. */
  readonly says: string;
  readonly holds: boolean;
}

function questionsOf(account: Account, authority: Authority): Question[] {
  const ask = asker(account, authority);
  const functions = functionsOf(account);
  return [
    ...ofAlarms(account, ask),
    ...account.all('AWS::Events::Rule').flatMap((rule) => ofRule(rule, ask)),
    ...account.all('AWS::SNS::Subscription').flatMap((one) => ofSubscription(one, ask)),
    ...account.all('AWS::SMSVOICE::ConfigurationSet').flatMap((one) => ofSmsSet(one, ask)),
    ...account.all('AWS::Scheduler::Schedule').flatMap((one) => ofSchedule(one, ask)),
    ...account
      .all('AWS::Lambda::EventSourceMapping')
      .flatMap((one) => ofMapping(one, ask, account, functions)),
    ...functions.flatMap((one) => ofFunction(one, ask, account)),
    ...account.all('AWS::S3::Bucket').flatMap((one) => ofBucket(one, ask, account)),
    ...ofSignIn(account),
  ];
}

type Ask = ReturnType<typeof asker>;

function asker(account: Account, authority: Authority) {
  const keys = new Map<string, string>();
  for (const type of ['AWS::SQS::Queue', 'AWS::SNS::Topic'])
    for (const { arn, ref, properties } of account.all(type)) {
      const key = properties['KmsMasterKeyId'];
      if (key !== undefined) keys.set(type.includes('SNS') ? ref : arn, textOf(key));
    }
  const service = (name: string, action: string, on: string, source: string): Question => ({
    says: `${name} may not ${action} on ${last(on)} for ${last(source)}`,
    holds: authority.serviceMay(name, action, on, source) === 'allow',
  });
  const role = (arn: string, action: string, on: string, context = {}): Question => ({
    says: `the role ${last(arn)} may not ${action} on ${last(on)}`,
    holds: authority.roleMay(arn, action, on, context) === 'allow',
  });
  return {
    service,
    role,
    /** To put something into a queue or topic, and to use the key under which that stores it. */
    handsOver: (name: string, action: string, to: string, source: string): Question[] => {
      const key = keys.get(to);
      const uses = key === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt'];
      return [service(name, action, to, source), ...uses.map((one) => service(name, one, key ?? '', source))];
    },
    /** The same for a role. */
    roleHandsOver: (arn: string, action: string, to: string): Question[] => {
      const key = keys.get(to);
      const through = { 'kms:ViaService': [`sqs.${account.region}.amazonaws.com`] };
      const uses = key === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt'];
      return [role(arn, action, to), ...uses.map((one) => role(arn, one, key ?? '', through))];
    },
    assumes: (name: string, arn: string, source: string): Question => ({
      says: `${name} may not take on the role ${last(arn)}`,
      holds: authority.assumes(name, arn, source) === 'allow',
    }),
  };
}

const last = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;

/** Each alarm acts, is part of one that does, or takes a deployment back; whoever acts may tell the topic. */
function ofAlarms(account: Account, ask: Ask): Question[] {
  const alarms = account.all('AWS::CloudWatch::Alarm');
  const composites = account.all('AWS::CloudWatch::CompositeAlarm');
  const groups = account.all('AWS::CodeDeploy::DeploymentGroup');
  const acting = [...alarms, ...composites].filter((one) => actionsOf(one).length > 0);
  const heard = new Set([
    ...acting.map(({ arn }) => arn),
    ...acting.flatMap(({ properties }) => alarmsIn(properties['AlarmRule'])),
  ]);
  const watched = groups.flatMap(({ properties }) =>
    listOf(fieldsOf(properties['AlarmConfiguration'])['Alarms']).map((one) => fieldsOf(one)['Name']),
  );
  return [
    ...[...alarms, ...composites].map(({ arn, ref }) => ({
      says: `the alarm ${last(arn)} tells nobody`,
      holds: heard.has(arn) || watched.includes(ref),
    })),
    ...composites
      .flatMap(({ properties }) => alarmsIn(properties['AlarmRule']))
      .map((named) => ({
        says: `there is no alarm ${last(named)}`,
        holds: alarms.some(({ arn }) => arn === named),
      })),
    ...acting.flatMap((one) =>
      actionsOf(one).flatMap((topic) =>
        ask.handsOver('cloudwatch.amazonaws.com', 'sns:Publish', topic, one.arn),
      ),
    ),
  ];
}

const actionsOf = ({ properties }: Deployed): string[] =>
  ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((kind) => textsOf(properties[kind]));

function ofRule({ arn, properties }: Deployed, ask: Ask): Question[] {
  return listOf(properties['Targets']).flatMap((each) => {
    const { Arn, DeadLetterConfig } = fieldsOf(each);
    const dead = fieldsOf(DeadLetterConfig)['Arn'];
    return [Arn, dead]
      .filter((to) => to !== undefined)
      .flatMap((to) => ask.handsOver('events.amazonaws.com', 'sqs:SendMessage', textOf(to), arn));
  });
}

function ofSubscription({ properties }: Deployed, ask: Ask): Question[] {
  const { Protocol, Endpoint, TopicArn, RedrivePolicy } = properties;
  if (Protocol !== 'sqs') return [];
  const dead = fieldsOf(RedrivePolicy)['deadLetterTargetArn'];
  return [Endpoint, dead]
    .filter((to) => to !== undefined)
    .flatMap((to) => ask.handsOver('sns.amazonaws.com', 'sqs:SendMessage', textOf(to), textOf(TopicArn)));
}

function ofSmsSet({ arn, properties }: Deployed, ask: Ask): Question[] {
  return listOf(properties['EventDestinations']).flatMap((each) => {
    const topic = fieldsOf(fieldsOf(each)['SnsDestination'])['TopicArn'];
    return topic === undefined
      ? []
      : ask.handsOver('sms-voice.amazonaws.com', 'sns:Publish', textOf(topic), arn);
  });
}

function ofSchedule({ arn, properties }: Deployed, ask: Ask): Question[] {
  const { Arn, RoleArn, DeadLetterConfig } = fieldsOf(properties['Target']);
  const dead = fieldsOf(DeadLetterConfig)['Arn'];
  const role = textOf(RoleArn);
  return [
    ask.assumes('scheduler.amazonaws.com', role, arn),
    ask.role(role, 'lambda:InvokeFunction', textOf(Arn)),
    ...(dead === undefined
      ? [{ says: `the schedule ${last(arn)} loses what it cannot start`, holds: false }]
      : ask.roleHandsOver(role, 'sqs:SendMessage', textOf(dead))),
  ];
}

function ofMapping(
  { properties }: Deployed,
  ask: Ask,
  account: Account,
  functions: readonly LambdaFunction[],
): Question[] {
  const { EventSourceArn, FunctionName } = properties;
  const queue = account.all('AWS::SQS::Queue').find(({ arn }) => arn === EventSourceArn);
  const one = functionNamed(account, functions, textOf(FunctionName));
  if (!queue || !one)
    return [{ says: `a mapping from ${textOf(EventSourceArn)} leads nowhere`, holds: false }];
  const visibility = Number(queue.properties['VisibilityTimeout'] ?? 30);
  const dead = fieldsOf(queue.properties['RedrivePolicy'])['deadLetterTargetArn'];
  const through = { 'kms:ViaService': [`sqs.${account.region}.amazonaws.com`] };
  const key = queue.properties['KmsMasterKeyId'];
  return [
    {
      says: `${queue.id} shows a message again while ${one.id} runs`,
      holds: visibility >= one.timeoutSeconds,
    },
    {
      says: `${queue.id} has no dead letters`,
      holds: account.all('AWS::SQS::Queue').some(({ arn }) => arn === dead),
    },
    ...['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
      ask.role(one.roleArn, `sqs:${action}`, queue.arn),
    ),
    ...(key === undefined ? [] : [ask.role(one.roleArn, 'kms:Decrypt', textOf(key), through)]),
  ];
}

function ofFunction({ arn, roleArn, id }: LambdaFunction, ask: Ask, account: Account): Question[] {
  const deployed = account.all('AWS::Lambda::Function').find((one) => one.arn === arn);
  const group = textOf(fieldsOf(deployed?.properties['LoggingConfig'])['LogGroup'] ?? `/aws/lambda/${id}`);
  const log = account.all('AWS::Logs::LogGroup').find(({ ref }) => ref === group);
  if (!log) return [{ says: `${id} has no log`, holds: false }];
  const key = log.properties['KmsKeyId'];
  const stream = log.arn.replace(/:\*$/, ':log-stream:one');
  return [
    ask.assumes('lambda.amazonaws.com', roleArn, arn),
    ...['CreateLogStream', 'PutLogEvents'].map((action) => ask.role(roleArn, `logs:${action}`, stream)),
    { says: `the log of ${id} is under no key`, holds: key !== undefined },
  ];
}

/** Access logs come into the bucket that another one names. */
function ofBucket({ arn, properties }: Deployed, ask: Ask, account: Account): Question[] {
  const logging = fieldsOf(properties['LoggingConfiguration']);
  const to = logging['DestinationBucketName'];
  if (to === undefined) return [];
  const prefix = textOf(logging['LogFilePrefix'] ?? '');
  const object = `arn:${account.partition}:s3:::${textOf(to)}/${prefix}log`;
  return [ask.service('logging.s3.amazonaws.com', 's3:PutObject', object, arn)];
}

const client = z.looseObject({
  CallbackURLs: z.array(z.string()),
  LogoutURLs: z.array(z.string()).default([]),
  ReadAttributes: z.array(z.string()).default([]),
});

/** The console comes back from the sign-in to its own address, with the claims that say what somebody may do. */
function ofSignIn(account: Account): Question[] {
  const url = account.output('ConsoleUrl');
  return account.all('AWS::Cognito::UserPoolClient').flatMap(({ properties }): Question[] => {
    const { CallbackURLs, LogoutURLs, ReadAttributes } = client.parse(properties);
    const lacks = ['role', 'jurisdiction', 'unitId', 'office'].filter(
      (name) => !ReadAttributes.includes(`custom:${name}`),
    );
    return [
      {
        says: `the console at ${url ?? ''} is sent back by the sign-in (redirect_mismatch)`,
        holds: url === undefined || CallbackURLs.includes(url),
      },
      {
        says: `the console at ${url ?? ''} cannot sign out`,
        holds: url === undefined || LogoutURLs.includes(url),
      },
      { says: `tokens have no claims ${lacks.join(', ')}`, holds: lacks.length === 0 },
    ];
  });
}
