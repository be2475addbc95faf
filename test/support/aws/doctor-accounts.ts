import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { startDynalite, TABLE, type DynamoEngine } from '../engines/dynamo-engine.ts';
import { awsAccount, emptyAccount, type AccountState, type FakeResource } from './aws-account.ts';
import { firstHalf, HALFWAY } from '../bureaus/kept-bureau.ts';
import { actorIn, keptSimulation } from '../bureaus/kept-simulation.ts';
import { runToolOnAws, type Ran } from '../product/run-tool.ts';
import { main as doctorTool } from '../../../tools/doctor.ts';

const finding = z.object({
  id: z.string(),
  level: z.enum(['missing', 'hint', 'unasked']),
  what: z.string().min(10),
  loss: z.string().min(10),
  mend: z.string().min(3),
});
const report = z.object({ stage: z.string(), findings: z.array(finding) });

export interface Said extends Ran {
  readonly findings: readonly z.infer<typeof finding>[];
  readonly ids: readonly string[];
}

/** `npm run doctor -- --stage … --json` against the account. */
export async function doctor(state: AccountState, stage: string, now = HALFWAY): Promise<Said> {
  const account = await awsAccount(state);
  try {
    const ran = await runToolOnAws(doctorTool, ['--stage', stage, '--json', '--now', now], account.url);
    if (ran.output === '') throw new Error(ran.errors);
    const { findings } = report.parse(JSON.parse(ran.output));
    return { ...ran, findings, ids: findings.map(({ id }) => id) };
  } finally {
    await account.close();
  }
}

export const QUEUES = 'https://sqs.ap-southeast-1.amazonaws.com/111122223333';
export const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:alarms';
const resource = (type: string, logicalId: string, physicalId: string): FakeResource => ({
  type,
  logicalId,
  physicalId,
});

/** The stacks after a deployment of the stage. */
export function deployed(stage: string): AccountState {
  const state = emptyAccount();
  const stack = (part: string, ...resources: FakeResource[]) =>
    state.stacks.set(`archive-duty-${stage}-${part}`, { status: 'UPDATE_COMPLETE', resources });
  const dead = ['planqueueDeadB7DCB25A', 'deliverqueueDead9DEBF2DF', 'SchedulesDeadCFF8AFBB'];
  stack(
    'state',
    resource('AWS::DynamoDB::Table', 'TableCD117FA1', TABLE),
    ...dead.map((id) => resource('AWS::SQS::Queue', id, `${QUEUES}/${id}`)),
  );
  stack('service');
  stack('observability', resource('AWS::SNS::Topic', 'AlarmsTopic3A2DFEBA', TOPIC));
  stack('web');
  for (const id of dead) state.queues.set(`${QUEUES}/${id}`, []);
  state.topics.set(TOPIC, ['PendingConfirmation']);
  state.policies.set(TOPIC, {
    Statement: [
      { Effect: 'Deny', Action: 'sns:Publish', Principal: '*' },
      { Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
    ],
  });
  state.table = { TableName: TABLE, TableStatus: 'ACTIVE', DeletionProtectionEnabled: true };
  state.backups = {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
  };
  state.expiry = { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' };
  state.ses.sets.set(`archive-duty-${stage}`, {
    SendingOptions: { SendingEnabled: true },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE'] },
  });
  state.ses.identities.set('archive-duty.example.com', {
    VerifiedForSendingStatus: false,
    VerificationStatus: 'PENDING',
    DkimAttributes: { SigningEnabled: true, Status: 'PENDING', Tokens: ['token1'] },
  });
  return state;
}

/** One with a working bureau, one that is empty. */
export const engines: { used?: DynamoEngine; fresh?: DynamoEngine } = {};

export async function endpointOf(engine: DynamoEngine | undefined): Promise<string> {
  const { protocol = '', hostname = '', port = 0 } = (await engine?.client.config.endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}/`;
}

/**
 * Everything as it should be: people have filled, verified, registered and confirmed what the deployment
 * created.
 */
export async function complete(stage: string): Promise<AccountState> {
  const state = deployed(stage);
  state.items = await endpointOf(engines.used);
  state.topics.set(TOPIC, ['PendingConfirmation', `${TOPIC}:0000`]);
  state.ses.account = { ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' };
  state.ses.identities.set('archive-duty.example.com', {
    VerifiedForSendingStatus: true,
    VerificationStatus: 'SUCCESS',
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['token1'] },
  });
  state.sms.attributes = [{ Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' }];
  state.sms.senders = [
    { SenderId: 'ARCHIVES', IsoCountryCode: 'CN', Registered: true, MonthlyLeasingPrice: '0' },
  ];
  state.sms.limits = [
    { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 200, MaxLimit: 500, Overridden: true },
  ];
  return state;
}

/** Call it once in a file. */
export function startEngines(): void {
  beforeAll(async () => {
    const simulation = keptSimulation();
    await firstHalf(actorIn(simulation));
    engines.used = await startDynalite();
    await engines.used.store.putMany(simulation.world.store.dump());
    engines.fresh = await startDynalite();
  });
  afterAll(async () => {
    await engines.used?.close();
    await engines.fresh?.close();
  });
}
