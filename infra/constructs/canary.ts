import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import type { Construct } from 'constructs';
import { stackName } from '../naming.ts';
import type { Stage } from '../stage.ts';
import { explain } from '../suppress.ts';
import type { RegisteredFunction } from './function.ts';

const MINUTE = Duration.minutes(1);

/**
 * A new version of the API answers a tenth of the requests for five minutes. When requests fail meanwhile, the
 * version before answers all of them again and the deployment fails. What queues and schedules start changes at
 * once: a message that fails comes again.
 */
export function canary(scope: Construct, stage: Stage, made: RegisteredFunction, api: HttpApi): void {
  const failures = new Alarm(scope, 'CanaryFails', {
    alarmName: stackName(stage, 'canary-fails'),
    alarmDescription: 'The new version of the API fails: CodeDeploy goes back to the version before.',
    metric: new MathExpression({
      expression: 'FILL(broken, 0) + FILL(answered, 0)',
      label: 'failures',
      period: MINUTE,
      usingMetrics: {
        broken: made.lambda.metricErrors({ statistic: 'Sum', period: MINUTE }),
        answered: api.metricServerError({ statistic: 'Sum', period: MINUTE }),
      },
    }),
    threshold: 3,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const group = new LambdaDeploymentGroup(scope, 'Canary', {
    application: new LambdaApplication(scope, 'Deployments', { applicationName: stackName(stage, 'api') }),
    alias: made.live,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    alarms: [failures],
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  });
  explain(
    group,
    'AwsSolutions-IAM4',
    'AWS’s own policy for shifting the traffic of a function, and no more.',
  );
}
