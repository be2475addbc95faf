import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cdkJson } from '../support/aws/synthesised.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const texts = z.record(z.string(), z.union([z.string(), z.number()]));
const permissions = z.partialRecord(z.enum(['contents', 'id-token']), z.enum(['read', 'write']));

/** What we use of GitHub’s workflow syntax; another key is a mistake or needs a place here. */
const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z
    .string()
    .regex(/^[\w-]+\/[\w-]+@v\d+$/)
    .optional(),
  with: texts.optional(),
  env: texts.optional(),
  run: z.string().optional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.looseObject({}),
  permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.literal(false) }).optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.literal('ubuntu-latest').optional(),
      'timeout-minutes': z.number().optional(),
      environment: z.string().optional(),
      env: texts.optional(),
      needs: z.string().optional(),
      uses: z.string().startsWith('./.github/workflows/').optional(),
      with: texts.optional(),
      permissions: permissions.optional(),
      steps: z.array(step).optional(),
    }),
  ),
});

/** The same of GitLab’s. */
const job = z.strictObject({
  extends: z.string().optional(),
  stage: z.string().optional(),
  timeout: z.string().optional(),
  needs: z.array(z.string()).optional(),
  resource_group: z.string().optional(),
  variables: texts.optional(),
  id_tokens: z.record(z.string(), z.strictObject({ aud: z.string() })).optional(),
  environment: z.strictObject({ name: z.string() }).optional(),
  rules: z.array(z.strictObject({ if: z.string(), when: z.literal('manual').optional() })).optional(),
  script: z.array(z.string()).optional(),
  artifacts: z.strictObject({ paths: z.array(z.string()), expire_in: z.string() }).optional(),
});
const gitlab = z
  .object({ stages: z.array(z.string()), default: z.strictObject({ image: z.string() }) })
  .catchall(job);

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = ['.github/workflows/deploy.yml', '.github/workflows/deploy-stage.yml', '.gitlab-ci.yml'];

const workflows = files.slice(0, 2).map((file) => workflow.parse(parse(read(file))));
const { stages, ...others } = gitlab.parse(parse(read('.gitlab-ci.yml')));
const jobs = Object.fromEntries(Object.entries(others).filter(([name]) => name !== 'default'));
const named = z.record(z.string(), job).parse(jobs);

const lines: readonly string[] = [
  ...workflows.flatMap(({ jobs: all }) =>
    Object.values(all).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run?.split('\n') ?? [])),
  ),
  ...Object.values(named).flatMap(({ script = [] }) => script.flatMap((line) => line.split('\n'))),
];
const found = (pattern: RegExp): string[] =>
  lines.flatMap((line) => [...line.matchAll(pattern)].map(([, name = '']) => name));

describe('both pipelines', () => {
  test('call only scripts, programs and files that are there', () => {
    const called = found(/\bnpm run (?:-s )?([\w:]+)/g);
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
    for (const program of found(/\bnpx ([\w-]+)/g))
      expect(existsSync(join(root, 'node_modules/.bin', program)), program).toBe(true);
    for (const file of found(/(?:^|\s)(\.ci\/[\w-]+)/g)) expect(existsSync(join(root, file))).toBe(true);
    for (const one of workflows.flatMap(({ jobs: all }) => Object.values(all)))
      if (one.uses !== undefined) expect(existsSync(join(root, one.uses)), one.uses).toBe(true);
  });

  test('pass flags that the tools know', () => {
    for (const line of lines) {
      const [, name = '', words = ''] =
        /\bnpm run (?:-s )?(deploy|doctor|smoke) -- ([^|)]*)/.exec(line) ?? [];
      const [file = ''] = /tools\/[\w-]+\.ts/.exec(scripts[name] ?? '') ?? [];
      for (const [, flag = ''] of words.matchAll(/--([a-z-]+)/g))
        expect([line, read(file).includes(flag)]).toEqual([line, true]);
    }
  });

  test('deploy the templates that were built once, and ask before and after', () => {
    const order = ['smoke', 'doctor', 'deploy', 'smoke', 'deploy', 'smoke', 'doctor'];
    const ofStage = workflows[1]?.jobs['deploy']?.steps?.map(({ run = '' }) => run).join('\n') ?? '';
    const ofGitlab = named['.deploy']?.script?.join('\n') ?? '';
    for (const text of [ofStage, ofGitlab]) {
      const called = [...text.matchAll(/npm run (?:-s )?(smoke|doctor|deploy)\b/g)].map(([, name]) => name);
      expect(called).toEqual(order);
      expect(text.indexOf('cdk diff --all --app "$ASSEMBLY"')).toBeLessThan(text.indexOf('npm run deploy'));
      expect(text).toContain('npm run deploy -- --stage "$STAGE" --assembly "$ASSEMBLY" --yes');
    }
  });

  test('know stages of cdk.json, dev before prod, and prod waits for a person', () => {
    const known = Object.keys(cdkJson.context.stages);
    for (const stage of found(/-c stage=(\w+)/g)) expect(known).toContain(stage);
    const [whole, one] = workflows;
    expect(whole?.jobs['prod']).toMatchObject({ needs: 'dev', with: { stage: 'prod' } });
    expect(one?.jobs['deploy']?.environment).toBe('${{ inputs.stage }}');
    expect(stages).toEqual(['build', 'dev', 'prod']);
    expect(named['prod']?.rules?.[0]?.when).toBe('manual');
    expect(named['prod']?.needs).toContain('dev');
  });

  test('hold no secret, and name no host', () => {
    for (const file of files) {
      const text = read(file);
      expect(text).not.toMatch(/\bsecrets\.\w|password|_KEY\b/i);
      expect(text).not.toMatch(/https?:|[\w-]+\.(?:com|cn|io|org|dev)\b(?<!sts\.amazonaws\.com)/);
    }
    expect(workflows[1]?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(named['.deploy']?.id_tokens).toEqual({ WEB_IDENTITY: { aud: 'sts.amazonaws.com' } });
  });
});
