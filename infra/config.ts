import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { misfits, settled } from './fit.ts';
import { stageShape, type StageSettings, type Stage } from './stage.ts';

/** A person’s mistake in cdk.json or on the command line: one line with the field and the remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The keys that CDK and its command line set themselves. */
const toolKeys = /^(@aws-cdk[\w-]*\/|aws:|cli-)/;
const ownKeys = ['stage', 'stages'];

/** The stage that the context chooses (`-c stage=…`, else `dev`), checked as far as this machine can. */
export function stageFrom(context: Readonly<Record<string, unknown>>): Stage {
  const unknown = Object.keys(context).find((key) => !ownKeys.includes(key) && !toolKeys.test(key));
  if (unknown !== undefined)
    throw new ConfigError(`context ${unknown}: there is no such key; known: ${ownKeys.join(', ')}`);
  const name = z.string().default('dev').parse(context['stage']);
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name))
    throw new ConfigError(`stage "${name}": take a short name of a-z, 0-9 and -, beginning with a letter`);
  const stages = z.record(z.string(), z.unknown()).safeParse(context['stages']).data ?? {};
  const settings = stages[name];
  if (settings === undefined) {
    const known = Object.keys(stages).join(', ') || 'none';
    throw new ConfigError(`stage "${name}": define it in cdk.json under context.stages; defined: ${known}`);
  }
  const others = Object.entries(stages).filter(([other]) => other !== name);
  return fitting(name, checked(name, settings), new Map(others.flatMap(readable)));
}

/** Another stage, if it is well-formed. Its own mistakes are told when it is chosen. */
function readable([name, settings]: [string, unknown]): [string, StageSettings][] {
  const parsed = stageShape.safeParse(settings);
  return parsed.success ? [[name, parsed.data]] : [];
}

function checked(name: string, settings: unknown): StageSettings {
  const parsed = stageShape.safeParse(settings);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => lineOf(`stages.${name}`, issue));
  throw new ConfigError(lines[0] ?? `stages.${name}: malformed`);
}

const remedies: Readonly<Record<string, string>> = {
  mail: 'without a sender no notice leaves: {"kind":"ses","from":"…"} or {"kind":"smtp","from":"…","secret":"…"}',
  'mail.from': 'name the sender of all mails, an address of your own domain',
  'mail.secret': 'name the secret that holds smtps://user:password@host:465; the stack makes it, you fill it',
  sms: 'choose {"kind":"aws","origination":"arn:…"}, {"kind":"gateway","secret":"…"} or {"kind":"none"}',
  'sms.secret': 'name the secret that holds the HTTP gateway as JSON; the stack makes it, you fill it',
  'sms.origination': 'name the ARN of the phone number, sender id or pool that SMS come from',
  signIn: 'choose {"kind":"cognito"} or {"kind":"oidc","issuer":"https://…","audience":["…"]}',
  'signIn.issuer': 'name the https address of the OIDC issuer',
  'signIn.audience': 'list the audience that the issuer writes into tokens for this product',
  region: 'name the region, for instance ap-southeast-1 or cn-north-1',
};

function lineOf(at: string, issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  const field = [at, path].filter((part) => part !== '').join('.');
  if (issue.code === 'unrecognized_keys')
    return `${field}.${issue.keys[0] ?? ''}: there is no such field: remove it or mend its name`;
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return `${field}: ${remedies[issue.path.slice(0, -1).join('.')] ?? issue.message}`;
  const remedy = remedies[path];
  if (remedy !== undefined) return `${field}: ${remedy}`;
  return `${field}: ${issue.message}`;
}

function fitting(name: string, given: StageSettings, others: ReadonlyMap<string, StageSettings>): Stage {
  const settings = settled(given);
  const partition = RegionInfo.get(settings.region).partition;
  if (partition === undefined || !RegionInfo.regions.some((known) => known.name === settings.region))
    throw new ConfigError(`stages.${name}.region: "${settings.region}" is no region known to this CDK`);
  const misfit = misfits({ ...settings, name, partition }, others)[0];
  if (misfit) throw new ConfigError(`stages.${name}.${misfit.field}: ${misfit.remedy}`);
  return { ...settings, name, partition };
}
