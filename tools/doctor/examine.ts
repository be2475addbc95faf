import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Stage } from '../../infra/stage.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { nameOfError, cannotAsk, queuesOf, readStack, tableOf, type StackState } from '../aws/stage.ts';
import { alarmFindings } from './alarms.ts';
import { missing, type Finding } from './finding.ts';
import { mailFindings } from './mail.ts';
import { gatewayFindings, signInFindings, smtpFindings } from './outside.ts';
import { queueFindings } from './queues.ts';
import { smsFindings } from './sms.ts';
import { calendarFindings, dataFindings, tableFindings } from './table.ts';

const losses = {
  state: 'There is no table: nothing can be entered or looked up.',
  service: 'There are no functions: nobody is reminded, nobody can sign in.',
  observability: 'There are no alarms: nobody hears when reminders stay away.',
  web: 'There is no console.',
} as const;
type Part = keyof typeof losses;

/** Statuses of a stack whose resources can be relied on. */
const healthy = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
  'IMPORT_COMPLETE',
];

/**
 * Everything that is missing in a stage, in the order in which it should be fixed. Throws CannotAsk when AWS
 * cannot be asked. What a single service refuses to tell is a finding `unasked`.
 */
export async function examine(stage: Stage, now: Instant): Promise<Finding[]> {
  const { region } = stage;
  const stacks = await readStacks(new CloudFormationClient({ region }), stage);
  const stackFound = Object.values(stacks).flatMap(({ found }) => found);
  const [state, observability] = [stacks.state.stack, stacks.observability.stack];
  const dynamo = new DynamoDBClient({ region });
  const secrets = new SecretsManagerClient({ region });
  const table = tableOf(stage, state);
  const topic = observability?.resources.find(({ type }) => type === 'AWS::SNS::Topic')?.physicalId;
  const checks: readonly [string, Promise<Finding[]>][] = [
    ['dynamodb', table === undefined ? Promise.resolve([]) : tableFindings(dynamo, stage, table)],
    ['ses', mailFindings(new SESv2Client({ region }), stage)],
    ['secretsmanager', smtpFindings(secrets, stage)],
    ['secretsmanager', gatewayFindings(secrets, stage)],
    ['sms-voice', smsFindings(new PinpointSMSVoiceV2Client({ region }), stage)],
    ['oidc', signInFindings(stage)],
    [
      'sns',
      topic === undefined
        ? Promise.resolve(nobodyHears(stage))
        : alarmFindings(new SNSClient({ region }), stage, topic),
    ],
    ['sqs', queueFindings(new SQSClient({ region, useQueueUrlAsEndpoint: false }), stage, queuesOf(state))],
    [
      'dynamodb',
      table === undefined ? Promise.resolve(emptyCalendar(now)) : dataFindings(dynamo, stage, table, now),
    ],
  ];
  const found = await Promise.all(
    checks.map(([name, check]) => check.catch((error: unknown) => unasked(name, error, stage))),
  );
  return [...stackFound, ...found.flat()];
}

const emptyCalendar = (now: Instant): Finding[] =>
  calendarFindings(
    regulated.map((jurisdiction) => ({ jurisdiction, years: [] })),
    now,
  );

const nobodyHears = ({ alarmsTo, name }: Stage): Finding[] =>
  alarmsTo.length > 0
    ? []
    : [
        missing(
          'alarms-nobody',
          `stages.${name}.alarmsTo in cdk.json names nobody`,
          'Nobody will hear of an alarm.',
          `put an address there before npm run deploy -- --stage ${name}`,
        ),
      ];

type Stacks = Record<Part, { readonly stack: StackState | undefined; readonly found: Finding[] }>;

async function readStacks(client: CloudFormationClient, stage: Stage): Promise<Stacks> {
  const read = async (part: Part): Promise<Stacks[Part]> => {
    const stack = await readStack(client, stage, part).catch((error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    });
    return { stack, found: stackFindings(stage, part, stack) };
  };
  const none = { stack: undefined, found: [] };
  return {
    state: await read('state'),
    service: await read('service'),
    observability: await read('observability'),
    web: stage.web.kind === 'none' ? none : await read('web'),
  };
}

function stackFindings({ name, region }: Stage, part: Part, stack: StackState | undefined): Finding[] {
  const deploy = `npm run deploy -- --stage ${name}`;
  if (!stack)
    return [
      missing(
        `stack-${part}`,
        `the ${part} stack of stage ${name} is not deployed in ${region}`,
        losses[part],
        deploy,
      ),
    ];
  if (healthy.includes(stack.status)) return [];
  const { name: failed, status } = stack;
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED')
    return [
      missing(
        `stack-${part}`,
        `the first deployment of ${failed} failed (${status})`,
        losses[part],
        `aws cloudformation describe-stack-events --stack-name ${failed} --region ${region} says why; mend it, then take the protected, empty stack away: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${failed} --region ${region}, and ${deploy}`,
      ),
    ];
  return [
    missing(
      `stack-${part}`,
      `the stack ${stack.name} is in ${stack.status}`,
      'The last deployment did not come to its end: old and new parts may be mixed.',
      `aws cloudformation describe-stack-events --stack-name ${stack.name} --region ${region} says why; then ${deploy}`,
    ),
  ];
}

function unasked(service: string, error: unknown, stage: Stage): Finding[] {
  const nobody = cannotAsk(error, stage);
  if (nobody) throw nobody;
  const name = nameOfError(error);
  return [
    {
      id: `unasked-${service}`,
      level: 'unasked',
      what: `${service} could not be asked (${name})`,
      loss: 'What is missing there is not known.',
      mend:
        name.startsWith('AccessDenied') || name === 'AuthorizationErrorException'
          ? `take a role that may read ${service} (ReadOnlyAccess is enough, for secrets secretsmanager:GetSecretValue besides)`
          : 'try again; if it stays, see the AWS Health Dashboard',
    },
  ];
}
