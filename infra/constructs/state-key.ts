import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Stage } from '../stage.ts';
import { PRODUCT } from '../naming.ts';

/** The customer key of a stage: table, queues, files, secrets, logs, alarms. */
export function stateKey(stack: Stack, stage: Stage): Key {
  const key = new Key(stack, 'Key', {
    alias: `${PRODUCT}-${stage.name}`,
    description: `${PRODUCT} ${stage.name}: everything at rest`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const arn = (service: string, resource: string): string =>
    `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`;
  // Services that act by themselves, without the permissions of a function.
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Logs',
      principals: [new ServicePrincipal('logs.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': [
            arn('logs', `log-group:/${PRODUCT}/${stage.name}/*`),
            arn('logs', `log-group:/aws/vendedlogs/${PRODUCT}/${stage.name}/*`),
          ],
        },
      },
    }),
  );
  const publishers = { cloudwatch: 'Alarms', events: 'ProviderEvents', 'sms-voice': 'SmsEvents' } as const;
  for (const [service, sid] of Object.entries(publishers)) {
    if (service === 'sms-voice' && stage.sms.kind !== 'aws') continue;
    key.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
  }
  return key;
}
