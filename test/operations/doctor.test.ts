import { describe, expect, onTestFinished, test } from 'vitest';
import { staffRecord } from '../../shared/records/staff.ts';
import { yearRecord } from '../../shared/records/year.ts';
import { TABLE } from '../support/engines/dynamo-engine.ts';
import { awsAccount, emptyAccount } from '../support/aws/aws-account.ts';
import {
  complete,
  deployed,
  doctor,
  endpointOf,
  engines,
  QUEUES,
  startEngines,
  TOPIC,
} from '../support/aws/doctor-accounts.ts';
import { HALFWAY } from '../support/bureaus/kept-bureau.ts';
import { runToolOnAws } from '../support/product/run-tool.ts';
import { main as doctorTool } from '../../tools/doctor.ts';

startEngines();

describe('the doctor', () => {
  test('explains of an empty account each thing that it lacks', async () => {
    const { code, ids, findings, errors } = await doctor(emptyAccount(), 'prod');
    expect(errors).toBe('');
    expect(code).toBe(1);
    expect(ids).toEqual([
      'stack-state',
      'stack-service',
      'stack-observability',
      'stack-web',
      'ses-sandbox',
      'ses-identity',
      'ses-set',
      'sms-sandbox',
      'sms-origination',
      'sms-registration',
      'sms-limit',
      'calendar',
    ]);
    expect(findings.filter(({ level }) => level !== 'missing').map(({ id }) => id)).toEqual(['calendar']);
    expect(findings.find(({ id }) => id === 'stack-state')?.mend).toBe('npm run deploy -- --stage prod');
  });

  test('explains it for people, too, and without a person’s address', async () => {
    const account = await awsAccount(emptyAccount());
    const { code, output } = await runToolOnAws(
      doctorTool,
      ['--stage', 'prod', '--now', HALFWAY],
      account.url,
    );
    await account.close();
    expect(code).toBe(1);
    expect(output).toContain(
      'MISSING  SES in ap-southeast-1 is in the sandbox (200 mails a day)  [ses-sandbox]',
    );
    expect(output).toContain('  loses: Mails reach verified addresses alone: no unit gets a reminder.');
    expect(output).toContain('11 findings in stage prod.');
    expect(output).not.toContain('duty@');
  });

  test('says what a deployment leaves for people to do', async () => {
    const state = deployed('prod');
    state.items = await endpointOf(engines.fresh);
    state.table = { TableName: TABLE, TableStatus: 'ACTIVE' };
    state.backups = { ContinuousBackupsStatus: 'ENABLED' };
    state.expiry = { TimeToLiveStatus: 'DISABLED' };
    state.queues.set(`${QUEUES}/deliverqueueDead9DEBF2DF`, [{ body: '{}', attributes: {} }]);
    const { code, ids, findings } = await doctor(state, 'prod');
    expect(code).toBe(1);
    expect(ids).toEqual([
      'table-protection',
      'table-recovery',
      'table-expiry',
      'ses-sandbox',
      'ses-unverified',
      'ses-dkim',
      'sms-sandbox',
      'sms-origination',
      'sms-registration',
      'sms-limit',
      'alarms-unconfirmed',
      'dead-letters-deliver',
      'data-setup',
    ]);
    const mends = (id: string) => findings.find((one) => one.id === id)?.mend;
    expect(mends('ses-dkim')).toContain(
      'token1._domainkey.archive-duty.example.com CNAME token1.dkim.amazonses.com',
    );
    expect(mends('dead-letters-deliver')).toContain('npm run replay -- --stage prod --queue deliver');
  });

  test('finds nothing to say of a complete one, and asks nothing that changes anything', async () => {
    const state = await complete('prod');
    const { code, findings } = await doctor(state, 'prod');
    expect(findings).toEqual([]);
    expect(code).toBe(0);
    const read = /^(?:ses\.|[a-z-]+\.(?:Describe|Get|List|Query|BatchGet))/;
    expect(state.asked.filter((operation) => !read.test(operation))).toEqual([]);
  });

  test('names what stopped: sending paused, an account under review, a stack that failed, a sweep that stands', async () => {
    const state = await complete('prod');
    state.ses.account = {
      ProductionAccessEnabled: true,
      SendingEnabled: false,
      EnforcementStatus: 'PROBATION',
    };
    state.ses.sets.set('archive-duty-prod', { SendingOptions: { SendingEnabled: false } });
    state.stacks.set('archive-duty-prod-web', { status: 'UPDATE_ROLLBACK_FAILED', resources: [] });
    const { ids } = await doctor(state, 'prod', '2026-03-15T12:00:00+08:00');
    expect(ids).toEqual(['stack-web', 'ses-paused', 'ses-review', 'ses-set-paused', 'watermark']);
  });

  test.each([
    ['2026-11-30T23:00:00+08:00', 'hint'],
    ['2026-12-01T00:00:00+08:00', 'missing'],
  ])('asks for next year’s days off: %s, %s', async (now, level) => {
    const key = yearRecord.key({ jurisdiction: 'hongjiang', year: 2027 });
    const year = await engines.used?.store.get(key);
    await engines.used?.store.deleteMany([key]);
    onTestFinished(async () => {
      if (year) await engines.used?.store.putMany([year]);
    });
    const { findings, code } = await doctor(await complete('prod'), 'prod', now);
    const found = findings.find(({ id }) => id === 'calendar');
    expect(found?.level).toBe(level);
    expect(found?.mend).toContain('PUT /v1/work-calendar/2027');
    expect(code).toBe(1);
  });

  test('misses people whom the daily mail could go to', async () => {
    const key = staffRecord.key('hongjiang');
    const staff = await engines.used?.store.get(key);
    await engines.used?.store.deleteMany([key]);
    onTestFinished(async () => {
      if (staff) await engines.used?.store.putMany([staff]);
    });
    expect((await doctor(await complete('prod'), 'prod')).ids).toEqual(['staff-hongjiang-archives']);
  });

  test('misses the permission by which CloudWatch publishes an alarm: a policy that only refuses takes it away', async () => {
    const state = await complete('prod');
    state.policies.set(TOPIC, { Statement: [{ Effect: 'Deny', Action: 'sns:Publish', Principal: '*' }] });
    const { ids, findings } = await doctor(state, 'prod');
    expect(ids).toEqual(['alarms-policy']);
    expect(findings[0]?.loss).toContain('Nobody hears of an alarm');
  });

  test('says how to begin again when the first deployment of a protected stack failed', async () => {
    const state = await complete('prod');
    state.stacks.set('archive-duty-prod-web', { status: 'ROLLBACK_COMPLETE', resources: [] });
    const { ids, findings } = await doctor(state, 'prod');
    expect(ids).toEqual(['stack-web']);
    expect(findings[0]?.mend).toContain(
      'update-termination-protection --no-enable-termination-protection --stack-name archive-duty-prod-web',
    );
  });

  test('says before the provider’s limit of a day is reached, and that the alarm does not know the limit', async () => {
    const state = await complete('prod');
    state.ses.account = {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 100_000, MaxSendRate: 14, SentLast24Hours: 80_000 },
    };
    const { ids, findings } = await doctor(state, 'prod');
    expect(ids).toEqual(['ses-quota', 'ses-quota-unknown']);
    expect(findings[1]?.mend).toContain('stages.prod.mail.perDay');
  });

  test.each([
    [10, 'SES sends letters back'],
    [40, 'wait longer than they must'],
  ])('says that SES grants %i mails a second where the stage says 14', async (rate, loss) => {
    const state = await complete('prod');
    state.ses.account = {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: rate, SentLast24Hours: 0 },
    };
    const { ids, findings } = await doctor(state, 'prod');
    expect(ids).toEqual(['ses-rate-unknown']);
    expect(findings[0]?.loss).toContain(loss);
    expect(findings[0]?.mend).toContain('stages.prod.mail.perSecond');
  });

  test('says what it was not allowed to ask, and exits 2 where that is all', async () => {
    const state = await complete('prod');
    state.denied.add('sms-voice.DescribeSpendLimits');
    const { code, findings } = await doctor(state, 'prod');
    expect(code).toBe(2);
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'unasked-sms-voice',
        level: 'unasked',
        mend: expect.stringContaining('ReadOnlyAccess'),
      }),
    ]);
  });

  test.each([
    [
      'without credentials',
      ['--stage', 'prod'],
      'AWS does not know who asks (CredentialsProviderError). Sign in',
    ],
    ['without a stage', [], 'Say which stage of cdk.json: --stage prod'],
    ['of a stage that does not exist', ['--stage', 'moon'], 'stage "moon": define it in cdk.json'],
  ])('%s exits 2 and says the remedy', async (_, args, says) => {
    const { code, errors, output } = await runToolOnAws(doctorTool, args);
    expect(errors).toContain(says);
    expect([code, output]).toEqual([2, '']);
  });

  test('where nothing answers exits 2', async () => {
    const { code, errors } = await runToolOnAws(doctorTool, ['--stage', 'prod'], 'http://127.0.0.1:1', {
      AWS_MAX_ATTEMPTS: '1',
    });
    expect(errors).toContain('AWS cannot be reached in ap-southeast-1 (ECONNREFUSED)');
    expect(code).toBe(2);
  });
});
