import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { stackName } from '../infra/naming.ts';
import type { Stage } from '../infra/stage.ts';
import { versionOf } from '../infra/version.ts';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { jsonOfFile } from '../local/person-file.ts';
import { ToldError } from '../local/told-error.ts';
import compiled from '../shared/rulebooks/compiled.json' with { type: 'json' };
import { cannotAsk, readStack, readStage } from './aws/stage.ts';
import { letGo } from './deploy/kept.ts';
import { refusals } from './deploy/refusals.ts';

const usage = `npm run deploy -- --stage prod [--assembly FOLDER] [--yes] [-- WORDS]
builds the console and the templates, refuses what would end half-way or lose something, then deploys every
stack of the stage, in order
  --assembly  deploys what cdk synth wrote there, and builds nothing
  --yes       does not ask before it opens something to others
  WORDS       go to cdk deploy
exits 0 where all is deployed, 1 where not`;

const done = (words: readonly string[]): boolean =>
  spawnSync('npx', [...words], { stdio: 'inherit' }).status === 0;

/** Refuses when the present stack holds something that the new template does not name. */
async function refuseLoss(stage: Stage, assembly: string): Promise<void> {
  const deployed = await readStack(new CloudFormationClient({ region: stage.region }), stage, 'state').catch(
    (error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    },
  );
  if (!deployed) return;
  const lost = letGo(deployed.resources, jsonOfFile(`${assembly}/${deployed.name}.template.json`));
  if (lost.length === 0) return;
  const all = lost.map(({ logicalId, type }) => `${logicalId} (${type})`).join(', ');
  throw new ToldError(
    `${deployed.name} would let go of ${all}. What is in it stays in the account, but nothing reads it any more. Give it its old name and place in infra/ again; if it is meant, empty it first, then npx cdk deploy ${deployed.name} --app ${assembly}`,
  );
}

/** Builds the console and the templates. Without a build of the console its place would be taken by a placeholder. */
function build(name: string): string | undefined {
  const assembly = `dist/cdk/${name}`;
  const built =
    done(['tsx', 'tools/console.ts', '--must']) &&
    done(['cdk', 'synth', '--quiet', '-c', `stage=${name}`, '-o', assembly]);
  return built ? assembly : undefined;
}

export const main = tool({
  usage,
  flags: {
    stage: { type: 'string' },
    assembly: { type: 'string' },
    yes: { type: 'boolean', default: false },
  },
  takesWords: true,
  run: async ({ values: { stage: name, assembly: given, yes }, positionals }) => {
    if (name === undefined) throw new ToldError('Say which stage of cdk.json: npm run deploy -- --stage dev');
    const stage = readStage(name);
    const refused = await refusals({ stage, version: versionOf(), rulebooks: compiled });
    if (refused.length > 0) throw new ToldError(refused.join('\n'));
    const assembly = given ?? build(name);
    if (assembly === undefined) return 1;
    if (!existsSync(`${assembly}/${stackName(stage, 'state')}.template.json`))
      throw new ToldError(
        `${assembly} holds no templates of stage ${name}: npx cdk synth -c stage=${name} -o ${assembly}`,
      );
    await refuseLoss(stage, assembly);
    // Without --yes CDK shows which permissions a deployment opens, and asks.
    const approval = yes ? ['--require-approval', 'never'] : [];
    // A reference to another stack is read when a stack is deployed: with the same template it may be another.
    const words = ['--all', '--force', '--app', assembly, ...approval, ...positionals];
    return done(['cdk', 'deploy', ...words]) ? 0 : 1;
  },
});

await runAtTerminal(import.meta.url, main);
