import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { metricNamespace, stackName } from '../naming.ts';
import type { ObservationName } from '../../shared/watched.ts';

export interface Watch {
  readonly metric: IMetric;
  readonly threshold: number;
  /** `reached`: at this value or above; `silent`: below it, or no data. */
  readonly when: 'reached' | 'silent';
  /** How many of how many consecutive periods must be so. */
  readonly periods?: readonly [many: number, of: number];
}

export interface Meaning {
  readonly loss: string;
  readonly firstStep: string;
  /** The heading in the runbook: `alarm-…`. */
  readonly chapter: string;
  /** `now`: people lose something while it lasts. `today`: it can wait for the morning. */
  readonly urgency: Urgency;
}

export type Urgency = 'now' | 'today';

/**
 * Alarms that say what a person loses and what to do first. One fault sets off many of them, so people hear of all
 * that is urgent together, and of all that is not: one mail when the first begins, one when the last has ended.
 */
export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly made: Record<Urgency, Alarm[]> = { now: [], today: [] };

  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
    key: IKey,
  ) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    // The policy of enforceSSL takes the place of the one by which the account’s own services may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    for (const address of stage.alarmsTo) this.topic.addSubscription(new EmailSubscription(address));
  }

  watch(id: string, { metric, threshold, when, periods = [1, 1] }: Watch, meaning: Meaning): void {
    const silent = when === 'silent';
    const alarm = new Alarm(this, id, {
      alarmName: stackName(this.stage, id),
      alarmDescription: `${meaning.loss} First: ${meaning.firstStep} Then: ${this.stage.runbook}#alarm-${meaning.chapter}`,
      metric,
      threshold,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: periods[0],
      evaluationPeriods: periods[1],
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.made[meaning.urgency].push(alarm);
  }

  /** Call it when all are made. */
  tellPeople(): void {
    const words = {
      now: 'People lose something while this lasts: reminders, or the pages themselves.',
      today: 'Something goes wrong that can wait for the morning, and not longer.',
    };
    for (const urgency of ['now', 'today'] as const) {
      const name = stackName(this.stage, `urgent-${urgency}`);
      const alarms = this.made[urgency].map((alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM));
      const composite = new CompositeAlarm(this, `Urgent-${urgency}`, {
        compositeAlarmName: name,
        alarmDescription: `${words[urgency]} First: Open each alarm that the reason names, and do what its description says first. Then: ${this.stage.runbook}#alarm-urgent`,
        alarmRule: AlarmRule.anyOf(...alarms),
      });
      composite.addAlarmAction(new SnsAction(this.topic));
      composite.addOkAction(new SnsAction(this.topic));
    }
  }
}

/** A figure in a function’s log lines. */
export function observed(
  stage: Stage,
  metricName: ObservationName,
  statistic: string,
  minutes: number,
): Metric {
  return new Metric({
    namespace: metricNamespace(stage),
    metricName,
    statistic,
    period: Duration.minutes(minutes),
  });
}
