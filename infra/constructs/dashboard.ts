import type { Stage } from '../stage.ts';
import type { ServiceStack } from '../service-stack.ts';
import { type StateStack } from '../state-stack.ts';
import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  MathExpression,
  Metric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { observations } from '../../shared/watched.ts';
import { configurationSet, stackName } from '../naming.ts';

import { observed } from './alarms.ts';

const HOUR = Duration.hours(1);

/** One page: is it on time, does it arrive, what does it cost. */
export function dashboard(scope: Construct, watched: Watched): Dashboard {
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: stackName(watched.stage, 'overview'),
    defaultInterval: Duration.days(7),
    widgets: [keepingUp(watched), arriving(watched), costing(watched)],
  });
}

function keepingUp({ stage, state }: Watched) {
  const queues = state.queues.all().map(([, made]) => made);
  const waiting = queues.map(({ queue }) =>
    queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
  );
  const dead = [...queues.map((made) => made.dead), state.queues.scheduleDead];
  const inWindow = new MathExpression({
    expression: '100 - 100 * late / sent',
    label: '% in time',
    period: HOUR,
    usingMetrics: {
      late: observed(stage, 'NoticesLate', 'Sum', 60),
      sent: observed(stage, 'NoticesSent', 'Sum', 60),
    },
  });
  return [
    new SingleValueWidget({
      title: observations.WatermarkAge.title,
      metrics: [observed(stage, 'WatermarkAge', 'Maximum', 5)],
      width: 6,
    }),
    new GraphWidget({ title: 'Due but unsent: messages that wait', left: waiting, width: 6 }),
    new GraphWidget({ title: 'Share that left within the hour', left: [inWindow], width: 6 }),
    new GraphWidget({
      title: 'Dead letters',
      left: dead.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' })),
      width: 6,
    }),
  ];
}

function arriving({ stage, service }: Watched) {
  const mail = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/SES',
      metricName,
      statistic: 'Sum',
      period: HOUR,
      dimensionsMap: { 'ses:configuration-set': configurationSet(stage) },
    });
  const { api } = service.frontDoor;
  return [
    new GraphWidget({
      title: 'Notices',
      left: [
        observed(stage, 'HandedOver', 'Sum', 60),
        observed(stage, 'NoticesSent', 'Sum', 60),
        observed(stage, 'SendFailures', 'Sum', 60),
      ],
      width: 8,
    }),
    ...(stage.mail.kind === 'ses'
      ? [
          new GraphWidget({
            title: 'Mails afterwards: delivered, bounced, complained',
            left: [mail('Delivery'), mail('Bounce'), mail('Complaint')],
            width: 8,
          }),
        ]
      : []),
    new GraphWidget({
      title: 'The API: requests, refusals, failures',
      left: [api.metricCount(), api.metricClientError(), api.metricServerError()],
      width: 8,
    }),
  ];
}

/** The parts of the bill. */
function costing({ state, service }: Watched) {
  const functions = Object.values(service.functions).map((made) => made.lambda);
  const units = { statistic: 'Sum', period: HOUR };
  return [
    new GraphWidget({
      title: 'Capacity units of the table',
      left: [
        state.table.metricConsumedReadCapacityUnits(units),
        state.table.metricConsumedWriteCapacityUnits(units),
      ],
      width: 8,
    }),
    new GraphWidget({
      title: 'Milliseconds of each function',
      left: functions.map((made) => made.metricDuration({ statistic: 'Sum', period: HOUR })),
      width: 8,
    }),
    new GraphWidget({
      title: 'Runs of each function',
      left: functions.map((made) => made.metricInvocations({ period: HOUR })),
      width: 8,
    }),
  ];
}

export interface Watched {
  readonly stage: Stage;
  readonly state: StateStack;
  readonly service: ServiceStack;
}
