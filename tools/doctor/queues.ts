import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Stage } from '../../infra/stage.ts';
import { concerns } from '../../shared/watched.ts';
import type { StageQueue } from '../aws/stage.ts';
import { missing, type Finding } from './finding.ts';

/** Dead letters that wait for a person. */
export async function queueFindings(
  client: SQSClient,
  stage: Stage,
  queues: readonly StageQueue[],
): Promise<Finding[]> {
  const found = await Promise.all(
    queues.map(async ({ name, dead }): Promise<Finding[]> => {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      const count = Number(Attributes['ApproximateNumberOfMessages'] ?? '0');
      if (count === 0) return [];
      const runs = name === 'schedules';
      return [
        missing(
          `dead-letters-${name}`,
          runs ? `${count} scheduled runs could not start` : `${count} dead letters of the queue ${name}`,
          runs
            ? 'The next run caught up, or something keeps the schedules from starting.'
            : concerns['dead-letters'].loss,
          runs
            ? `see the alarms, then aws sqs purge-queue --queue-url ${dead}`
            : `mend the cause that MESSAGE_FAILED names in the log, then npm run replay -- --stage ${stage.name} --queue ${name}`,
        ),
      ];
    }),
  );
  return found.flat();
}
