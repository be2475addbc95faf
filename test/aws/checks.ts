import { Duration, Stack, type App } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ExpectedResult, IntegTest, Match } from '@aws-cdk/integ-tests-alpha';
import type { Stacks } from '../../infra/build.ts';
import { functionLog, stackName } from '../../infra/naming.ts';
import { environmentOf } from '../../infra/state-stack.ts';
import { explain } from '../../infra/suppress.ts';

const PATIENCE = { totalTimeout: Duration.minutes(10), interval: Duration.seconds(20) };

/** Where an alarm of the stage can be read by a machine. */
class Ear extends Stack {
  readonly queue: Queue;

  constructor(app: App, { stage, observability }: Stacks) {
    super(app, stackName(stage, 'ear'), { env: environmentOf(stage) });
    this.queue = new Queue(this, 'Queue', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true });
    observability.alarms.topic.addSubscription(new SqsSubscription(this.queue));
    explain(
      this.queue,
      'AwsSolutions-SQS3',
      'A machine listens here for some minutes: nothing is lost with it.',
    );
  }
}

/**
 * What only an account can answer, asked after the deployment of a stage. An answer that does not come makes the
 * deployment of these checks fail.
 */
export function checks(app: App, stacks: Stacks): Stack {
  const { stage, state, service, observability } = stacks;
  const ear = new Ear(app, stacks);
  const asking = new Stack(app, stackName(stage, 'checks'), { env: environmentOf(stage) });
  const test = new IntegTest(app, stackName(stage, 'sandbox'), {
    testCases: [state, service, observability, ear],
    assertionStack: asking,
  });
  const ask = test.assertions;
  const api = `https://${service.frontDoor.host}`;

  // The API answers, and nobody comes in without a token.
  ask
    .httpApiCall(`${api}/health`)
    .expect(ExpectedResult.objectLike({ status: 200 }))
    .waitForAssertions(PATIENCE);
  ask
    .httpApiCall(`${api}/v1/jurisdictions`)
    .expect(ExpectedResult.objectLike({ status: 401 }))
    .waitForAssertions(PATIENCE);

  // The schedule starts its function, which reads the table with its own key and permissions, and says so.
  ask
    .awsApiCall('CloudWatchLogs', 'filterLogEvents', {
      logGroupName: functionLog(stage, 'sweep'),
      filterPattern: '{ $.code = "SWEPT" }',
      limit: 1,
    })
    .expect(ExpectedResult.objectLike({ events: Match.arrayWith([Match.objectLike({})]) }))
    .waitForAssertions(PATIENCE);

  // A role reaches no further than its partitions.
  const may = (partition: string) =>
    ask.awsApiCall('IAM', 'simulatePrincipalPolicy', {
      PolicySourceArn: service.functions.sweep.role.roleArn,
      ActionNames: ['dynamodb:Query'],
      ResourceArns: [state.table.tableArn],
      ContextEntries: [
        {
          ContextKeyName: 'dynamodb:LeadingKeys',
          ContextKeyType: 'stringList',
          ContextKeyValues: [partition],
        },
      ],
    });
  const decision = (found: string) =>
    ExpectedResult.objectLike({
      EvaluationResults: Match.arrayWith([Match.objectLike({ EvalDecision: found })]),
    });
  may('AGENDA#2026-03-02#0').expect(decision('allowed')).waitForAssertions(PATIENCE);
  may('hongjiang#S#1').expect(decision('implicitDeny')).waitForAssertions(PATIENCE);

  // An alarm reaches who subscribes to the topic, through its policy and the key’s.
  const name = stackName(stage, 'urgent-today');
  ask
    .awsApiCall('CloudWatch', 'setAlarmState', {
      AlarmName: name,
      StateValue: 'ALARM',
      StateReason: 'Tried in the sandbox.',
    })
    .next(
      ask
        .awsApiCall('SQS', 'receiveMessage', { QueueUrl: ear.queue.queueUrl, WaitTimeSeconds: 20 })
        .expect(
          ExpectedResult.objectLike({
            Messages: Match.arrayWith([Match.objectLike({ Body: Match.stringLikeRegexp(name) })]),
          }),
        )
        .waitForAssertions(PATIENCE),
    );

  // The table cannot be deleted by one command.
  ask
    .awsApiCall('DynamoDB', 'describeTable', { TableName: state.table.tableName })
    .expect(ExpectedResult.objectLike({ Table: { DeletionProtectionEnabled: true, TableStatus: 'ACTIVE' } }))
    .waitForAssertions(PATIENCE);
  for (const rule of [
    'AwsSolutions-IAM4',
    'AwsSolutions-IAM5',
    'AwsSolutions-L1',
    'AwsSolutions-SF1',
    'AwsSolutions-SF2',
  ])
    explain(
      asking,
      rule,
      'CDK’s own functions that ask and wait, for some minutes in an account for trying out.',
    );
  return asking;
}
