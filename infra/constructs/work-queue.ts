import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A queue’s messages are stored long enough for a holiday week and its weekends. */
const RETENTION = Duration.days(14);

/** A dead-letter queue, encrypted with the customer key. */
export function deadLetters(scope: Construct, id: string, key: IKey): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: RETENTION,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}

export interface WorkQueueProps {
  readonly key: IKey;
  /** The time-out of the function that reads it. */
  readonly timeoutSeconds: number;
  /** Tries before a message becomes a dead letter. */
  readonly maxReceive: number;
}

/** A queue that a function reads, with its dead letters. Its messages outlive the stack. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.dead = deadLetters(this, 'Dead', props.key);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: RETENTION,
      // Six times the function’s own limit, as Lambda recommends: a throttled batch must not come twice at
      // once.
      visibilityTimeout: Duration.seconds(6 * props.timeoutSeconds),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: props.maxReceive },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /**
   * Lets a rule or a topic of another stack send, and bury what it cannot send. It is named by its ARN, which is
   * known before it exists: the queue’s stack must not wait for the stack that uses the queue.
   */
  takeFrom(service: 'events' | 'sns', arn: string): void {
    for (const queue of [this.queue, this.dead])
      queue.addToResourcePolicy(
        new PolicyStatement({
          sid: `From${service}`,
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': arn } },
        }),
      );
  }
}
