import { Stack } from 'aws-cdk-lib';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { addressOf, configurationSet, domainOf, receiptsRule } from '../naming.ts';
import type { WorkQueue } from './work-queue.ts';

/** What becomes of a mail after it was sent, as a destination names it and as its events are called. */
const receipts = new Map([
  [EmailSendingEvent.DELIVERY, 'Delivery'],
  [EmailSendingEvent.BOUNCE, 'Bounce'],
  [EmailSendingEvent.COMPLAINT, 'Complaint'],
  [EmailSendingEvent.REJECT, 'Reject'],
  [EmailSendingEvent.DELIVERY_DELAY, 'DeliveryDelay'],
]);

/** SES: a configuration set that reports the result of each mail. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  private readonly from: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
  ) {
    super(scope, id);
    this.from = stage.mail.from;
    this.configurationSetName = configurationSet(stage);
    const set = new ConfigurationSet(this, 'Set', {
      configurationSetName: this.configurationSetName,
      // Mail servers of small offices do not all speak TLS, and a notice that the law asks for must arrive.
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    set.addEventDestination('Events', {
      // SES writes only to the default bus.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [...receipts.keys()],
    });
    set.addEventDestination('Figures', {
      destination: EventDestination.cloudWatchDimensions([
        {
          name: 'ses:configuration-set',
          source: CloudWatchDimensionSource.MESSAGE_TAG,
          defaultValue: this.configurationSetName,
        },
      ]),
      events: [EmailSendingEvent.SEND, ...receipts.keys()],
    });
  }

  /** Permission to send from this address with this configuration set, and nothing else of SES. */
  permission(): PolicyStatement {
    const stack = Stack.of(this);
    const arn = (resource: string): string =>
      `arn:${stack.partition}:ses:${stack.region}:${stack.account}:${resource}`;
    return new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [
        arn(`identity/${domainOf(this.from)}`),
        arn(`identity/${addressOf(this.from)}`),
        arn(`configuration-set/${this.configurationSetName}`),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': addressOf(this.from) } },
    });
  }

  /** Sends what SES reports about this stage’s mails into the queue. */
  eventsTo(queue: WorkQueue): void {
    const { queueArn: arn } = queue.queue;
    new Rule(this, 'Receipts', {
      ruleName: receiptsRule(this.stage),
      description: 'Deliveries, bounces and complaints of this stage’s mails',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: [...receipts.values()],
          mail: { tags: { 'ses:configuration-set': Match.exactString(this.configurationSetName) } },
        },
      },
      // The queue’s own stack lets the rule send.
      targets: [{ bind: () => ({ arn, deadLetterConfig: { arn: queue.dead.queueArn } }) }],
    });
  }
}
