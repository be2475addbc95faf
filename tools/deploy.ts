import { spawnSync } from 'node:child_process';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';

const usage = `npm run deploy -- --stage prod [--yes] [-- WORDS]
builds the console, then deploys every stack of the stage, in order
  --yes   does not ask before it opens something to others
  WORDS   go to cdk deploy
exits 0 where all is deployed, 1 where not`;

const done = (words: readonly string[]): boolean =>
  spawnSync('npx', [...words], { stdio: 'inherit' }).status === 0;

export const main = tool({
  usage,
  flags: { stage: { type: 'string' }, yes: { type: 'boolean', default: false } },
  takesWords: true,
  run: ({ values: { stage, yes }, positionals }) => {
    if (stage === undefined)
      throw new ToldError('Say which stage of cdk.json: npm run deploy -- --stage dev');
    // The current build of the console is deployed. Without a build, the deployment would put a placeholder
    // in its place.
    if (!done(['tsx', 'tools/console.ts', '--must'])) return 1;
    // Without --yes CDK shows which permissions a deployment opens, and asks.
    const approval = yes ? ['--require-approval', 'never'] : [];
    return done(['cdk', 'deploy', '--all', '-c', `stage=${stage}`, ...approval, ...positionals]) ? 0 : 1;
  },
});

await runAtTerminal(import.meta.url, main);
