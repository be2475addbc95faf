import { createHash } from 'node:crypto';
import type { Stack } from './assembly.ts';

/** What CloudFormation answers for a resource: `Ref`, and `Fn::GetAtt` by attribute. */
export interface Named {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export const partitionOf = (region: string): string => (region.startsWith('cn-') ? 'aws-cn' : 'aws');
export const suffixOf = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id as AWS makes it: the same for the same resource, and not to be guessed from its name. */
function made(of: string, length: number): string {
  const bytes = createHash('sha512').update(of).digest();
  return [...bytes.subarray(0, length)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Names a resource as its service would. Only types that a template refers to have to be known. */
export function nameResource(
  { name: stack, account, region }: Stack,
  id: string,
  type: string,
  text: (property: string) => string | undefined,
): Named {
  const partition = partitionOf(region);
  const arn = (service: string, rest: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${rest}`;
  const own = `${stack}-${id}`.slice(0, 50);
  const hash = (length: number): string => made(`${stack}/${id}`, length);
  const named = (property: string, longest = 80): string =>
    text(property) ?? `${own}-${hash(12)}`.slice(0, longest);
  const only = (ref: string, attributes: Readonly<Record<string, string>> = {}): Named => ({
    ref,
    attributes,
  });
  switch (type) {
    case 'AWS::DynamoDB::Table': {
      const name = named('TableName');
      return only(name, { Arn: arn('dynamodb', `table/${name}`) });
    }
    case 'AWS::SQS::Queue': {
      const name = named('QueueName');
      const url = `https://sqs.${region}.${suffixOf(region)}/${account}/${name}`;
      return only(url, { Arn: arn('sqs', name), QueueName: name, QueueUrl: url });
    }
    case 'AWS::SNS::Topic': {
      const name = named('TopicName');
      return only(arn('sns', name), { TopicName: name, TopicArn: arn('sns', name) });
    }
    case 'AWS::IAM::Role': {
      const name = named('RoleName', 64);
      return only(name, { Arn: `arn:${partition}:iam::${account}:role/${name}`, RoleId: hash(21) });
    }
    case 'AWS::Lambda::Function': {
      const name = named('FunctionName', 64);
      return only(name, { Arn: arn('lambda', `function:${name}`) });
    }
    case 'AWS::Lambda::Version': {
      const of = text('FunctionName') ?? '';
      return only(`${of.startsWith('arn:') ? of : arn('lambda', `function:${of}`)}:1`, { Version: '1' });
    }
    case 'AWS::Lambda::Alias': {
      const of = text('FunctionName') ?? '';
      return only(`${of.startsWith('arn:') ? of : arn('lambda', `function:${of}`)}:${text('Name') ?? ''}`);
    }
    case 'AWS::KMS::Key':
      return only(hash(36), { Arn: arn('kms', `key/${hash(36)}`), KeyId: hash(36) });
    case 'AWS::S3::Bucket': {
      const name = (text('BucketName') ?? `${own}-${hash(12)}`).toLowerCase().slice(0, 63);
      const host = `${name}.s3.${region}.${suffixOf(region)}`;
      return only(name, {
        Arn: `arn:${partition}:s3:::${name}`,
        DomainName: `${name}.s3.${suffixOf(region)}`,
        RegionalDomainName: host,
      });
    }
    case 'AWS::Events::Rule':
      return only(named('Name', 64), { Arn: arn('events', `rule/${named('Name', 64)}`) });
    case 'AWS::Scheduler::Schedule': {
      const name = named('Name', 64);
      return only(name, { Arn: arn('scheduler', `schedule/${text('GroupName') ?? 'default'}/${name}`) });
    }
    case 'AWS::Scheduler::ScheduleGroup':
      return only(named('Name', 64), { Arn: arn('scheduler', `schedule-group/${named('Name', 64)}`) });
    case 'AWS::Logs::LogGroup': {
      const name = named('LogGroupName', 200);
      return only(name, { Arn: arn('logs', `log-group:${name}:*`) });
    }
    case 'AWS::Cognito::UserPool': {
      const pool = `${region}_${hash(9)}`;
      const provider = `cognito-idp.${region}.${suffixOf(region)}/${pool}`;
      return only(pool, {
        Arn: arn('cognito-idp', `userpool/${pool}`),
        UserPoolId: pool,
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      });
    }
    case 'AWS::Cognito::UserPoolClient':
      return only(hash(26), { ClientId: hash(26) });
    case 'AWS::Cognito::UserPoolDomain':
      return only(text('Domain') ?? '');
    case 'AWS::ApiGatewayV2::Api': {
      const endpoint = `https://${hash(10)}.execute-api.${region}.${suffixOf(region)}`;
      return only(hash(10), { ApiId: hash(10), ApiEndpoint: endpoint });
    }
    case 'AWS::CloudFront::Distribution':
      return only(hash(14).toUpperCase(), {
        DomainName: `d${hash(13)}.cloudfront.net`,
        Id: hash(14).toUpperCase(),
      });
    case 'AWS::CloudFront::Function':
      return only(hash(14), {
        FunctionARN: `arn:${partition}:cloudfront::${account}:function/${text('Name') ?? id}`,
      });
    case 'AWS::SecretsManager::Secret': {
      const secret = arn('secretsmanager', `secret:${named('Name', 200)}-${hash(6)}`);
      return only(secret, { Id: secret });
    }
    case 'AWS::WAFv2::WebACL':
      return only(hash(36), {
        Arn: arn('wafv2', `global/webacl/${named('Name', 128)}/${hash(36)}`),
        Id: hash(36),
      });
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm':
      return only(named('AlarmName', 200), { Arn: arn('cloudwatch', `alarm:${named('AlarmName', 200)}`) });
    case 'AWS::SES::ConfigurationSet':
      return only(named('Name', 64));
    case 'AWS::SES::EmailIdentity':
      return only(text('EmailIdentity') ?? '');
    default:
      return only(hash(14), { Id: hash(14) });
  }
}
