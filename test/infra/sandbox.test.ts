import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, onTestFinished, test } from 'vitest';
import { buildStacks } from '../../infra/build.ts';
import { checks } from '../aws/checks.ts';
import { cdkJson } from '../support/aws/synthesised.ts';

test('the checks of a sandbox account can be deployed after the stage dev, and each waits for its answer', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-sandbox-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const app = new App({ context: { ...cdkJson.context, stage: 'dev' }, outdir: join(directory, 'cdk.out') });
  const stacks = await buildStacks(app, { bundles: join(directory, 'functions'), built: 'nowhere' });
  const template = Template.fromStack(checks(app, stacks));
  const questions = Object.keys(template.findResources('AWS::StepFunctions::StateMachine'));
  expect(questions.length).toBe(7);
  const asked = JSON.stringify(template.toJSON());
  for (const word of ['/health', 'SWEPT', 'AGENDA#', 'hongjiang#S#1', 'setAlarmState', 'receiveMessage'])
    expect(asked).toContain(word);
});
