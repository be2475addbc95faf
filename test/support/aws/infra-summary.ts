import { z } from 'zod';
import { functionRegistry, type FunctionName } from '../../../shared/functions.ts';
import { allowedTo, nameOf, type Allowed } from './policies.ts';
import type { Resource, Synthesised } from './synthesised.ts';

/** One page about a stage, from its templates: what runs, what starts it, what it may access, what is watched. */
export function summaryOf(stage: Synthesised): string {
  const names = z
    .array(z.enum(['api', 'plan', 'sweep', 'deliver', 'report', 'receipts', 'documents', 'imports']))
    .parse(Object.keys(functionRegistry));
  return [
    `# ${stage.stacks.stage.name}: ${stage.stacks.stage.region} (${stage.stacks.stage.partition})`,
    ...names.map((name) => functionPage(stage, name)),
    ['## schedules', ...lines(allowedTo(stage, roleOf(stage, 'Schedules')))].join('\n'),
    ['## alarms', ...alarms(stage)].join('\n'),
    ['## what people hear', ...composites(stage)].join('\n'),
  ].join('\n\n');
}

function functionPage(stage: Synthesised, name: FunctionName): string {
  const [, lambda] = entry(stage, 'AWS::Lambda::Function', `${name}Function`);
  const [id] = entry(stage, 'AWS::Lambda::Alias', `${name}Live`);
  const { Runtime, Architectures, MemorySize, Timeout, Description } = lambda.Properties;
  return [
    `## ${name}: ${text(Description)}`,
    `  ${text(Runtime)}, ${z.array(z.string()).parse(Architectures).join()}, ${text(MemorySize)} MB, ${text(Timeout)} s`,
    ...triggersOf(stage, id).map((line) => `  started by ${line}`),
    ...lines(allowedTo(stage, roleOf(stage, name))),
  ].join('\n');
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

const target = z.object({ Arn: z.unknown() });

/** Triggers start the version that is in use. */
function triggersOf(stage: Synthesised, functionId: string): string[] {
  const own = (value: unknown): boolean => JSON.stringify(value ?? '').includes(`"${functionId}"`);
  const of = (type: string): Resource[] => Object.values(stage.resources('service', type));
  const schedules = of('AWS::Scheduler::Schedule')
    .filter(({ Properties }) => own(target.parse(Properties['Target']).Arn))
    .map(({ Properties }) => text(Properties['ScheduleExpression']));
  const queues = of('AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) => own(Properties['FunctionName']))
    .map(
      ({ Properties }) => `${nameOf(Properties['EventSourceArn'])}, ${text(Properties['BatchSize'])} at once`,
    );
  const integrations = new Set(
    Object.entries(stage.resources('service', 'AWS::ApiGatewayV2::Integration'))
      .filter(([, { Properties }]) => own(Properties['IntegrationUri']))
      .map(([id]) => id),
  );
  const routes = of('AWS::ApiGatewayV2::Route')
    .filter(({ Properties }) =>
      [...integrations].some((id) => JSON.stringify(Properties['Target']).includes(id)),
    )
    .map(({ Properties }) => `${text(Properties['RouteKey'])} (${text(Properties['AuthorizationType'])})`);
  return [...schedules, ...queues, ...routes];
}

function entry(stage: Synthesised, type: string, prefix: string): [string, Resource] {
  const found = Object.entries(stage.resources('service', type)).find(([id]) => id.startsWith(prefix));
  if (!found) throw new Error(`there is no ${prefix}`);
  return found;
}

export const roleOf = (stage: Synthesised, prefix: string): string =>
  entry(stage, 'AWS::IAM::Role', `${prefix}Role`)[0];

function lines(allowed: readonly Allowed[]): string[] {
  const grouped = new Map<string, string[]>();
  for (const { action, on, keys, through } of allowed) {
    const conditions = [...keys.map((key) => `keys ${key}`), ...through].join(', ');
    const place = `${on}${conditions === '' ? '' : ` (${conditions})`}`;
    grouped.set(place, [...(grouped.get(place) ?? []), action]);
  }
  return [...grouped].map(([place, actions]) => `  may ${actions.sort().join(', ')} on ${place}`).sort();
}

/** Each mail with the alarms that set it off. */
const composites = (stage: Synthesised): string[] =>
  Object.values(stage.resources('observability', 'AWS::CloudWatch::CompositeAlarm')).map(
    ({ Properties }) =>
      `  ${text(Properties['AlarmName'])}: ${text(Properties['AlarmDescription'])}\n    ${[
        ...text(Properties['AlarmRule']).matchAll(/"Alarms([a-z0-9-]+?)[0-9A-F]{8}"/gi),
      ]
        .map(([, id]) => id)
        .join(', ')}`,
  );

/** Each text once, with its alarms. */
function alarms(stage: Synthesised): string[] {
  const byText = new Map<string, string[]>();
  for (const { Properties } of Object.values(stage.resources('observability', 'AWS::CloudWatch::Alarm'))) {
    const says = text(Properties['AlarmDescription']);
    byText.set(says, [...(byText.get(says) ?? []), text(Properties['AlarmName'])]);
  }
  return [...byText].map(([says, names]) => `  ${names.sort().join(', ')}:\n    ${says}`).sort();
}
