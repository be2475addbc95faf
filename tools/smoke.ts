import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { versionOf } from '../infra/version.ts';
import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { cannotAsk, outputsOf, readStage } from './aws/stage.ts';

const usage = `npm run smoke -- --stage prod [--expect VERSION] [--version-only]
asks a deployed stage whether it answers, runs this commit and lets nobody in without a token; changes nothing
  --expect        another version than that of this directory
  --version-only  prints the version that runs, and asks nothing else
exits 0 where it does, 1 where not`;

const PATIENCE_MILLISECONDS = 20_000;
const health = z.object({ status: z.literal('ok'), version: z.string() });

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask(url: string): Promise<Answer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    return { status: answer.status, body: await answer.text() };
  } catch (error) {
    throw new ToldError(
      `${url} does not answer (${error instanceof Error ? error.message : 'unknown'}): see the alarms, then deploy the commit before`,
    );
  }
}

async function versionAt(url: string): Promise<string> {
  const { status, body } = await ask(`${url}/health`);
  const found = status === 200 ? health.safeParse(JSON.parse(body)).data : undefined;
  if (found) return found.version;
  throw new ToldError(`${url}/health answers ${status}: see the log of api, then deploy the commit before`);
}

async function smoke(name: string, expected: string, onlyVersion: boolean, { say }: Terminal): Promise<void> {
  const stage = readStage(name);
  const client = new CloudFormationClient({ region: stage.region });
  const outputs = async (part: string): Promise<ReadonlyMap<string, string>> =>
    outputsOf(client, stage, part).catch((error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    });
  const api = (await outputs('service')).get('ApiUrl');
  if (api === undefined) throw new ToldError(`stage ${name} has no API: npm run deploy -- --stage ${name}`);
  const version = await versionAt(api);
  if (onlyVersion) {
    say(version);
    return;
  }
  if (version !== expected)
    throw new ToldError(
      `stage ${name} runs ${version}, not ${expected}: the deployment did not come to its end`,
    );
  const { status } = await ask(`${api}/v1/jurisdictions`);
  if (status !== 401)
    throw new ToldError(`${api}/v1/jurisdictions answers ${status} without a token: it must be 401`);
  const page = stage.web.kind === 'none' ? undefined : (await outputs('web')).get('ConsoleUrl');
  if (page !== undefined && (await ask(page)).status !== 200)
    throw new ToldError(
      `the console at ${page} does not answer 200: see the distribution and its domain’s DNS`,
    );
  say(`Stage ${name} answers and runs ${version}.`);
}

export const main = tool({
  usage,
  flags: {
    stage: { type: 'string' },
    expect: { type: 'string' },
    'version-only': { type: 'boolean', default: false },
  },
  run: async ({ values: { stage, expect, 'version-only': onlyVersion } }, terminal) => {
    if (stage === undefined) throw new ToldError(`Say which stage of cdk.json: --stage prod\n${usage}`);
    await smoke(stage, expect ?? versionOf(), onlyVersion, terminal);
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
