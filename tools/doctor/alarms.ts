import { ListSubscriptionsByTopicCommand, type SNSClient, type Subscription } from '@aws-sdk/client-sns';
import type { Stage } from '../../infra/stage.ts';
import { missing, type Finding } from './finding.ts';

/** Whether anybody receives the alarms. */
export async function alarmFindings(client: SNSClient, stage: Stage, TopicArn: string): Promise<Finding[]> {
  const all: Subscription[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListSubscriptionsByTopicCommand({ TopicArn, ...(NextToken === undefined ? {} : { NextToken }) }),
    );
    all.push(...(page.Subscriptions ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  if (all.some(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'))) return [];
  const loss = 'Nobody hears of an alarm: reminders may stay away for days unnoticed.';
  return [
    all.length > 0
      ? missing(
          'alarms-unconfirmed',
          `none of the ${all.length} subscribers of the alarms has confirmed`,
          loss,
          'follow the link in the mail “AWS Notification - Subscription Confirmation”; it is void after two days: then remove the address from alarmsTo, deploy, put it back, deploy',
        )
      : missing(
          'alarms-nobody',
          'nobody subscribes to the alarms',
          loss,
          `put an address into cdk.json under stages.${stage.name}.alarmsTo, npm run deploy -- --stage ${stage.name}, and confirm the mail that comes`,
        ),
  ];
}
