import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { addressOf, configurationSet, domainOf } from '../naming.ts';
import type { WorkQueue } from './work-queue.ts';

const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** SES: the sender’s domain, and a configuration set that reports the result of each mail. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  private readonly from: string;

  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    settings: { from: string; identityExists: boolean },
  ) {
    super(scope, id);
    this.from = settings.from;
    this.configurationSetName = configurationSet(stage);
    const set = new ConfigurationSet(this, 'Set', {
      configurationSetName: this.configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    set.addEventDestination('Events', {
      // SES writes only to the default bus.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events,
    });
    set.addEventDestination('Figures', {
      destination: EventDestination.cloudWatchDimensions([
        {
          name: 'ses:configuration-set',
          source: CloudWatchDimensionSource.MESSAGE_TAG,
          defaultValue: this.configurationSetName,
        },
      ]),
      events,
    });
    if (settings.identityExists) return;
    new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(domainOf(settings.from)),
      configurationSet: set,
    }).applyRemovalPolicy(RemovalPolicy.RETAIN);
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
    new Rule(this, 'Receipts', {
      description: 'Deliveries, bounces and complaints of this stage’s mails',
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': Match.exactString(this.configurationSetName) } } },
      },
      targets: [new SqsQueue(queue.queue, { deadLetterQueue: queue.dead })],
    });
  }
}
