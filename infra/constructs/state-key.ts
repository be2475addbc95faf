import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Stage } from '../stage.ts';
import { PRODUCT, receiptsTopic } from '../naming.ts';

/** The customer key of a stage: table, queues, files, secrets, logs, alarms. */
export function stateKey(stack: Stack, stage: Stage): Key {
  const key = new Key(stack, 'Key', {
    alias: `${PRODUCT}-${stage.name}`,
    description: `${PRODUCT} ${stage.name}: everything at rest`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
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
  const fromHere = { StringEquals: { 'aws:SourceAccount': stack.account } };
  allow(key, 'Alarms', 'cloudwatch', fromHere);
  if (stage.sms.kind === 'aws') allow(key, 'SmsEvents', 'sms-voice', fromHere);
  const { partition, region, account } = stack;
  // EventBridge sends to an encrypted queue without naming the account, see AWS’s documents on its key policies.
  if (stage.mail.kind === 'ses') allow(key, 'MailReceipts', 'events', {});
  if (stage.sms.kind === 'aws')
    allow(key, 'SmsReceipts', 'sns', {
      ArnEquals: { 'aws:SourceArn': `arn:${partition}:sns:${region}:${account}:${receiptsTopic(stage)}` },
    });
  return key;
}

/** Lets a service encrypt what it publishes. */
function allow(key: Key, sid: string, service: string, conditions: Record<string, object>): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid,
      principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions,
    }),
  );
}
