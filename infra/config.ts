import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { misfits } from './fit.ts';

const address = z
  .string()
  .regex(
    /^(?:[^<>"]*<)?[^\s<>@]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}>?$/,
    'write an address, or a name and <address>',
  );
const secret = z.string().regex(/^[\w/+=.@-]{1,200}$/, 'write the name of a secret in Secrets Manager');
const https = z.url({ protocol: /^https$/, error: 'write an address that begins with https://' });
const arn = (what: string) => z.string().regex(/^arn:aws(-cn)?:/, `write the ARN of ${what}`);

const mail = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ses'),
    from: address,
    /** Where the sender’s domain is an identity of the account already, the stack does not make it. */
    identityExists: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('smtp'), from: address, secret }),
]);

const sms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('aws'), origination: arn('the phone number, sender id or pool') }),
  z.strictObject({ kind: z.literal('gateway'), secret }),
  z.strictObject({ kind: z.literal('none') }),
]);

const signIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cognito'), consoleUrl: z.url().default('http://localhost:5173/') }),
  z.strictObject({ kind: z.literal('oidc'), issuer: https, audience: z.array(z.string().min(1)).min(1) }),
]);

const web = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cloudfront'),
    domain: z
      .string()
      .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'write a host name')
      .optional(),
    /** ACM’s ARN in us-east-1; in aws-cn the id of an IAM server certificate. */
    certificate: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('none') }),
]);

const LOG_DAYS = [7, 14, 30, 60, 90, 180, 365, 731, 1827, 3653] as const;

const stageShape = z.strictObject({
  region: z.string(),
  account: z
    .string()
    .regex(/^\d{12}$/, 'write the 12 digits of the account')
    .optional(),
  mail,
  sms,
  signIn,
  web: web.default({ kind: 'none' }),
  alarmsTo: z.array(z.email()).default([]),
  logDays: z.literal(LOG_DAYS).default(365),
  /** Where people read docs/runbook.md; alarms link to it. */
  runbook: z.string().min(1).default('docs/runbook.md'),
});

export type StageSettings = z.infer<typeof stageShape>;
export interface Stage extends StageSettings {
  readonly name: string;
  readonly partition: string;
}

/** What a person did wrong in cdk.json or on the command line: one line with the field and the remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The keys that CDK and its command line set themselves. */
const toolKeys = /^(@aws-cdk\/|aws:|cli-)/;
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
  return fitting(name, checked(name, settings));
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

function fitting(name: string, settings: StageSettings): Stage {
  const partition = RegionInfo.get(settings.region).partition;
  if (partition === undefined || !RegionInfo.regions.some((known) => known.name === settings.region))
    throw new ConfigError(`stages.${name}.region: "${settings.region}" is no region known to this CDK`);
  const misfit = misfits(settings, partition)[0];
  if (misfit) throw new ConfigError(`stages.${name}.${misfit.field}: ${misfit.remedy}`);
  return { ...settings, name, partition };
}
