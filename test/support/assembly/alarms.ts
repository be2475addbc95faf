import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { formatInstant, toInstant } from '../../../shared/domain/time/instant.ts';
import type { Functions } from './functions.ts';
import { fieldsOf, listOf, textOf } from './reading.ts';
import type { Account } from './resolve.ts';

/** What CloudWatch knows about a stage. */
export interface Figure {
  readonly at: number;
  /** `AWS/Lambda Errors NAME` */
  readonly series: string;
  readonly value: number;
}

const dimensions = z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]);
const metric = z.looseObject({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: dimensions,
});
const alarm = z.looseObject({
  AlarmName: z.string(),
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number().optional(),
  Period: z.number().optional(),
  Statistic: z.string().optional(),
  TreatMissingData: z.string().optional(),
  Metrics: z.array(z.looseObject({ Id: z.string() })).optional(),
});

const seriesOf = (given: unknown): string => {
  const { Namespace, MetricName, Dimensions } = metric.parse(given);
  return [Namespace, MetricName, ...Dimensions.map(({ Value }) => textOf(Value))].join(' ');
};

/** What the functions’ runs and their log lines say, by the metric filters of the templates. */
export function figuresOf(account: Account, { runs, log }: Functions): Figure[] {
  const figures: Figure[] = [];
  const named = new Map(account.all('AWS::Lambda::Function').map(({ id, ref }) => [id, ref]));
  for (const { at, function: id, outcome } of runs) {
    const name = named.get(id) ?? id;
    figures.push({ at, series: `AWS/Lambda Invocations ${name}`, value: 1 });
    figures.push({ at, series: `AWS/Lambda Errors ${name}`, value: outcome === 'answered' ? 0 : 1 });
  }
  const groups = new Map(
    account
      .all('AWS::Lambda::Function')
      .map(({ id, properties }) => [id, fieldsOf(properties['LoggingConfig'])['LogGroup']]),
  );
  for (const { properties } of account.all('AWS::Logs::MetricFilter')) {
    const [, field = '', wanted = ''] =
      /^\{ ?\$\.(\w+) = "([^"]*)" ?\}$/.exec(textOf(properties['FilterPattern'])) ?? [];
    if (field === '')
      throw new Error(`this environment does not know ${textOf(properties['FilterPattern'])}`);
    for (const { at, function: id, fields } of log) {
      if (groups.get(id) !== properties['LogGroupName'] || fields[field] !== wanted) continue;
      for (const each of listOf(properties['MetricTransformations']).map(fieldsOf)) {
        const value = textOf(each['MetricValue']);
        const read = value.startsWith('$.') ? Number(fields[value.slice(2)]) : Number(value);
        const series = `${textOf(each['MetricNamespace'])} ${textOf(each['MetricName'])}`;
        if (!Number.isNaN(read)) figures.push({ at, series, value: read });
      }
    }
  }
  return figures;
}

const statistics: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  Minimum: (values) => Math.min(...values),
  Average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
};

/**
 * Which alarms went off, and when. Those of silence are left out: between the moments at which something is due
 * the schedules do not run here.
 */
export function raised(account: Account, figures: readonly Figure[]): string[] {
  const bySeries = new Map<string, Figure[]>();
  for (const figure of figures) bySeries.set(figure.series, [...(bySeries.get(figure.series) ?? []), figure]);
  const off = account.all('AWS::CloudWatch::Alarm').flatMap(({ arn, properties }) => {
    const read = alarm.parse(properties);
    if (read.TreatMissingData === 'breaching') return [];
    const values = read.Metrics ? mathOf(read.Metrics, bySeries) : valuesOf(properties, bySeries);
    const breaches = [...values].filter(([, value]) =>
      compare(read.ComparisonOperator, value, read.Threshold),
    );
    const [of, many] = [read.EvaluationPeriods, read.DatapointsToAlarm ?? read.EvaluationPeriods];
    const period = periodOf(read.Period === undefined ? (read.Metrics ?? []) : [properties]);
    const first = breaches.find(
      ([at]) => breaches.filter(([other]) => other <= at && other > at - of * period).length >= many,
    );
    if (first === undefined) return [];
    return [{ arn, says: `${read.AlarmName} at ${formatInstant(toInstant(first[0]))}: ${first[1]}` }];
  });
  const composites = account.all('AWS::CloudWatch::CompositeAlarm').flatMap(({ ref, properties }) => {
    const named = new Set(alarmsIn(properties['AlarmRule']));
    const parts = off.filter(({ arn }) => named.has(arn));
    return parts.length === 0 ? [] : [`${ref}, because of ${parts.length} alarms`];
  });
  return [...off.map(({ says }) => says), ...composites];
}

/** The ARNs of the alarms of which any sets off a composite alarm. */
export function alarmsIn(rule: unknown): string[] {
  const parts = textOf(rule ?? '')
    .split(' OR ')
    .map((part) => part.replace(/^\(+|\)+$/g, ''));
  return parts.flatMap((part) => {
    if (part === '') return [];
    const [, arn] = /^ALARM\(?"([^"]+)"$/.exec(part) ?? [];
    if (arn === undefined) throw new Error(`this environment does not know the rule ${part}`);
    return [arn];
  });
}

function compare(operator: string, value: number, threshold: number): boolean {
  if (operator === 'GreaterThanOrEqualToThreshold') return value >= threshold;
  if (operator === 'GreaterThanThreshold') return value > threshold;
  if (operator === 'LessThanThreshold') return value < threshold;
  if (operator === 'LessThanOrEqualToThreshold') return value <= threshold;
  throw new Error(`this environment does not know ${operator}`);
}

const periodOf = (metrics: readonly unknown[]): number => {
  for (const each of metrics) {
    const { Period, MetricStat } = fieldsOf(each);
    const found = Period ?? fieldsOf(MetricStat)['Period'];
    if (found !== undefined) return Number(found) * 1000;
  }
  return 300_000;
};

/** A value for each period that has one. */
function valuesOf(given: unknown, bySeries: ReadonlyMap<string, readonly Figure[]>): Map<number, number> {
  const { Statistic, Period, Metric, Stat, ...own } = fieldsOf(given);
  const period = Number(Period) * 1000;
  const grouped = new Map<number, number[]>();
  for (const { at, value } of bySeries.get(seriesOf(Metric ?? own)) ?? []) {
    const begins = Math.floor(at / period) * period;
    grouped.set(begins, [...(grouped.get(begins) ?? []), value]);
  }
  const statistic = statistics[textOf(Statistic ?? Stat ?? 'Sum')];
  return new Map([...grouped].map(([at, values]) => [at, statistic?.(values) ?? 0]));
}

const FILL = (value: number | undefined, other: number): number => value ?? other;

/** An expression of figures, where all of them have a value or are filled. */
function mathOf(
  metrics: readonly Readonly<Record<string, unknown>>[],
  bySeries: ReadonlyMap<string, readonly Figure[]>,
): Map<number, number> {
  const expression = metrics.find((one) => one['Expression'] !== undefined);
  const named = metrics
    .filter((one) => one['MetricStat'] !== undefined)
    .map((one) => [textOf(one['Id']), valuesOf(one['MetricStat'], bySeries)] as const);
  const result = new Map<number, number>();
  for (const at of new Set(named.flatMap(([, own]) => [...own.keys()]))) {
    const values = Object.fromEntries(named.map(([id, own]) => [id, own.get(at)]));
    const value = Number(runInNewContext(textOf(expression?.['Expression']), { ...values, FILL }));
    if (Number.isFinite(value)) result.set(at, value);
  }
  return result;
}
