import { Duration } from 'aws-cdk-lib';
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
  });
}

export interface WorkQueueProps {
  readonly key: IKey;
  /** The time-out of the function that reads it. */
  readonly timeoutSeconds: number;
  /** Tries before a message becomes a dead letter. */
  readonly maxReceive: number;
}

/** A queue that a function reads, with its dead letters. */
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
    });
  }
}
