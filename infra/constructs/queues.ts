import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueName, QueueTrigger } from '../../shared/functions.ts';
import { eachFunction } from '../each-function.ts';
import { receiptsRule, receiptsTopic } from '../naming.ts';
import type { Stage } from '../stage.ts';
import { explain } from '../suppress.ts';
import { deadLetters, WorkQueue } from './work-queue.ts';

/**
 * The queues of the registry, and one for the scheduled runs that could not start. What is handed to a queue is
 * nowhere else, so they are beside the table and not beside the functions.
 */
export class Queues {
  readonly scheduleDead: Queue;
  private readonly made = new Map<QueueName, WorkQueue>();

  constructor(scope: Construct, stage: Stage, key: IKey) {
    eachFunction((_name, { timeoutSeconds, triggers }) => {
      for (const trigger of triggers.filter((one) => one.kind === 'queue')) {
        const { queue, maxReceive } = trigger;
        const made = new WorkQueue(scope, `${queue}-queue`, { key, timeoutSeconds, maxReceive });
        takeEvents(made, trigger, stage);
        this.made.set(queue, made);
      }
    });
    this.scheduleDead = deadLetters(scope, 'SchedulesDead', key);
    explain(
      this.scheduleDead,
      'AwsSolutions-SQS3',
      'It holds the dead letters of the schedules, which name it themselves.',
    );
  }

  of(name: QueueName): WorkQueue {
    const queue = this.made.get(name);
    if (!queue) throw new Error(`no function of the registry reads the queue ${name}`);
    return queue;
  }

  all(): [QueueName, WorkQueue][] {
    return [...this.made];
  }
}

function takeEvents(queue: WorkQueue, { events = [] }: QueueTrigger, stage: Stage): void {
  const { partition, region, account } = Stack.of(queue);
  if (events.includes('mail-events') && stage.mail.kind === 'ses')
    queue.takeFrom('events', `arn:${partition}:events:${region}:${account}:rule/${receiptsRule(stage)}`);
  if (events.includes('sms-events') && stage.sms.kind === 'aws')
    queue.takeFrom('sns', `arn:${partition}:sns:${region}:${account}:${receiptsTopic(stage)}`);
}
