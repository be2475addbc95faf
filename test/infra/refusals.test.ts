import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { ConfigError, stageFrom } from '../../infra/config.ts';
import { consoleUrls } from '../../infra/fit.ts';
import { cdkJson } from '../support/aws/synthesised.ts';

const { stages } = cdkJson.context;

/** A stage of cdk.json with some fields otherwise; undefined takes one away. */
function refusal(stage: string, changes: object, context: object = {}): string {
  try {
    const changed = { ...stages, [stage]: { ...stages[stage], ...changes } };
    stageFrom({ ...cdkJson.context, stages: changed, stage, ...context });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

const devWeb = z.record(z.string(), z.unknown()).parse(stages['dev']?.['web']);
const smtp = { kind: 'smtp', from: 'duty@example.cn', secret: 'smtp' };

describe('a stage that does not fit is refused with its field and the remedy', () => {
  test.each(Object.keys(stages))('%s of cdk.json fits', (stage) => {
    expect(stageFrom({ ...cdkJson.context, stage })).toMatchObject({ name: stage });
  });

  test('dev is the stage where none is named', () => {
    expect(stageFrom(cdkJson.context).name).toBe('dev');
  });

  test.each<[string, string, object, string]>([
    [
      'no mail sender',
      'dev',
      { mail: undefined },
      'stages.dev.mail: without a sender no notice leaves: {"kind":"ses"',
    ],
    ['mail without an address', 'dev', { mail: { kind: 'ses' } }, 'stages.dev.mail.from: name the sender'],
    [
      'an address that is none',
      'dev',
      { mail: { kind: 'ses', from: '档案局' } },
      'stages.dev.mail.from: name the sender',
    ],
    [
      'SES where the region has none',
      'dev',
      { region: 'ap-east-2' },
      'stages.dev.mail: ap-east-2 has no SES: take {"kind":"smtp"',
    ],
    [
      'SES in China',
      'cn',
      { mail: { kind: 'ses', from: 'a@b.example.cn' } },
      'stages.cn.mail: cn-north-1 has no SES: take {"kind":"smtp"',
    ],
    [
      'SMTP without its secret',
      'cn',
      { mail: { ...smtp, secret: undefined } },
      'stages.cn.mail.secret: name the secret that holds smtps://',
    ],
    [
      'a gateway without its secret',
      'cn',
      { sms: { kind: 'gateway' } },
      'stages.cn.sms.secret: name the secret that holds the HTTP gateway',
    ],
    [
      'End User Messaging in China',
      'cn',
      { sms: { kind: 'aws', origination: 'arn:aws-cn:sms-voice:cn-north-1:111122223333:sender-id/A/CN' } },
      'stages.cn.sms: cn-north-1 has no End User Messaging SMS: take {"kind":"gateway"',
    ],
    ['SMS of no kind', 'dev', { sms: { kind: 'pigeon' } }, 'stages.dev.sms.kind: choose {"kind":"aws"'],
    [
      'Cognito in China',
      'cn',
      { signIn: { kind: 'cognito' } },
      'stages.cn.signIn: cn-north-1 has no Cognito user pools: take {"kind":"oidc"',
    ],
    [
      'an issuer over plain http',
      'cn',
      { signIn: { kind: 'oidc', issuer: 'http://a.example.cn', audience: ['a'] } },
      'stages.cn.signIn.issuer: name the https address',
    ],
    [
      'CloudFront in China without a domain',
      'cn',
      { web: { kind: 'cloudfront' } },
      'stages.cn.web.domain: CloudFront in cn-north-1 serves no page without a domain of its own (ICP)',
    ],
    [
      'a domain without its certificate',
      'dev',
      { web: { kind: 'cloudfront', domain: 'a.example.com' } },
      'stages.dev.web.certificate: name the certificate of a.example.com',
    ],
    [
      'a region that is none',
      'dev',
      { region: 'cn-north-9' },
      'stages.dev.region: "cn-north-9" is no region',
    ],
    [
      'a region of another partition',
      'dev',
      { region: 'us-gov-west-1' },
      'stages.dev.region: us-gov-west-1 lies in aws-us-gov; this product knows aws and aws-cn',
    ],
    ['an unknown field', 'dev', { maill: {} }, 'stages.dev.maill: there is no such field: remove it'],
    [
      'a stage that names no account',
      'prod',
      { account: undefined },
      'stages.prod.account: name the 12 digits of the account of this stage',
    ],
    [
      'the domain that another stage makes in this account',
      'prod',
      { account: '111122223333', mail: { kind: 'ses', from: 'a@dev.archive-duty.example.com' } },
      'stages.prod.mail.from: the stage dev makes dev.archive-duty.example.com in ap-southeast-1, too',
    ],
    [
      'CloudFront without a name that Cognito could be told',
      'dev',
      { web: { kind: 'cloudfront' } },
      'stages.dev.web.domain: name the console’s host name and its certificate: Cognito',
    ],
    [
      'a console’s address that is not where the console is',
      'prod',
      { signIn: { kind: 'cognito', consoleUrl: 'https://console.archive-duty.example.com' } },
      'stages.prod.signIn.consoleUrl: remove it: it is https://, web.domain and a slash',
    ],
    [
      'Cognito without any console',
      'prod',
      { web: { kind: 'none' } },
      'stages.prod.signIn.consoleUrl: name the address of the console',
    ],
    [
      'a budget in China',
      'cn',
      { budget: 100 },
      'stages.cn.budget: remove it: in cn-north-1 budgets are set',
    ],
    ['a budget that nobody hears of', 'dev', { budget: 100 }, 'stages.dev.alarmsTo: name who hears'],
    [
      'a web ACL without an account',
      'dev',
      { web: { ...devWeb, requestsPerAddress: 1000 } },
      'stages.dev.account: name it: the web ACL is in us-east-1',
    ],
    ['a table without a name', 'dev', { tableName: '' }, 'stages.dev.tableName: write the name of a table'],
    ['an account of too few digits', 'dev', { account: '1' }, 'stages.dev.account: write the 12 digits'],
  ])('%s', (_what, stage, changes, says) => {
    const message = refusal(stage, changes);
    expect(message).toContain(says);
    expect(message).not.toContain('\n');
  });

  test('a context key that nobody knows', () => {
    expect(refusal('dev', {}, { stgae: 'cn' })).toBe(
      'context stgae: there is no such key; known: stage, stages',
    );
  });

  test('a stage that is not defined', () => {
    expect(refusal('dev', {}, { stage: 'test' })).toBe(
      'stage "test": define it in cdk.json under context.stages; defined: dev, prod, cn',
    );
  });

  test('two stages may share a domain where one of them does not make it, or in two accounts', () => {
    const from = 'reminders@archive-duty.example.com';
    const of = (dev: object, prod: object = {}) => ({
      ...cdkJson.context,
      stages: { ...stages, dev: { ...stages['dev'], ...dev }, prod: { ...stages['prod'], ...prod } },
    });
    const shared = of({ mail: { kind: 'ses', from, identityExists: true } });
    expect(stageFrom({ ...shared, stage: 'prod' }).name).toBe('prod');
    expect(stageFrom({ ...shared, stage: 'dev' }).name).toBe('dev');
    const apart = of({ mail: { kind: 'ses', from }, account: '999988887777' });
    expect(stageFrom({ ...apart, stage: 'prod' }).name).toBe('prod');
  });

  test('the console’s address follows from its host name, and the host name from the address', () => {
    const address = 'https://console.archive-duty.example.com/';
    expect(consoleUrls(stageFrom({ ...cdkJson.context, stage: 'prod' }))).toEqual([address]);
    const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/0';
    const prod = {
      ...stages['prod'],
      signIn: { kind: 'cognito', consoleUrl: address },
      web: { kind: 'cloudfront', certificate },
    };
    const stage = stageFrom({ ...cdkJson.context, stages: { ...stages, prod }, stage: 'prod' });
    expect(stage.web).toEqual({ ...prod.web, domain: 'console.archive-duty.example.com' });
    expect(consoleUrls(stage)).toEqual([address]);
  });

  test('in dev people also return to a console that runs from its sources', () => {
    expect(consoleUrls(stageFrom(cdkJson.context))).toEqual([
      'https://console.dev.archive-duty.example.com/',
      'http://localhost:5173/',
    ]);
  });

  test('every flag that CDK recommends is set as it recommends', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/recommended-feature-flags.json');
    const recommended = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(Object.keys(recommended).length).toBeGreaterThan(50);
    expect(cdkJson.context).toMatchObject(recommended);
  });

  test('SMTP takes the place of SES in any region', () => {
    const changed = { ...stages, dev: { ...stages['dev'], region: 'ap-east-2', mail: smtp } };
    expect(stageFrom({ ...cdkJson.context, stages: changed }).mail.kind).toBe('smtp');
  });
});

test('the app that cdk runs prints the one line and ends with 1', () => {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-refusal-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const ran = spawnSync(process.execPath, ['--no-warnings', '--import', 'tsx', 'infra/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: directory,
      CDK_CONTEXT_JSON: JSON.stringify({ ...cdkJson.context, stage: 'nowhere' }),
    },
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr.trim()).toBe(
    'stage "nowhere": define it in cdk.json under context.stages; defined: dev, prod, cn',
  );
});
