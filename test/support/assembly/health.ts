import { figuresOf, raised, type Figure } from './alarms.ts';
import type { Cloud } from './cloud.ts';
import { fieldsOf, textOf } from './reading.ts';

/** Dead letters: queues to which another one or a schedule gives what it could not do. */
const deadLetters = ({ account, queues }: Cloud): [string, number][] => {
  const read = new Set(
    account.all('AWS::Lambda::EventSourceMapping').map(({ properties }) => properties['EventSourceArn']),
  );
  return account
    .all('AWS::SQS::Queue')
    .filter(({ arn }) => !read.has(arn))
    .map(({ id, arn }) => [id, queues.get(arn)?.messages.length ?? 0]);
};

/** Everything that an operator would have to look into. Empty when all is well. */
export function complaintsOf(cloud: Cloud): string[] {
  const { account, authority, functions, now } = cloud;
  const dead = deadLetters(cloud).filter(([, many]) => many > 0);
  const names = new Map(
    account.all('AWS::SQS::Queue').map(({ id, arn }) => [id, arn.split(':').at(-1) ?? '']),
  );
  const figures: Figure[] = [
    ...figuresOf(account, functions),
    ...dead.map(([id, value]) => ({
      at: now(),
      series: `AWS/SQS ApproximateNumberOfMessagesVisible ${names.get(id) ?? ''}`,
      value,
    })),
  ];
  return [
    ...[...new Set(authority.denied)].slice(0, 20).map((one) => `denied: ${one}`),
    ...functions.runs
      .filter(({ outcome }) => outcome !== 'answered')
      .map(({ function: name, outcome, says }) => `${name} ${outcome}: ${says ?? ''}`),
    ...functions.log
      .filter(({ fields }) => ['ERROR', 'CRITICAL'].includes(textOf(fields['level'] ?? '')))
      .map(({ function: name, fields }) => `${name} logged ${JSON.stringify(fieldsOf(fields))}`),
    ...dead.map(([id, many]) => `${id} holds ${many} dead letters`),
    ...raised(account, figures).map((one) => `alarm: ${one}`),
  ];
}
