import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { startEnvironment, type Environment, type Outcome } from './environment.ts';
import { fieldsOf, textOf } from './reading.ts';
import type { Account, Deployed } from './resolve.ts';

const properties = z.looseObject({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

/** A function of the templates: what it is called in an account, and what its template says about it. */
export interface LambdaFunction {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly folder: string;
  readonly handler: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface LogLine {
  readonly at: number;
  readonly function: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Ran {
  readonly at: number;
  readonly function: string;
  readonly outcome: Outcome['kind'];
  readonly says: string | undefined;
}

/** The functions whose code runs on Node; CDK’s own helpers run while it deploys and at no other time. */
export function functionsOf(account: Account): LambdaFunction[] {
  return account
    .all('AWS::Lambda::Function')
    .filter((one) => textOf(one.properties['Runtime']).startsWith('nodejs'))
    .map((one) => functionOf(account, one));
}

function functionOf(account: Account, { id, ref, arn, properties: given }: Deployed): LambdaFunction {
  const read = properties.parse(given);
  const major = process.versions.node.split('.')[0] ?? '';
  if (read.Runtime !== `nodejs${major}.x`)
    throw new Error(`${id} asks for ${read.Runtime}, but these tests run on Node ${major}`);
  const folder = account.asset(read.Code.S3Key);
  const [module = ''] = read.Handler.split('.');
  if (!readdirSync(folder).includes(`${module}.mjs`))
    throw new Error(`${id}: ${basename(folder)} has no ${module}.mjs`);
  return {
    id,
    name: ref,
    arn,
    roleArn: read.Role,
    timeoutSeconds: read.Timeout,
    memoryMegabytes: read.MemorySize,
    folder,
    handler: read.Handler,
    variables: Object.fromEntries(
      Object.entries(fieldsOf(read.Environment?.Variables)).map(([name, value]) => [name, textOf(value)]),
    ),
  };
}

/** A function by what triggers call it: its name or its ARN, with or without an alias or version that exists. */
export function functionNamed(
  account: Account,
  functions: readonly LambdaFunction[],
  name: string,
): LambdaFunction | undefined {
  return functions.find(({ name: own, arn }) => {
    const called = name.startsWith('arn:') ? arn : own;
    if (name === called) return true;
    const qualified = `${arn}${name.slice(called.length)}`;
    const qualifiers = [...account.all('AWS::Lambda::Alias'), ...account.all('AWS::Lambda::Version')];
    return name.startsWith(`${called}:`) && qualifiers.some(({ ref }) => ref === qualified);
  });
}

export interface Functions {
  readonly all: readonly LambdaFunction[];
  /** By its name or ARN, which may go on with an alias or version that the templates make. */
  readonly named: (name: string) => LambdaFunction;
  readonly invoke: (arn: string, event: unknown) => Promise<Outcome>;
  /** The environment of an id, for whoever wants to end it. */
  readonly environment: (id: string) => Environment | undefined;
  /** Ends every environment, so that the next event begins in a new one. */
  readonly endAll: () => Promise<void>;
  readonly log: readonly LogLine[];
  readonly runs: readonly Ran[];
}

export interface FunctionsOptions {
  readonly account: Account;
  readonly clock: { readonly now: () => number };
  /** Where AWS answers. */
  readonly endpoint: string;
}

const logLine = z.record(z.string(), z.unknown());

/** Starts environments as they are needed: one that is idle is used again, and two events at once need two. */
export function createFunctions({ account, clock, endpoint }: FunctionsOptions): Functions {
  const all = functionsOf(account);
  const pools = new Map<string, Environment[]>(all.map(({ arn }) => [arn, []]));
  const log: LogLine[] = [];
  const runs: Ran[] = [];
  const named = (name: string): LambdaFunction => {
    const one = functionNamed(account, all, name);
    if (!one) throw new Error(`there is no function ${name}`);
    return one;
  };
  // The client of SQS asks at the address of the queue, whatever endpoint is set.
  const here = (value: string): string => value.replace(/^https:\/\/sqs\.[^/]+/, endpoint);
  const start = (one: LambdaFunction): Environment => {
    const id = randomUUID();
    const own = lambdaVariables(account, one);
    return startEnvironment({
      ...one,
      id,
      now: clock.now(),
      variables: {
        ...own,
        ...Object.fromEntries(Object.entries(one.variables).map(([name, value]) => [name, here(value)])),
        AWS_SESSION_TOKEN: id,
        AWS_ENDPOINT_URL: endpoint,
      },
      log: (line) => {
        if (!line.startsWith('{')) return;
        log.push({ at: clock.now(), function: one.id, fields: logLine.parse(JSON.parse(line)) });
      },
    });
  };
  return {
    all,
    named,
    log,
    runs,
    environment: (id) => [...pools.values()].flat().find((one) => one.id === id),
    endAll: async () => {
      const ending = [...pools.values()].flat();
      for (const pool of pools.values()) pool.length = 0;
      await Promise.all(ending.map((one) => one.close()));
    },
    invoke: async (arn, event) => {
      const one = named(arn);
      const pool = pools.get(one.arn) ?? [];
      const alive = pool.filter((each) => !each.isGone());
      const environment = alive.find((each) => !each.isBusy()) ?? start(one);
      pools.set(one.arn, alive.includes(environment) ? alive : [...alive, environment]);
      const at = clock.now();
      const outcome = await environment.invoke({ id: randomUUID(), event, now: at });
      const says =
        outcome.kind === 'answered' ? undefined : outcome.kind === 'failed' ? outcome.failure : outcome.says;
      runs.push({ at, function: one.id, outcome: outcome.kind, says });
      return outcome;
    },
  };
}

/** What Lambda itself adds. The role is the key’s id, so that the signature of each request says who asks. */
function lambdaVariables(
  { region }: Account,
  { name, roleArn, memoryMegabytes, folder }: LambdaFunction,
): Record<string, string> {
  return {
    TZ: ':UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    LAMBDA_TASK_ROOT: folder,
    AWS_ACCESS_KEY_ID: roleArn.split('/').at(-1) ?? '',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  };
}
