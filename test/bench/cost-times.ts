import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { bundleFunctions, type Bundles } from '../../infra/bundle.ts';
import { TABLE, type DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { formatInstant, hours, plus, toInstant } from '../../shared/domain/time/instant.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import type { FunctionName } from '../../shared/functions.ts';
import type { MeasuredCost } from '../../tools/cost/measured.ts';
import { apiEvent } from '../support/product/api-event.ts';
import { awsFake, type AwsFake } from '../support/aws/aws-fake.ts';
import { lambdaEnvironment } from './lambda.ts';
import { median } from './measure.ts';

/** Imports a bundle, hands it event after event, and prints how long each took and what it answered. */
const RUNNER = `
const { text } = await import('node:stream/consumers');
const events = JSON.parse(await text(process.stdin));
const start = performance.now();
const { handler } = await import(process.argv[1]);
const imported = performance.now() - start;
const context = { awsRequestId: 'run', functionName: 'bench', getRemainingTimeInMillis: () => 60000 };
const runs = [];
for (const event of events) {
  const begin = performance.now();
  const answer = await handler(event, context);
  runs.push({ ms: performance.now() - begin, answer });
}
process.stdout.write('\\nRAN ' + JSON.stringify({ imported, runs }) + '\\n', () => process.exit(0));
`;

const ran = z.object({
  imported: z.number(),
  runs: z.array(z.object({ ms: z.number(), answer: z.unknown() })),
});
type Ran = z.infer<typeof ran>;

const JURISDICTION = 'baixiang';
const PATH = `/v1/jurisdictions/${JURISDICTION}`;
const CASES = 100;
const REPEATED = 50;

type Run = (name: FunctionName, events: readonly object[]) => Promise<Ran>;

function runnerOf(bundles: Bundles, environment: Readonly<Record<string, string>>): Run {
  return async (name, events) => {
    const file = pathToFileURL(`${bundles[name].folder}/index.mjs`).href;
    const args = ['--no-warnings', '--input-type=module', '-e', RUNNER, '--', file];
    const child = spawn(process.execPath, args, { env: environment });
    child.stdin.end(JSON.stringify(events));
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const line = output.split('\n').find((one) => one.startsWith('RAN '));
    if (line === undefined) throw new Error(`${name} broke: ${errors.slice(-500)}`);
    return ran.parse(JSON.parse(line.slice(4)));
  };
}

const answered = z.object({ statusCode: z.number(), body: z.string() });
const identified = z.object({ id: z.string() });

function bodyOf(answer: unknown): unknown {
  const { statusCode, body } = answered.parse(answer);
  if (statusCode >= 300) throw new Error(`${statusCode} ${body}`);
  const parsed: unknown = JSON.parse(body);
  return parsed;
}

/** Without the first ones, in which code is still being compiled. */
const warm = ({ runs }: Ran): number => median(runs.slice(Math.min(10, runs.length - 1)).map(({ ms }) => ms));

const repeated = (event: object): object[] => Array.from({ length: REPEATED }, () => event);
const schedule = { source: 'schedule' };

const claims = { sub: 'officer', role: 'bureau-officer', jurisdiction: JURISDICTION } as const;
const asked = (method: 'GET' | 'POST', path: string, body?: object): object =>
  apiEvent({ claims, method, path: `${PATH}${path}`, body });

/** Its evidence was secured 13 hours ago: the duty of the 24 hours is told at once, at whatever time of day. */
function caseOf(index: number): object {
  const evidenceSecuredAt = formatInstant(plus(toInstant(Date.now()), -hours(13)));
  return { kind: 'case', name: `${index}号案`, facts: { office: 'archives', evidenceSecuredAt } };
}

const staff = [
  { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'officer@bureau.example.com' },
];

function messages({ messages: sent }: AwsFake, queue: string): string[] {
  return sent.filter(({ queueUrl }) => queueUrl.endsWith(`/${queue}`)).map(({ body }) => body);
}

/** Batches as Lambda’s event source mapping hands them over. */
function batches(bodies: readonly string[], size: number): object[] {
  return Array.from({ length: Math.ceil(bodies.length / size) }, (_, batch) => ({
    Records: bodies
      .slice(batch * size, (batch + 1) * size)
      .map((body, index) => ({ messageId: `m${batch}-${index}`, messageAttributes: {}, body })),
  }));
}

async function measured(run: Run, fake: AwsFake): Promise<MeasuredCost['milliseconds']> {
  const planned = await run('plan', [schedule, ...repeated(schedule)]);
  const admin = apiEvent({
    claims: { ...claims, role: 'bureau-admin' },
    method: 'PUT',
    path: `${PATH}/staff`,
    body: staff,
  });
  await run('api', [admin]);
  const cases = Array.from({ length: CASES }, (_, index) => asked('POST', '/subjects', caseOf(index)));
  const entered = await run('api', cases);
  const ids = entered.runs.map(({ answer }) => identified.parse(bodyOf(answer)).id);
  const looked = await run(
    'api',
    ids.map((id) => asked('GET', `/status/${id}`)),
  );
  for (const { answer } of looked.runs) bodyOf(answer);
  const list = await run('api', repeated(asked('GET', '/obligations?limit=50')));
  const planMessage = await run('plan', batches(messages(fake, 'plan'), 1));
  await run('sweep', [schedule]);
  const swept = await run('sweep', repeated(schedule));
  const delivered = await run('deliver', batches(messages(fake, 'deliver'), 10));
  const reported = await run('report', repeated(schedule));
  if (fake.mails.length < CASES) throw new Error(`only ${fake.mails.length} mails left`);
  const first = looked.runs[0]?.ms ?? Number.NaN;
  return {
    enterSubject: warm(entered),
    statusLookUp: warm(looked),
    list: warm(list),
    planMessage: warm(planMessage),
    idlePlan: warm(planned) / regulated.length,
    idleSweep: warm(swept),
    idleReport: warm(reported) / regulated.length,
    notice: delivered.runs.reduce((total, { ms }) => total + ms, 0) / fake.mails.length,
    coldApi: looked.imported + first,
  };
}

/** The bundles as deployed, event by event, each function in a process of its own. */
export async function costTimes(engine: DynamoEngine): Promise<MeasuredCost['milliseconds']> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-times-'));
  const fake = await awsFake();
  try {
    const endpoint = await engine.client.config.endpoint?.();
    if (!endpoint) throw new Error('the engine has no endpoint');
    const { protocol, hostname, port = 80 } = endpoint;
    const bundles = await bundleFunctions(directory, { mail: 'ses', sms: 'aws', signIn: 'cognito' });
    // DynamoDB Local keeps a table for each region and key: those of the client that made it.
    const table = {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${String(port)}`,
    };
    return await measured(runnerOf(bundles, { ...lambdaEnvironment(fake, TABLE), ...table }), fake);
  } finally {
    await fake.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
