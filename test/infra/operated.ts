import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { functionRegistry, type FunctionDefinition } from '../../shared/functions.ts';
import type { Resource, Synthesised } from '../support/aws/synthesised.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const registry: [string, FunctionDefinition][] = Object.entries(functionRegistry);
const sorted = (values: Iterable<string>): string[] => [...values].sort();

const goesBack: unknown = expect.arrayContaining(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM']);

const refOf = (value: unknown): string => z.object({ Ref: z.string() }).parse(value).Ref;

const updateOf = (resource: Resource): object =>
  z.record(z.string(), z.unknown()).catch({}).parse(resource['UpdatePolicy']);

const limitsOf = (routes: readonly string[], perSecond: number): object =>
  Object.fromEntries(
    routes.map((route) => [route, { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond }]),
  );

const publishing = z.object({
  Topics: z.array(z.unknown()),
  PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }),
});

/** Whether the policies of the topics let CloudWatch of this account publish. */
function mayPublish(stage: Synthesised, topics: unknown): boolean {
  const allowed = Object.values(stage.resources('observability', 'AWS::SNS::TopicPolicy'))
    .map(({ Properties }) => publishing.parse(Properties))
    .filter(({ PolicyDocument }) =>
      PolicyDocument.Statement.some(
        ({ Effect, Action, Principal }) =>
          Effect === 'Allow' &&
          Action === 'sns:Publish' &&
          JSON.stringify(Principal) === '{"Service":"cloudwatch.amazonaws.com"}',
      ),
    )
    .flatMap(({ Topics }) => Topics.map((topic) => JSON.stringify(topic)));
  return z
    .array(z.unknown())
    .parse(topics)
    .every((topic) => allowed.includes(JSON.stringify(topic)));
}

/** How every stage is watched, changed and kept within its limits. */
export function operated(name: string, stageOf: (name: string) => Synthesised): void {
  test('every alarm tells somebody, what a person loses, what to do first, and where to read on', () => {
    const alarms = Object.values(stageOf(name).resources('observability', 'AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(registry.length);
    for (const { Properties } of alarms) {
      expect(Properties['AlarmDescription']).toMatch(
        /^[A-Z].+\. First: [A-Z].+\. Then: docs\/runbook\.md#alarm-[a-z-]+$/s,
      );
      const chapter = String(Properties['AlarmDescription']).split('#')[1] ?? '';
      expect(runbook).toContain(`\n### ${chapter}\n`);
    }
  });

  test('people hear of every alarm once: when the first of its urgency begins and when the last has ended', () => {
    const alarms = stageOf(name).resources('observability', 'AWS::CloudWatch::Alarm');
    const mails = Object.values(stageOf(name).resources('observability', 'AWS::CloudWatch::CompositeAlarm'));
    expect(mails).toHaveLength(2);
    const told = mails.flatMap(({ Properties }) =>
      Object.keys(alarms).filter((id) => JSON.stringify(Properties['AlarmRule']).includes(`"${id}"`)),
    );
    expect(sorted(told)).toEqual(sorted(Object.keys(alarms)));
    for (const { Properties } of mails) {
      expect(Properties['AlarmDescription']).toMatch(/#alarm-urgent$/);
      expect(Properties['OKActions']).toEqual(Properties['AlarmActions']);
      expect(mayPublish(stageOf(name), Properties['AlarmActions'])).toBe(true);
    }
    expect(runbook).toContain('\n### alarm-urgent\n');
    for (const { Properties } of Object.values(alarms)) expect(Properties).not.toHaveProperty('AlarmActions');
  });

  test('limits are watched before they are reached', () => {
    const alarms = Object.values(stageOf(name).resources('observability', 'AWS::CloudWatch::Alarm'));
    const named = new Map(alarms.map(({ Properties }) => [String(Properties['AlarmName']), Properties]));
    const common = ['functions-throttled', 'table-throttled', 'table-fails', 'schedules-fail'];
    const outside = ['concurrency-near-limit', 'receipts-rule-fails', 'mails-near-quota', 'sms-near-limit'];
    for (const id of [...common, ...(name === 'cn' ? [] : outside)])
      expect([...named.keys()]).toContain(`archive-duty-${name}-${id}`);
    for (const [id, { timeoutSeconds }] of registry)
      expect(named.get(`archive-duty-${name}-${id}-slow`)).toMatchObject({
        MetricName: 'Duration',
        Threshold: 800 * timeoutSeconds,
      });
  });

  test('the alarm for a schedule that stopped is computed from the schedule', () => {
    for (const [id, { triggers }] of registry) {
      for (const trigger of triggers.filter((one) => one.kind === 'schedule')) {
        stageOf(name)
          .template('observability')
          .hasResourceProperties('AWS::CloudWatch::Alarm', {
            AlarmName: `archive-duty-${name}-${id}-silent`,
            MetricName: 'Invocations',
            Period: 60 * Math.max(5, 3 * trigger.everyMinutes),
            TreatMissingData: 'breaching',
          });
      }
    }
  });

  test('triggers start the version in use; the API’s new version answers a tenth before it answers all', () => {
    const stage = stageOf(name);
    const aliases = stage.resources('service', 'AWS::Lambda::Alias');
    expect(Object.values(aliases).map(({ Properties }) => Properties['Name'])).toEqual(
      registry.map(() => 'live'),
    );
    const started = [
      ...Object.values(stage.resources('service', 'AWS::Lambda::EventSourceMapping')),
      ...Object.values(stage.resources('service', 'AWS::Scheduler::Schedule')),
      ...Object.values(stage.resources('service', 'AWS::ApiGatewayV2::Integration')),
    ];
    expect(started.length).toBeGreaterThan(8);
    for (const { Properties } of started)
      expect(
        Object.keys(aliases).filter((id) => JSON.stringify(Properties).includes(`"${id}"`)),
      ).toHaveLength(1);
    // API Gateway may call what its routes name, and nothing else may.
    const permitted = Object.values(stage.resources('service', 'AWS::Lambda::Permission'));
    const routes = Object.values(stage.resources('service', 'AWS::ApiGatewayV2::Route'));
    expect(permitted).toHaveLength(routes.length);
    for (const { Properties } of permitted) {
      expect(Properties['Principal']).toBe('apigateway.amazonaws.com');
      expect(Object.keys(aliases)).toContain(refOf(Properties['FunctionName']));
    }
    const shifted = Object.entries(aliases).filter(
      ([, alias]) => 'CodeDeployLambdaAliasUpdate' in updateOf(alias),
    );
    // In China all change at once.
    expect(shifted.map(([id]) => id.slice(0, 7))).toEqual(name === 'cn' ? [] : ['apiLive']);
    const groups = Object.values(stage.resources('service', 'AWS::CodeDeploy::DeploymentGroup'));
    expect(groups).toHaveLength(shifted.length);
    for (const { Properties } of groups)
      expect(Properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: { Enabled: true },
        AutoRollbackConfiguration: { Enabled: true, Events: goesBack },
      });
  });

  test('downloads and imports have limits of their own, once their routes are there', () => {
    const [made] = Object.values(stageOf(name).resources('service', 'AWS::ApiGatewayV2::Stage'));
    const limits = z.record(z.string(), z.unknown()).parse(made?.Properties['RouteSettings']);
    const { documents, imports } = functionRegistry;
    expect(limits).toEqual({
      ...limitsOf(documents.triggers[0].routes, 20),
      ...limitsOf(imports.triggers[0].routes, 10),
    });
    const routes = Object.entries(stageOf(name).resources('service', 'AWS::ApiGatewayV2::Route'))
      .filter(([, { Properties }]) => limits[String(Properties['RouteKey'])] !== undefined)
      .map(([id]) => id);
    expect(routes).toHaveLength(Object.keys(limits).length);
    expect(made?.['DependsOn']).toEqual(expect.arrayContaining(routes));
  });
}
