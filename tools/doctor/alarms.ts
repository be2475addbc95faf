import {
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  type SNSClient,
  type Subscription,
} from '@aws-sdk/client-sns';
import { z } from 'zod';
import type { Stage } from '../../infra/stage.ts';
import { missing, type Finding } from './finding.ts';

const NOBODY_HEARS = 'Nobody hears of an alarm: reminders may stay away for days unnoticed.';

/** Whether alarms come in and anybody receives them. */
export async function alarmFindings(client: SNSClient, stage: Stage, topic: string): Promise<Finding[]> {
  return [
    ...(await policyFindings(client, stage, topic)),
    ...(await subscriberFindings(client, stage, topic)),
  ];
}

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const policy = z.object({
  Statement: z.array(
    z.looseObject({
      Effect: z.string(),
      Action: several,
      Principal: z.union([z.string(), z.looseObject({ Service: several.optional() })]),
    }),
  ),
});

/** A topic’s own policy takes the place of the one by which CloudWatch may publish. */
async function policyFindings(client: SNSClient, stage: Stage, TopicArn: string): Promise<Finding[]> {
  const { Attributes = {} } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
  const { Statement } = policy.parse(JSON.parse(Attributes['Policy'] ?? '{"Statement":[]}'));
  const published = Statement.some(
    ({ Effect, Action, Principal }) =>
      Effect === 'Allow' &&
      Action.some((action) => action.toLowerCase() === 'sns:publish') &&
      typeof Principal !== 'string' &&
      Principal.Service?.includes('cloudwatch.amazonaws.com') === true,
  );
  if (published) return [];
  return [
    missing(
      'alarms-policy',
      'the policy of the alarms’ topic does not let CloudWatch publish',
      NOBODY_HEARS,
      `npm run deploy -- --stage ${stage.name}; then see that aws cloudwatch set-alarm-state brings a mail`,
    ),
  ];
}

/** Whether anybody receives the alarms. */
async function subscriberFindings(client: SNSClient, stage: Stage, TopicArn: string): Promise<Finding[]> {
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
  const loss = NOBODY_HEARS;
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
