import { z } from 'zod';

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
    /** When the sender’s domain is already an identity of the account, the stack does not create it. */
    identityExists: z.boolean().default(false),
    /** The most mails a second that SES grants the account. */
    perSecond: z.number().positive().default(14),
    /** The most mails in 24 hours that SES grants the account. An alarm comes at 80 %. */
    perDay: z.number().int().positive().default(50_000),
  }),
  z.strictObject({
    kind: z.literal('smtp'),
    from: address,
    secret,
    /** What the server takes. Without it, mails go as they fall due. */
    perSecond: z.number().positive().optional(),
    perDay: z.number().int().positive().optional(),
  }),
]);

const sms = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    origination: arn('the phone number, sender id or pool'),
    /** The US dollars a month that the account may spend on SMS. An alarm comes at 80 %. */
    spendLimit: z.number().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('gateway'), secret }),
  z.strictObject({ kind: z.literal('none') }),
]);

const signIn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cognito'),
    /** Where the console is, if CloudFront does not serve it under `web.domain`. */
    consoleUrl: z.url().optional(),
  }),
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
    /** The most requests in five minutes from one address; a web ACL refuses more. Offices share an address. */
    requestsPerAddress: z.number().int().min(100).optional(),
  }),
  z.strictObject({ kind: z.literal('none') }),
]);

const LOG_DAYS = [7, 14, 30, 60, 90, 180, 365, 731, 1827, 3653] as const;

export const stageShape = z.strictObject({
  region: z.string(),
  /** Only `dev` may leave it out, and is deployed into whichever account the credentials are for. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'write the 12 digits of the account')
    .optional(),
  mail,
  sms,
  signIn,
  web: web.default({ kind: 'none' }),
  alarmsTo: z.array(z.email()).default([]),
  /** Requests a second, half a minute’s worth at once; above them 429. */
  requests: z
    .strictObject({
      /** Of a program. */
      perClient: z.number().positive().default(10),
      /** Of a bureau: all its people, units and programs. */
      perBureau: z.number().positive().default(50),
    })
    .prefault({}),
  /** US dollars a month. `alarmsTo` hears when they are nearly spent, and of days that cost unusually much. */
  budget: z.number().positive().optional(),
  /**
   * The jurisdictions whose bureaus work here, each with everything below it: a province is one cell. Absent: all.
   * A jurisdiction with data is moved by `npm run move`.
   */
  serves: z.array(z.string()).min(1, 'name a jurisdiction, or remove it: then all are served').optional(),
  /** A table that was restored from a backup, in place of the one that the stack made: docs/runbook.md. */
  tableName: z
    .string()
    .regex(/^[\w.-]{3,255}$/, 'write the name of a table')
    .optional(),
  logDays: z.literal(LOG_DAYS).default(365),
  /** Where people read docs/runbook.md. Alarms link to it. */
  runbook: z.string().min(1).default('docs/runbook.md'),
});

export type StageSettings = z.infer<typeof stageShape>;
export interface Stage extends StageSettings {
  readonly name: string;
  readonly partition: string;
}
