import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run deploy -- --stage prod [--yes]`: every stack of the stage, in order. Further words go to `cdk deploy`. */
const { values, positionals } = parseArgs({
  options: { stage: { type: 'string' }, yes: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (values.stage === undefined) {
  console.error('Say which stage of cdk.json: npm run deploy -- --stage dev');
  process.exitCode = 1;
} else {
  // The console goes up as it is built now; without it the deployment would put a placeholder in its place.
  const built = spawnSync('npx', ['tsx', 'tools/console.ts', '--must'], { stdio: 'inherit' }).status ?? 1;
  if (built !== 0) process.exit(built);
  // Without --yes CDK shows what a deployment opens to whom, and asks.
  const approval = values.yes ? ['--require-approval', 'never'] : [];
  const words = ['cdk', 'deploy', '--all', '-c', `stage=${values.stage}`, ...approval, ...positionals];
  process.exitCode = spawnSync('npx', words, { stdio: 'inherit' }).status ?? 1;
}
