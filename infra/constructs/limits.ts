import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { PRODUCT, receiptsRule } from '../naming.ts';
import type { Stage } from '../stage.ts';
import { type Watch } from './alarms.ts';
import type { Watched } from './dashboard.ts';

const FIVE = Duration.minutes(5);
/** The part of a limit at which somebody should ask for a higher one. */
const NEAR = 0.8;

const summed = (label: string, metrics: readonly IMetric[]): MathExpression =>
  new MathExpression({
    expression: metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
    label,
    period: FIVE,
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
  });

/** Functions that were held back, and how near the account is to its limit of concurrent executions. */
export function capacityWatches({ stage, service }: Watched): Record<string, Watch> {
  const functions = Object.values(service.functions);
  const throttles = functions.map(({ lambda }) => lambda.metricThrottles({ statistic: 'Sum', period: FIVE }));
  const used = new Metric({
    namespace: 'AWS/Usage',
    metricName: 'ResourceCount',
    dimensionsMap: { Service: 'Lambda', Type: 'Resource', Resource: 'ConcurrentExecutions', Class: 'None' },
    statistic: 'Maximum',
    period: FIVE,
  });
  const share = new MathExpression({
    expression: '100 * used / SERVICE_QUOTA(used)',
    label: '% of the limit',
    period: FIVE,
    usingMetrics: { used },
  });
  return {
    'functions-throttled': {
      metric: summed('held back', throttles),
      threshold: 1,
      when: 'reached',
      periods: [2, 3],
    },
    // What the account uses of a quota is not reported in China.
    ...(stage.partition === 'aws'
      ? {
          'concurrency-near-limit': {
            metric: share,
            threshold: 100 * NEAR,
            when: 'reached',
            periods: [2, 3],
          },
        }
      : {}),
  };
}

/** The table refuses because of the rate, or for a reason of its own. */
export function tableWatches({ state }: Watched): Record<string, Watch> {
  const operations = [
    Operation.GET_ITEM,
    Operation.BATCH_GET_ITEM,
    Operation.PUT_ITEM,
    Operation.BATCH_WRITE_ITEM,
    Operation.QUERY,
  ];
  return {
    'table-throttled': {
      metric: state.table.metricThrottledRequestsForOperations({ operations, period: FIVE }),
      threshold: 5,
      when: 'reached',
      periods: [2, 3],
    },
    'table-fails': {
      metric: state.table.metricSystemErrorsForOperations({ operations, period: FIVE }),
      threshold: 5,
      when: 'reached',
      periods: [2, 3],
    },
  };
}

/** Runs that the scheduler could not start, or dropped. */
export function scheduleWatches({ stage }: Watched): Record<string, Watch> {
  const of = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Scheduler',
      metricName,
      dimensionsMap: { ScheduleGroup: `${PRODUCT}-${stage.name}` },
      statistic: 'Sum',
      period: FIVE,
    });
  const lost = ['TargetErrorCount', 'InvocationDroppedCount', 'InvocationsFailedToBeSentToDeadLetterCount'];
  return {
    'schedules-fail': {
      metric: summed('not started', lost.map(of)),
      threshold: 1,
      when: 'reached',
      periods: [2, 3],
    },
  };
}

/** Receipts that did not reach the queue. */
export function receiptWatches({ stage }: Watched): Record<string, Watch> {
  if (stage.mail.kind !== 'ses') return {};
  const metric = new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap: { RuleName: receiptsRule(stage) },
    statistic: 'Sum',
    period: FIVE,
  });
  return { 'receipts-rule-fails': { metric, threshold: 1, when: 'reached' } };
}

/** What the providers take in a day or a month, as the stage says it. */
export function quotaWatches({ mail, sms }: Stage): Record<string, Watch> {
  const day = Duration.days(1);
  const sent = new Metric({ namespace: 'AWS/SES', metricName: 'Send', statistic: 'Sum', period: day });
  const spent = new Metric({
    namespace: 'AWS/SMSVoice',
    metricName: 'TextMessageMonthlySpend',
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
  return {
    ...(mail.kind === 'ses'
      ? { 'mails-near-quota': { metric: sent, threshold: NEAR * mail.perDay, when: 'reached' } }
      : {}),
    ...(sms.kind === 'aws' && sms.spendLimit !== undefined
      ? { 'sms-near-limit': { metric: spent, threshold: NEAR * sms.spendLimit, when: 'reached' } }
      : {}),
  };
}

/** A run that took nearly as long as it may. */
export const slowness = (metric: IMetric, timeoutSeconds: number): Watch => ({
  metric,
  threshold: Math.round(NEAR * timeoutSeconds * 1000),
  when: 'reached',
  periods: [2, 3],
});
