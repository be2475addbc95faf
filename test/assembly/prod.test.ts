import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { readAssembly, type Assembly, type Resource, type Template } from '../support/assembly/assembly.ts';
import { openCloud, type Cloud } from '../support/assembly/cloud.ts';
import { findingsOf } from '../support/assembly/findings.ts';
import { complaintsOf } from '../support/assembly/health.ts';
import { fieldsOf } from '../support/assembly/reading.ts';
import { deploy } from '../support/assembly/resolve.ts';
import { synthesise, type Synthesised } from '../support/aws/synthesised.ts';
import { papersOfBureau } from '../support/bureaus/papers.ts';
import { BEGINS, J, personOf } from './month.ts';
import { amazon, passesMonth } from './posts.ts';

const made: { prod?: Synthesised } = {};
beforeAll(async () => {
  made.prod = await synthesise('prod');
});
afterAll(() => made.prod?.remove());

/** The assembly of prod with one mistake in a copy of its templates. */
const changed = (change: (id: string, resource: Resource) => Resource): Assembly =>
  readAssembly(made.prod?.assembly ?? '', (template: Template) => ({
    ...template,
    Resources: Object.fromEntries(
      Object.entries(template.Resources).map(([id, resource]) => [id, change(id, resource)]),
    ),
  }));

/** The same, in the text of one resource. */
const rewritten = (which: RegExp, type: string, from: RegExp | string, to: string): Assembly =>
  changed((id, resource) => {
    if (resource.Type !== type || !which.test(id)) return resource;
    const text = JSON.stringify(resource.Properties);
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${id} holds nothing like ${String(from)}: ${text}`);
    return { ...resource, Properties: JSON.parse(after) };
  });

const without = (resource: Resource, ...names: readonly string[]): Resource => ({
  ...resource,
  Properties: Object.fromEntries(
    Object.entries(resource.Properties).filter(([name]) => !names.includes(name)),
  ),
});

async function cloudOf(assembly: Assembly): Promise<Cloud> {
  const cloud = await openCloud(assembly, { now: BEGINS });
  onTestFinished(() => cloud.close());
  return cloud;
}

test('prod lives through a month: no request is denied, no alarm goes off, no letter is dead', async () => {
  const cloud = await cloudOf(changed((_id, as) => as));
  await passesMonth(cloud, amazon(cloud));
});

describe('a mistake that is put back into a copy of prod’s templates is found', () => {
  test('a topic whose policy does not let CloudWatch publish: no alarm reaches anybody', () => {
    const mute = rewritten(
      /^AlarmsTopicPolicy/,
      'AWS::SNS::TopicPolicy',
      'cloudwatch.amazonaws.com',
      'nobody.amazonaws.com',
    );
    const account = deploy(mute);
    const telling = account.all('AWS::CloudWatch::CompositeAlarm').map(({ ref }) => ref);
    expect(telling).toHaveLength(2);
    expect(findingsOf(account)).toEqual(
      telling
        .sort()
        .map((alarm): unknown => expect.stringMatching(`may not sns:Publish on .* for ${alarm}$`)),
    );
  });

  test('a key whose policy does not let CloudWatch use it, the same', () => {
    const locked = rewritten(/^Key/, 'AWS::KMS::Key', 'cloudwatch.amazonaws.com', 'nobody.amazonaws.com');
    expect(findingsOf(deploy(locked))[0]).toMatch(/^cloudwatch.amazonaws.com may not kms:/);
  });

  test('a composite alarm that does nothing: nobody hears of those that it stands for', () => {
    const idle = changed((id, resource) =>
      id.startsWith('AlarmsUrgentnow') ? without(resource, 'AlarmActions', 'OKActions') : resource,
    );
    const silent = findingsOf(deploy(idle));
    expect(silent.length).toBeGreaterThan(10);
    expect(silent).toContain('the alarm archive-duty-prod-deliver-fails tells nobody');
  });

  test('a client that sends people back to another address: the console cannot sign in', async () => {
    const elsewhere = changed((_id, resource) =>
      resource.Type === 'AWS::Cognito::UserPoolClient'
        ? { ...resource, Properties: { ...resource.Properties, CallbackURLs: ['http://localhost:5173/'] } }
        : resource,
    );
    expect(findingsOf(deploy(elsewhere))).toEqual([expect.stringContaining('redirect_mismatch')]);
    const cloud = await cloudOf(elsewhere);
    await expect(cloud.tokenOf(personOf('bureau-officer', 'officer'))).rejects.toThrow('redirect_mismatch');
  });

  test('a client that may read no attribute of its own: nobody has any rights', async () => {
    const blind = changed((_id, resource) =>
      resource.Type === 'AWS::Cognito::UserPoolClient' ? without(resource, 'ReadAttributes') : resource,
    );
    expect(findingsOf(deploy(blind))).toEqual(['tokens have no claims role, jurisdiction, unitId, office']);
    const cloud = await cloudOf(blind);
    const by = await cloud.as(personOf('bureau-officer', 'officer'));
    await by.refused(401, 'GET', `${J}/subjects`);
  });

  test.each([
    [
      'a queue that the rule of SES may not write to',
      /^receiptsqueueQueue/,
      'AWS::SQS::QueuePolicy',
      /events\.amazonaws\.com/g,
      'nobody.amazonaws.com',
      'events.amazonaws.com may not sqs:SendMessage',
    ],
    [
      'a schedule that may not start its function',
      /^SchedulesRole/,
      'AWS::IAM::Policy',
      'lambda:InvokeFunction',
      'lambda:GetFunction',
      'may not lambda:InvokeFunction',
    ],
    [
      'a role that the scheduler may not take on',
      /^SchedulesRole/,
      'AWS::IAM::Role',
      'scheduler.amazonaws.com',
      'events.amazonaws.com',
      'may not take on the role',
    ],
    [
      'a function that may not read its queue',
      /^deliverRole/,
      'AWS::IAM::Policy',
      'sqs:ReceiveMessage',
      'sqs:PurgeQueue',
      'may not sqs:ReceiveMessage',
    ],
    [
      'a queue that shows a message again too early',
      /^deliverqueueQueue/,
      'AWS::SQS::Queue',
      '"VisibilityTimeout":1800',
      '"VisibilityTimeout":30',
      'shows a message again while',
    ],
  ])('%s', (_what, which, type, from, to, says) => {
    expect(findingsOf(deploy(rewritten(which, type, from, to))).join('\n')).toContain(says);
  });

  test('a right that delivery lacks: the request is denied, and its message becomes a dead letter', async () => {
    const cloud = await cloudOf(
      rewritten(/^deliverRole/, 'AWS::IAM::Policy', /"\*#CONFIG",(?="\*#LEDGER")/, ''),
    );
    await cloud.tick();
    const admin = await cloud.as(personOf('bureau-admin', 'admin'));
    await admin.send(answers.settings, 'PATCH', `${J}/settings`, { papers: papersOfBureau });
    await cloud.to('2026-07-13T13:00:00+08:00');
    const found = complaintsOf(cloud).join('\n');
    expect(found).toContain('hongjiang#CONFIG');
    expect(found).toContain('MESSAGE_FAILED');
    expect(found).toMatch(/deliverqueueDead\w+ holds 1 dead letters/);
    expect(found).toContain('alarm: archive-duty-prod-deliver-dead-letters');
    expect(found).toContain('alarm: archive-duty-prod-urgent-today');
  });

  test('a queue’s address that is another’s: the request is denied', async () => {
    const variablesOf = ({ Properties }: Resource) =>
      fieldsOf(fieldsOf(Properties['Environment'])['Variables']);
    const all = readAssembly(made.prod?.assembly ?? '').stacks.flatMap(({ template }) =>
      Object.entries(template.Resources),
    );
    const sweep = all.find(([id]) => id.startsWith('sweepFunction'))?.[1];
    if (!sweep) throw new Error('there is no sweep');
    const wrong = changed((id, resource) => {
      if (!id.startsWith('apiFunction') || resource.Type !== 'AWS::Lambda::Function') return resource;
      const Variables = { ...variablesOf(resource), PLAN_QUEUE_URL: variablesOf(sweep)['DELIVER_QUEUE_URL'] };
      return { ...resource, Properties: { ...resource.Properties, Environment: { Variables } } };
    });
    const cloud = await cloudOf(wrong);
    await cloud.tick();
    const officer = await cloud.as(personOf('bureau-officer', 'officer'));
    const project = { kind: 'project', name: '某桥', facts: { startedOn: '2026-01-15' } };
    await expect(officer.ask('POST', `${J}/subjects`, { body: project })).rejects.toThrow();
    expect(cloud.authority.denied.join('\n')).toContain('sqs:SendMessage');
  });
});
