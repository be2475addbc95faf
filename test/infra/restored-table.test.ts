import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, onTestFinished, test } from 'vitest';
import { stageFrom } from '../../infra/config.ts';
import { eachFunction } from '../../infra/each-function.ts';
import { ServiceStack } from '../../infra/service-stack.ts';
import { StateStack } from '../../infra/state-stack.ts';
import { tableOf } from '../../tools/aws/stage.ts';
import { cdkJson } from '../support/aws/synthesised.ts';

const { stages } = cdkJson.context;
const RESTORED = 'archive-duty-restored-2026-11-20';

test('a stage that names a restored table uses it, with the same key, and keeps its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-duty-restored-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bundle = join(folder, 'bundle');
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'index.mjs'), '');
  const context = {
    ...cdkJson.context,
    stages: { ...stages, cn: { ...stages['cn'], tableName: RESTORED } },
    stage: 'cn',
  };
  const app = new App({ context, outdir: join(folder, 'cdk.out') });
  const stage = stageFrom(context);
  const state = new StateStack(app, stage);
  const bundles = eachFunction(() => ({ folder: bundle, bytes: 0 }));
  const service = Template.fromStack(new ServiceStack(app, { stage, state, bundles, version: 'v' }));

  service.allResourcesProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ TABLE_NAME: RESTORED }) },
  });
  const policies = JSON.stringify(service.findResources('AWS::IAM::Policy'));
  expect(policies).toContain(`:table/${RESTORED}"`);
  expect(policies).toContain(`:table/${RESTORED}/index/list`);
  expect(policies).not.toMatch(/OutputFnGetAttTable/);
  expect(policies).toContain('OutputFnGetAttKey');
  Template.fromStack(state).hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
  const own = { type: 'AWS::DynamoDB::Table', logicalId: 'TableCD117FA1', physicalId: 'own' };
  const stack = { name: 'state', status: 'UPDATE_COMPLETE', resources: [own] };
  expect(tableOf(stage, stack)).toBe(RESTORED);
  expect(tableOf(stageFrom({ ...cdkJson.context, stage: 'cn' }), stack)).toBe('own');
});
