import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../tools/deploy.ts';
import { refusals } from '../../tools/deploy/refusals.ts';
import { readStage } from '../../tools/aws/stage.ts';
import { awsAccount, emptyAccount, type FakeResource } from '../support/aws/aws-account.ts';
import { runTool, runToolOnAws } from '../support/product/run-tool.ts';

const committed = { version: 'v1-4-g43f0a7e', rulebooks: {} };
const queue: FakeResource = {
  type: 'AWS::SQS::Queue',
  logicalId: 'deliverqueueQueue14B6142B',
  physicalId: 'https://sqs.ap-southeast-1.amazonaws.com/111122223333/deliver',
};

/** `npm run deploy` with a template for the state stack, against an account in which the queue is deployed. */
async function deploying(resources: object) {
  const assembly = mkdtempSync(join(tmpdir(), 'archive-duty-assembly-'));
  onTestFinished(() => rmSync(assembly, { recursive: true, force: true }));
  writeFileSync(
    join(assembly, 'archive-duty-dev-state.template.json'),
    JSON.stringify({ Resources: resources }),
  );
  const state = emptyAccount();
  state.stacks.set('archive-duty-dev-state', { status: 'UPDATE_COMPLETE', resources: [queue] });
  const account = await awsAccount(state);
  onTestFinished(() => account.close());
  const ran = await runToolOnAws(main, ['--stage', 'dev', '--assembly', assembly, '--yes'], account.url);
  return { ...ran, asked: state.asked };
}

describe('a deployment is refused before anything changes', () => {
  test('where the issuer does not answer: API Gateway would refuse when half of it is made', async () => {
    const { code, errors, output } = await runTool(main, ['--stage', 'cn']);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain(
      'https://sign-in.archive-duty.example.cn/.well-known/openid-configuration does not answer as an OIDC issuer',
    );
    expect(errors).toContain('correct stages.cn.signIn.issuer in cdk.json');
  });

  test('where a queue would be taken out of its stack with its messages', async () => {
    const { code, errors, asked } = await deploying({ renamedqueueQueue: { Type: 'AWS::SQS::Queue' } });
    expect(code).toBe(1);
    expect(errors).toContain(
      'archive-duty-dev-state would let go of deliverqueueQueue14B6142B (AWS::SQS::Queue)',
    );
    expect(errors).toContain('Give it its old name');
    expect(new Set(asked)).toEqual(
      new Set(['cloudformation.DescribeStacks', 'cloudformation.ListStackResources']),
    );
  });

  test('where the folder holds no templates of the stage', async () => {
    const { code, errors } = await runToolOnAws(main, ['--stage', 'dev', '--assembly', tmpdir()]);
    expect([code, errors]).toEqual([
      1,
      `${tmpdir()} holds no templates of stage dev: npx cdk synth -c stage=dev -o ${tmpdir()}\n`,
    ]);
  });

  test('where no commit says what would run, but in dev', async () => {
    const dirty = { ...committed, version: '43f0a7e-dirty' };
    const [said] = await refusals({ ...dirty, stage: readStage('prod') });
    expect(said).toContain('there are changes that no commit has');
    expect(await refusals({ ...dirty, stage: readStage('dev') })).toEqual([]);
    expect(await refusals({ ...committed, stage: readStage('prod') })).toEqual([]);
  });

  test('where a rulebook has outgrown what the table takes as one item', async () => {
    const rulebooks = { hongjiang: { regimes: ['档'.repeat(140_000)] }, luquan: { regimes: [] } };
    const said = await refusals({ ...committed, rulebooks, stage: readStage('prod') });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('the rulebook of hongjiang has 420016 bytes');
    expect(said[0]).toContain('shorten the texts of shared/rulebooks/hongjiang');
  });
});
