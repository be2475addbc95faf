import { Duration, Stack, type App } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { functionRegistry, type FunctionDefinition, type FunctionName } from '../shared/functions.ts';
import { concerns, type ConcernName } from '../shared/watched.ts';
import type { Stage } from './stage.ts';
import { Alarms, observed, type Meaning, type Watch } from './constructs/alarms.ts';
import { dashboard, type Watched } from './constructs/dashboard.ts';
import type { RegisteredFunction } from './constructs/function.ts';
import {
  capacityWatches,
  quotaWatches,
  receiptWatches,
  scheduleWatches,
  slowness,
  tableWatches,
} from './constructs/limits.ts';
import { Spending } from './constructs/spending.ts';
import { eachFunction } from './each-function.ts';
import { configurationSet, stackName } from './naming.ts';
import { environmentOf } from './state-stack.ts';

const FIVE = Duration.minutes(5);

/** A message that waits longer than this is sent late. */
const WAITING_SECONDS = 15 * 60;

/**
 * The watermark of a healthy scheduler is at most 25 hours old: the day before is closed an hour after its end.
 */
const WATERMARK_SECONDS = 26 * 3600;

/** One dashboard, and alarms from the registry. */
export class ObservabilityStack extends Stack {
  readonly alarms: Alarms;

  constructor(
    app: App,
    private readonly watched: Watched,
  ) {
    const { stage, state, service } = watched;
    super(app, stackName(stage, 'observability'), { env: environmentOf(stage) });
    this.alarms = new Alarms(this, 'Alarms', stage, state.key);
    eachFunction((name, definition) => this.watchFunction(name, definition, service.functions[name]));
    this.watchQueues();
    this.watchNotices();
    if (stage.mail.kind === 'ses') this.watchReputation();
    this.watchLimits();
    this.alarms.tellPeople();
    if (stage.budget !== undefined) new Spending(this, 'Spending', stage, stage.budget);
    dashboard(this, watched);
  }

  private watchFunction(name: FunctionName, definition: FunctionDefinition, made: RegisteredFunction): void {
    const { triggers, timeoutSeconds } = definition;
    const meaning = meaningOf(name, definition);
    const longest = made.lambda.metricDuration({ statistic: 'Maximum', period: FIVE });
    this.alarms.watch(`${name}-slow`, slowness(longest, timeoutSeconds), meaning);
    this.alarms.watch(
      `${name}-fails`,
      { metric: made.lambda.metricErrors({ period: FIVE }), threshold: 1, when: 'reached', periods: [2, 3] },
      meaning,
    );
    for (const trigger of triggers) {
      if (trigger.kind === 'http' && trigger.routes === undefined) this.watchFrontDoor(name, meaning);
      if (trigger.kind !== 'schedule') continue;
      // Three runs that did not happen, and at least five minutes.
      const period = Duration.minutes(Math.max(5, 3 * trigger.everyMinutes));
      const metric = made.lambda.metricInvocations({ period });
      this.alarms.watch(`${name}-silent`, { metric, threshold: 1, when: 'silent' }, meaning);
    }
  }

  private watchFrontDoor(name: FunctionName, meaning: Meaning): void {
    const metric = this.watched.service.frontDoor.api.metricServerError({ statistic: 'Sum', period: FIVE });
    this.alarms.watch(`${name}-answers-500`, { metric, threshold: 5, when: 'reached' }, meaning);
  }

  private watchQueues(): void {
    const { queues } = this.watched.state;
    const dead = queues.all().map(([name, { dead }]) => [name, dead] as const);
    for (const [name, queue] of [...dead, ['schedules', queues.scheduleDead] as const]) {
      const metric = queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: FIVE });
      this.alarms.watch(
        `${name}-dead-letters`,
        { metric, threshold: 1, when: 'reached' },
        concern('dead-letters'),
      );
    }
    eachFunction((reader, definition) => {
      for (const trigger of definition.triggers.filter((one) => one.kind === 'queue')) {
        const waiting = queues.of(trigger.queue).queue;
        const metric = waiting.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: FIVE });
        this.alarms.watch(
          `${trigger.queue}-waits`,
          { metric, threshold: WAITING_SECONDS, when: 'reached' },
          meaningOf(reader, definition),
        );
      }
    });
  }

  private watchNotices(): void {
    const { stage } = this.watched;
    this.alarms.watch(
      'watermark-stands',
      {
        metric: observed(stage, 'WatermarkAge', 'Maximum', 5),
        threshold: WATERMARK_SECONDS,
        when: 'reached',
      },
      concern('watermark'),
    );
    this.alarms.watch(
      'notices-late',
      { metric: shareLate(stage, 60), threshold: 10, when: 'reached' },
      concern('late'),
    );
    this.alarms.watch(
      'pace-short',
      { metric: observed(stage, 'PaceShort', 'Sum', 5), threshold: 1, when: 'reached' },
      concern('pace'),
    );
    this.alarms.watch(
      'send-failures',
      { metric: observed(stage, 'SendFailures', 'Sum', 15), threshold: 10, when: 'reached' },
      concern('send-failures'),
    );
  }

  private watchLimits(): void {
    const all: readonly [Meaning, Record<string, Watch>][] = [
      [concern('capacity'), capacityWatches(this.watched)],
      [concern('table'), tableWatches(this.watched)],
      [concern('schedules'), scheduleWatches(this.watched)],
      [meaningOf('receipts', functionRegistry.receipts), receiptWatches(this.watched)],
      [concern('quotas'), quotaWatches(this.watched.stage)],
    ];
    for (const [meaning, watches] of all)
      for (const [id, watch] of Object.entries(watches)) this.alarms.watch(id, watch, meaning);
  }

  private watchReputation(): void {
    const rate = (metricName: string): Metric =>
      new Metric({
        namespace: 'AWS/SES',
        metricName,
        statistic: 'Maximum',
        period: Duration.minutes(15),
        // Of this stage’s mails: another stage of the account has alarms of its own.
        dimensionsMap: { 'ses:configuration-set': configurationSet(this.watched.stage) },
      });
    this.alarms.watch(
      'mails-bounce',
      { metric: rate('Reputation.BounceRate'), threshold: 0.05, when: 'reached' },
      concern('bounces'),
    );
    this.alarms.watch(
      'mails-unwanted',
      { metric: rate('Reputation.ComplaintRate'), threshold: 0.001, when: 'reached' },
      concern('complaints'),
    );
  }
}

/** Where a person loses something as long as it lasts. */
const urgent: ReadonlySet<FunctionName | ConcernName> = new Set([
  ...(['api', 'plan', 'sweep', 'deliver'] as const),
  ...(['capacity', 'schedules', 'table', 'watermark'] as const),
]);
const urgencyOf = (name: FunctionName | ConcernName) => (urgent.has(name) ? 'now' : 'today');

const concern = (name: ConcernName): Meaning => ({
  ...concerns[name],
  chapter: name,
  urgency: urgencyOf(name),
});

const meaningOf = (name: FunctionName, { loss, firstStep }: FunctionDefinition): Meaning => ({
  loss,
  firstStep,
  chapter: name,
  urgency: urgencyOf(name),
});

/** The percentage of the sent notices that were sent an hour or more after their time. */
function shareLate(stage: Stage, minutes: number): MathExpression {
  return new MathExpression({
    expression: '100 * late / sent',
    label: '% late',
    period: Duration.minutes(minutes),
    usingMetrics: {
      late: observed(stage, 'NoticesLate', 'Sum', minutes),
      sent: observed(stage, 'NoticesSent', 'Sum', minutes),
    },
  });
}
