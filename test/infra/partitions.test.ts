import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roleOf, summaryOf } from '../support/aws/infra-summary.ts';
import { allowedTo, nameOf } from '../support/aws/policies.ts';
import { synthesise, type Part, type Synthesised } from '../support/aws/synthesised.ts';
import { everyStage } from './every-stage.ts';
import { operated } from './operated.ts';
import { keptPage, whatSurvives } from './survival.ts';

const stages = new Map<string, Synthesised>();
const stageOf = (name: string): Synthesised => {
  const found = stages.get(name);
  if (!found) throw new Error(`${name} was not synthesised`);
  return found;
};

beforeAll(async () => {
  for (const name of ['prod', 'cn']) stages.set(name, await synthesise(name));
});
afterAll(() => {
  for (const stage of stages.values()) stage.remove();
});

const parts: readonly Part[] = ['state', 'service', 'observability'];
const sorted = (values: Iterable<string>): string[] => [...values].sort();
const template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });

const targets = z.array(z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) }));
const isReceipts = (id: string): boolean => id.startsWith('receiptsqueue');

const fromSender: unknown = expect.stringContaining('sender-id/');

// Synthesised once for all that is asked of it.
describe.each(['prod', 'cn'])('stage %s', (name) => {
  everyStage(name, stageOf);
  operated(name, stageOf);
  whatSurvives(name, stageOf);
});

describe('in the partition aws', () => {
  test('SES says what became of each mail, and functions may send from the one address alone', () => {
    const stage = stageOf('prod');
    stage.template('service').hasResourceProperties('AWS::SES::ConfigurationSet', {
      // A small office’s mail server without TLS gets its notice all the same.
      DeliveryOptions: { TlsPolicy: 'OPTIONAL' },
    });
    stage.template('service').hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        MatchingEventTypes: Match.arrayWith(['delivery', 'bounce', 'complaint']),
        EventBridgeDestination: Match.anyValue(),
      },
    });
    const allowed = allowedTo(stageOf('prod'), roleOf(stageOf('prod'), 'deliver'));
    const sends = allowed.filter(({ action }) => action === 'ses:SendEmail');
    expect(sends.length).toBeGreaterThan(0);
    for (const { through } of sends)
      expect(through).toEqual(['ses:FromAddress reminders@archive-duty.example.com']);
    expect(allowed.filter(({ action }) => action.startsWith('sms-voice:'))).toEqual([
      expect.objectContaining({
        action: 'sms-voice:SendTextMessage',
        on: fromSender,
      }),
    ]);
  });

  test('people sign in with a long password and a second factor, and cannot make themselves anybody', () => {
    const stage = stageOf('prod');
    stage.template('state').hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 14, RequireSymbols: true }) },
        DeletionProtection: 'ACTIVE',
      },
    });
    stage.template('service').hasResourceProperties('AWS::Cognito::UserPoolClient', {
      WriteAttributes: ['name'],
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      // Without a list the documents do not agree whether tokens hold the custom ones.
      ReadAttributes: [
        ...['custom:jurisdiction', 'custom:office', 'custom:person', 'custom:role', 'custom:unitId'],
        ...['email', 'email_verified', 'name'],
      ],
      CallbackURLs: ['https://console.archive-duty.example.com/'],
      LogoutURLs: ['https://console.archive-duty.example.com/'],
    });
  });

  test('of the mails’ events only what became of a mail reaches the queue, and only this stage’s', () => {
    const stage = stageOf('prod');
    const became = ['Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay'];
    const [rule] = Object.values(stage.resources('service', 'AWS::Events::Rule'));
    expect(rule?.Properties['EventPattern']).toEqual({
      source: ['aws.ses'],
      detail: { eventType: became, mail: { tags: { 'ses:configuration-set': ['archive-duty-prod'] } } },
    });
    const [target] = targets.parse(rule?.Properties['Targets']);
    expect([nameOf(target?.Arn), nameOf(target?.DeadLetterConfig.Arn)]).toEqual([
      'receiptsqueueQueue',
      'receiptsqueueDead',
    ]);
    const destinations = Object.values(
      stage.resources('service', 'AWS::SES::ConfigurationSetEventDestination'),
    ).map(({ Properties }) => JSON.stringify(Properties['EventDestination']));
    const onTheBus = destinations.filter((one) => one.includes('EventBridgeDestination'));
    expect(onTheBus).toHaveLength(1);
    expect(onTheBus[0]).not.toContain('"send"');
  });

  test('the receipts’ queue and its dead letters take what the rule and the topic of this stage send, and the key lets them', () => {
    const policies = Object.entries(stageOf('prod').resources('state', 'AWS::SQS::QueuePolicy'));
    for (const [id, { Properties }] of policies.filter(([id]) => isReceipts(id))) {
      const said = JSON.stringify(Properties);
      expect([id, said.includes(':rule/archive-duty-prod-mail-receipts"')]).toEqual([id, true]);
      expect([id, said.includes(':archive-duty-prod-sms-receipts"')]).toEqual([id, true]);
    }
    expect(policies.filter(([id]) => isReceipts(id))).toHaveLength(2);
    stageOf('prod').template('service').hasResourceProperties('AWS::Events::Rule', {
      Name: 'archive-duty-prod-mail-receipts',
    });
    stageOf('prod').template('service').hasResourceProperties('AWS::SNS::Topic', {
      TopicName: 'archive-duty-prod-sms-receipts',
    });
    const [key] = Object.values(stageOf('prod').resources('state', 'AWS::KMS::Key'));
    for (const service of ['events', 'sns', 'cloudwatch', 'sms-voice'])
      expect(JSON.stringify(key?.Properties['KeyPolicy'])).toContain(`"Service":"${service}.amazonaws.com"`);
  });

  test('the reputation that is watched is that of this stage’s mails', () => {
    for (const MetricName of ['Reputation.BounceRate', 'Reputation.ComplaintRate'])
      stageOf('prod')
        .template('observability')
        .hasResourceProperties('AWS::CloudWatch::Alarm', {
          MetricName,
          Dimensions: [{ Name: 'ses:configuration-set', Value: 'archive-duty-prod' }],
        });
  });

  test('SMS events are asked for only when the topic takes them', () => {
    const sets = Object.values(stageOf('prod').resources('service', 'AWS::SMSVOICE::ConfigurationSet'));
    expect(sets).toHaveLength(1);
    expect(String(sets[0]?.['DependsOn'])).toContain('SmsTopicPolicy');
  });

  test('the console is served by CloudFront alone, with security headers, and the API under the same name', () => {
    const stage = stageOf('prod');
    stage.template('web').resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    stage.template('web').hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['console.archive-duty.example.com'],
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
        CacheBehaviors: [
          Match.objectLike({ PathPattern: '/v1/docs', ViewerProtocolPolicy: 'redirect-to-https' }),
          Match.objectLike({ PathPattern: '/v1/*', ViewerProtocolPolicy: 'https-only' }),
          Match.objectLike({ PathPattern: '/health' }),
        ],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
      }),
    });
    const [headers] = Object.values(stage.resources('web', 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(JSON.stringify(headers)).toContain(`default-src 'none'; script-src 'self';`);
    expect(JSON.stringify(headers)).toContain(`frame-ancestors 'none'`);
  });
});

describe('what costs money in the partition aws', () => {
  test('an address with more requests than the stage says gets 429, and the console is behind it', () => {
    const stage = stageOf('prod');
    expect(stage.stacks.edge?.region).toBe('us-east-1');
    stage.template('edge').hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      Rules: [
        Match.objectLike({
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: {
            RateBasedStatement: { Limit: 3000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
          },
        }),
      ],
    });
    stage.template('web').hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        WebACLId: {
          'Fn::GetStackOutput': Match.objectLike({
            StackName: 'archive-duty-prod-edge',
            Region: 'us-east-1',
          }),
        },
      }),
    });
  });

  test('people hear of the bill before it comes, and of days that cost unusually much', () => {
    const stage = stageOf('prod');
    const people = [{ SubscriptionType: 'EMAIL', Address: 'duty@archive-duty.example.com' }];
    stage.template('observability').hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({ BudgetLimit: { Amount: 300, Unit: 'USD' }, TimeUnit: 'MONTHLY' }),
      NotificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((NotificationType) => ({
        Notification: Match.objectLike({ NotificationType }),
        Subscribers: people,
      })),
    });
    stage.template('observability').hasResourceProperties('AWS::CE::AnomalySubscription', {
      Frequency: 'DAILY',
      Subscribers: [{ Type: 'EMAIL', Address: 'duty@archive-duty.example.com' }],
    });
  });

  test('what copies the console writes its log where the others do, with the key, and not for ever', () => {
    stageOf('prod').template('web').hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/archive-duty/prod/console-deployment',
      RetentionInDays: 365,
      KmsKeyId: Match.anyValue(),
    });
    stageOf('prod')
      .template('web')
      .hasResourceProperties('AWS::Lambda::Function', {
        LoggingConfig: { LogGroup: Match.anyValue() },
      });
  });
});

describe('in the partition aws-cn', () => {
  test('there is nothing of what those regions do not have', () => {
    const types = parts.flatMap((part) =>
      Object.values(template.parse(stageOf('cn').template(part).toJSON()).Resources).map(({ Type }) => Type),
    );
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((type) => /SES|Cognito|SMSVOICE|CloudFront|WAF|Budgets|CE::/.test(type))).toEqual([]);
    expect(stageOf('cn').stacks.web).toBeUndefined();
  });

  test('mail and SMS go by secrets that the stack makes, whose values no template holds', () => {
    const stage = stageOf('cn');
    const secrets = Object.values(stage.resources('state', 'AWS::SecretsManager::Secret'));
    expect(sorted(secrets.map(({ Properties }) => String(Properties['Name'])))).toEqual([
      'archive-duty/cn/sms-gateway',
      'archive-duty/cn/smtp',
    ]);
    for (const { Properties } of secrets) expect(Properties).not.toHaveProperty('SecretString');
    const secretsOf = (id: string): string[] =>
      allowedTo(stageOf('cn'), roleOf(stageOf('cn'), id))
        .filter(({ action }) => action === 'secretsmanager:GetSecretValue')
        .map(({ on }) => on)
        .sort();
    expect(secretsOf('deliver')).toEqual(['SmsGateway', 'Smtp']);
    expect(secretsOf('report')).toEqual(['Smtp']);
    expect(secretsOf('api')).toEqual([]);
    expect(stage.stacks.stage.partition).toBe('aws-cn');
  });

  test('tokens come from the OIDC issuer', () => {
    stageOf('cn')
      .template('service')
      .hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
        AuthorizerType: 'JWT',
        JwtConfiguration: { Audience: ['archive-duty'], Issuer: 'https://sign-in.archive-duty.example.cn' },
      });
  });

  test('ARNs are those of the partition', () => {
    const all = JSON.stringify(parts.map((part) => stageOf('cn').template(part).toJSON()));
    expect(all).toContain('arn:aws-cn:');
    expect(all).not.toContain('arn:aws:');
  });
});

test('what cannot be made again keeps the name that CloudFormation knows it under', async () => {
  const page = `${['prod', 'cn'].map((name) => keptPage(stageOf(name))).join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../golden/infra/kept.txt');
});

test('one page for both partitions is as recorded', async () => {
  const page = `${['prod', 'cn'].map((name) => summaryOf(stageOf(name))).join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../golden/infra/summary.txt');
});
