import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { functionRegistry, type FunctionDefinition } from '../../shared/functions.ts';
import { lists, partitions } from '../../shared/partitions.ts';
import { roleOf } from '../support/aws/infra-summary.ts';
import { allowedTo } from '../support/aws/policies.ts';
import type { Part, Synthesised } from '../support/aws/synthesised.ts';

const anything: unknown = expect.anything();
const commit: unknown = expect.stringMatching(/^(?:.+-)?g?[0-9a-f]{7,}(?:-dirty)?$/);
const parts: readonly Part[] = ['state', 'service', 'observability'];
const registry: [string, FunctionDefinition][] = Object.entries(functionRegistry);
const sorted = (values: Iterable<string>): string[] => [...values].sort();

/** What holds of every stage, in whichever partition. */
export function everyStage(name: string, stageOf: (name: string) => Synthesised): void {
  test('the table has the customer key, recovery, deletion protection and time to live, and outlives the stack', () => {
    stageOf(name)
      .template('state')
      .hasResource('AWS::DynamoDB::Table', {
        DeletionPolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
          TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          GlobalSecondaryIndexes: [
            {
              IndexName: 'list',
              KeySchema: [
                { AttributeName: 'lp', KeyType: 'HASH' },
                { AttributeName: 'ls', KeyType: 'RANGE' },
              ],
              Projection: { ProjectionType: 'KEYS_ONLY' },
            },
          ],
        },
      });
    stageOf(name).template('state').hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  test('every bucket is closed to the public and keeps versions', () => {
    const buckets = parts.flatMap((part) => Object.values(stageOf(name).resources(part, 'AWS::S3::Bucket')));
    expect(buckets.length).toBeGreaterThan(1);
    for (const { Properties } of buckets) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        VersioningConfiguration: { Status: 'Enabled' },
      });
    }
  });

  test('every function runs on arm64 and the newest Node, is traced outside of China, and has no reserved concurrency', () => {
    const functions = Object.values(stageOf(name).resources('service', 'AWS::Lambda::Function'));
    expect(functions.map(({ Properties }) => Properties['Description'])).toEqual(
      registry.map(([, { purpose }]) => purpose),
    );
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      });
      // X-Ray does not work with Lambda in China.
      expect(Properties['TracingConfig']).toEqual(name === 'cn' ? undefined : { Mode: 'Active' });
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  test('every log line is JSON, its stacks name the sources, and the commit that runs is known', () => {
    for (const { Properties } of Object.values(stageOf(name).resources('service', 'AWS::Lambda::Function'))) {
      expect(Properties).toMatchObject({
        LoggingConfig: { LogFormat: 'JSON' },
        Environment: {
          Variables: {
            NODE_OPTIONS: '--enable-source-maps',
            // A tag, a commit, or both; the number of package.json says nothing of it.
            VERSION: commit,
          },
        },
      });
    }
  });

  test('every function with routes knows what a program and a bureau may ask, and no other does', () => {
    const functions = Object.values(stageOf(name).resources('service', 'AWS::Lambda::Function'));
    const told = functions.filter(({ Properties }) =>
      JSON.stringify(Properties).includes('BUREAU_PER_SECOND'),
    );
    const answering = registry.filter(([, { triggers }]) => triggers.some(({ kind }) => kind === 'http'));
    expect(told.map(({ Properties }) => Properties['Description'])).toEqual(
      answering.map(([, { purpose }]) => purpose),
    );
    for (const { Properties } of told)
      expect(Properties).toMatchObject({
        Environment: { Variables: { CLIENT_PER_SECOND: '10', BUREAU_PER_SECOND: '50' } },
      });
  });

  test('a scheduled run that had to wait longer than its interval is not started: the next one does its work', () => {
    const settings = Object.values(stageOf(name).resources('service', 'AWS::Lambda::EventInvokeConfig'));
    const ages = settings.map(({ Properties }) => Properties['MaximumEventAgeInSeconds']);
    const every = registry.map(
      ([, { triggers }]) =>
        triggers.flatMap((one) => (one.kind === 'schedule' ? [60 * one.everyMinutes] : []))[0],
    );
    expect(ages).toEqual(every);
    for (const { Properties } of settings) expect(Properties['MaximumRetryAttempts']).toBe(0);
  });

  test('every log is encrypted with the customer key and ends some day', () => {
    const logs = Object.values(stageOf(name).resources('service', 'AWS::Logs::LogGroup'));
    expect(logs).toHaveLength(registry.length + 1);
    for (const { Properties } of logs) {
      expect(Properties).toMatchObject({ KmsKeyId: anything, RetentionInDays: 365 });
    }
  });

  test('a queue hides its messages six times as long as its function may run, and buries them after the tries', () => {
    for (const [, { triggers, timeoutSeconds }] of registry) {
      for (const trigger of triggers.filter((one) => one.kind === 'queue')) {
        stageOf(name)
          .template('state')
          .hasResourceProperties('AWS::SQS::Queue', {
            KmsMasterKeyId: Match.anyValue(),
            VisibilityTimeout: 6 * timeoutSeconds,
            RedrivePolicy: { maxReceiveCount: trigger.maxReceive },
          });
      }
    }
    for (const { Properties } of Object.values(stageOf(name).resources('state', 'AWS::SQS::Queue')))
      expect(Properties).toHaveProperty('KmsMasterKeyId');
  });

  test('each schedule starts its function and keeps what it could not start', () => {
    const schedules = Object.values(stageOf(name).resources('service', 'AWS::Scheduler::Schedule'));
    const every = registry.flatMap(([, { triggers }]) =>
      triggers.filter((one) => one.kind === 'schedule').map(({ everyMinutes }) => everyMinutes),
    );
    expect(schedules.map(({ Properties }) => Properties['ScheduleExpression'])).toEqual(
      every.map((minutes) => `rate(${minutes} minute${minutes === 1 ? '' : 's'})`),
    );
    for (const { Properties } of schedules)
      expect(Properties).toMatchObject({ Target: { DeadLetterConfig: { Arn: anything } } });
  });

  test('every route asks for a token but those that the registry leaves open', () => {
    const routes = Object.values(stageOf(name).resources('service', 'AWS::ApiGatewayV2::Route'));
    const open = routes.filter(({ Properties }) => Properties['AuthorizationType'] === 'NONE');
    expect(sorted(open.map(({ Properties }) => String(Properties['RouteKey'])))).toEqual(
      sorted(functionRegistry.api.triggers[0].open),
    );
    const guarded = routes.filter(({ Properties }) => Properties['AuthorizationType'] === 'JWT');
    expect(guarded.map(({ Properties }) => Properties['RouteKey'])).toEqual([
      'ANY /{proxy+}',
      ...functionRegistry.documents.triggers[0].routes,
      ...functionRegistry.imports.triggers[0].routes,
    ]);
    expect(open.length + guarded.length).toBe(routes.length);
    stageOf(name)
      .template('service')
      .hasResourceProperties('AWS::ApiGatewayV2::Stage', {
        DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
        AccessLogSettings: { DestinationArn: Match.anyValue() },
      });
  });

  test.each(registry)(
    'the role of %s may do with the table what the registry says, and no more',
    (id, definition) => {
      const stage = stageOf(name);
      const allowed = allowedTo(stage, roleOf(stage, id)).filter(({ action }) =>
        action.startsWith('dynamodb:'),
      );
      const onTable = Object.entries(definition.grants.table).map(([action, names]) => [
        `dynamodb:${action} on Table`,
        sorted(names.map((partition) => partitions[partition])),
      ]);
      const onList = definition.grants.lists.map((list) => lists[list]);
      expect(
        Object.fromEntries(allowed.map(({ action, on, keys }) => [`${action} on ${on}`, sorted(keys)])),
      ).toEqual(
        Object.fromEntries([
          ...onTable,
          ...(onList.length > 0 ? [['dynamodb:Query on Table/index/list', sorted(onList)]] : []),
        ]),
      );
    },
  );

  test.each(registry)(
    'the role of %s has no wildcard but for X-Ray, and the key only through a service',
    (id) => {
      const stage = stageOf(name);
      const allowed = allowedTo(stage, roleOf(stage, id));
      expect(allowed.length).toBeGreaterThan(5);
      expect(allowed.filter(({ action }) => action.includes('*'))).toEqual([]);
      expect(sorted(allowed.filter(({ on }) => on.includes('*')).map(({ action }) => action))).toEqual([
        ...(name === 'cn' ? [] : ['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
      ]);
      const bare = allowed.filter(({ action, through }) => action.startsWith('kms:') && through.length === 0);
      expect(bare).toEqual([]);
    },
  );

  test('every queue bounds how many environments work on it, as the registry says', () => {
    const bounds = registry.flatMap(([, { triggers }]) =>
      triggers.flatMap((trigger) => (trigger.kind === 'queue' ? [trigger.atOnce] : [])),
    );
    const mappings = Object.values(stageOf(name).resources('service', 'AWS::Lambda::EventSourceMapping'));
    const made = mappings.map(
      ({ Properties }) =>
        z.object({ MaximumConcurrency: z.number() }).parse(Properties['ScalingConfig']).MaximumConcurrency,
    );
    expect(made.sort()).toEqual(bounds.sort());
    for (const bound of bounds) expect(bound).toBeGreaterThanOrEqual(2);
  });

  test('what paces and sends mail by SES knows what SES grants', () => {
    const functions = Object.values(stageOf(name).resources('service', 'AWS::Lambda::Function'));
    const paced = functions.filter(({ Properties }) =>
      JSON.stringify(Properties).includes('MAIL_PER_SECOND'),
    );
    expect(paced).toHaveLength(name === 'cn' ? 0 : 3);
    for (const { Properties } of paced)
      expect(Properties['Environment']).toMatchObject({
        Variables: { MAIL_PER_SECOND: '14', MAIL_PER_DAY: '50000' },
      });
  });

  test('cdk-nag finds nothing that is not explained, and every explanation says something', () => {
    expect(stageOf(name).findings()).toEqual([]);
    const templates = JSON.stringify(parts.map((part) => stageOf(name).template(part).toJSON()));
    const reasons = [...templates.matchAll(/\{"reason":("(?:[^"\\]|\\.)*"),"id":"AwsSolutions-/g)].map(
      ([, reason = '""']) => z.string().parse(JSON.parse(reason)),
    );
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(30);
  });
}
