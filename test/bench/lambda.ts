import type { AwsFake } from '../support/aws/aws-fake.ts';

const template = { code: '1', variables: ['count', 'date'] };
const gateway = {
  url: 'https://sms.example.com/send',
  body: { to: '${to}' },
  templates: { ARCHIVE_REMINDER: template, ARCHIVE_OVERDUE: template },
  success: {},
};

/** The environment that the service stack gives every function; queues, mail and secrets are a fake on this machine. */
export function lambdaEnvironment({ url, secrets }: AwsFake, table: string): Record<string, string> {
  secrets.set('smtp', 'smtp://127.0.0.1:25');
  secrets.set('sms-gateway', JSON.stringify(gateway));
  return {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_SQS: url,
    AWS_ENDPOINT_URL_SESV2: url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    TABLE_NAME: table,
    PLAN_QUEUE_URL: `${url}/plan`,
    IMPORT_QUEUE_URL: `${url}/import`,
    REPORT_QUEUE_URL: `${url}/report`,
    DELIVER_QUEUE_URL: `${url}/deliver`,
    MAIL_FROM: '档案局 <duty@bureau.example.com>',
    SES_CONFIGURATION_SET: 'archive-duty-bench',
    SMTP_SECRET: 'smtp',
    SMS_GATEWAY_SECRET: 'sms-gateway',
  };
}
