import { Stack } from 'aws-cdk-lib';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-smsvoice';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { configurationSet, receiptsTopic } from '../naming.ts';
import type { WorkQueue } from './work-queue.ts';

/** End User Messaging SMS: a configuration set that reports the result of each text message. */
export class SmsReceipts extends Construct {
  readonly configurationSetName: string;

  constructor(scope: Construct, id: string, stage: Stage, key: IKey, queue: WorkQueue) {
    super(scope, id);
    this.configurationSetName = configurationSet(stage);
    const topic = new Topic(this, 'Topic', {
      topicName: receiptsTopic(stage),
      masterKey: key,
      enforceSSL: true,
    });
    const { policyDependable } = topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'SmsEvents',
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    // The queue’s own stack lets the topic send.
    new CfnSubscription(this, 'Receipts', {
      topicArn: topic.topicArn,
      protocol: 'sqs',
      endpoint: queue.queue.queueArn,
      redrivePolicy: { deadLetterTargetArn: queue.dead.queueArn },
    });
    const set = new CfnConfigurationSet(this, 'Set', {
      configurationSetName: this.configurationSetName,
      eventDestinations: [
        {
          eventDestinationName: 'receipts',
          enabled: true,
          matchingEventTypes: ['TEXT_ALL'],
          snsDestination: { topicArn: topic.topicArn },
        },
      ],
    });
    // The service may look whether it can publish as soon as it hears of the topic.
    if (policyDependable) set.node.addDependency(policyDependable);
  }
}
