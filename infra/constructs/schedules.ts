import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/functions.ts';
import type { Stage } from '../stage.ts';
import { PRODUCT, stackName } from '../naming.ts';
import type { StateStack } from '../state-stack.ts';
import { keyThrough } from './grants.ts';

/** The schedules of a stage: one group, one role. Runs that could not be started go into a queue of their own. */
export class Schedules extends Construct {
  private readonly role: Role;
  private readonly group: CfnScheduleGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
    private readonly state: StateStack,
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    this.group = new CfnScheduleGroup(this, 'Group', { name: `${PRODUCT}-${stage.name}` });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: `Starts the scheduled functions of ${stage.name}`,
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [state.queues.scheduleDead.queueArn] }),
    );
    this.role.addToPolicy(keyThrough(stack, state, 'sqs', ['Decrypt', 'GenerateDataKey']));
  }

  every(minutes: number, name: FunctionName, target: Pick<IFunction, 'functionArn'>): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
    );
    new CfnSchedule(this, name, {
      name: `${stackName(this.stage, name)}-every-${minutes}m`,
      ...(this.group.name === undefined ? {} : { groupName: this.group.name }),
      description: `Starts ${name}`,
      scheduleExpression: `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: this.role.roleArn,
        input: JSON.stringify({ source: 'schedule' }),
        deadLetterConfig: { arn: this.state.queues.scheduleDead.queueArn },
        // The next run catches up, so a run that is later than one interval is not worth starting.
        retryPolicy: { maximumEventAgeInSeconds: Math.max(60, minutes * 60), maximumRetryAttempts: 2 },
      },
    }).addResourceDependency(this.group);
  }
}
