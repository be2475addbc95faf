import { z } from 'zod';

/** The environment that the service stack gives a function, checked before its first event. */
export const common = z.object({
  TABLE_NAME: z.string().min(1),
  /** The jurisdictions that the stage serves, each with those below it. Absent: all. */
  SERVES: z
    .string()
    .min(1)
    .transform((list) => list.split(','))
    .optional(),
});
export const sendsToPlan = z.object({ PLAN_QUEUE_URL: z.url() });
export const sendsToReport = z.object({ REPORT_QUEUE_URL: z.url() });
export const sendsToImport = z.object({ IMPORT_QUEUE_URL: z.url() });
export const sendsToDeliver = z.object({ DELIVER_QUEUE_URL: z.url() });
const amount = z.coerce.number().positive().optional();
export const mailLimits = z.object({ MAIL_PER_SECOND: amount, MAIL_PER_DAY: amount });
export const sendsMail = z.object({
  MAIL_FROM: z.string().min(1),
  SES_CONFIGURATION_SET: z.string().min(1).optional(),
  /** The name of the secret with the SMTP server’s address, for a region without SES. */
  SMTP_SECRET: z.string().min(1).optional(),
  /** Where people reach the console, if the stage says so; letters lead there. */
  PUBLIC_URL: z.url().optional(),
  /** What the mail provider takes: messages a second, and in 24 hours. Absent: as many as come. */
  ...mailLimits.shape,
});
export const sendsSms = z.object({
  SMS_ORIGINATION: z.string().min(1).optional(),
  SMS_CONFIGURATION_SET: z.string().min(1).optional(),
  /** The name of the secret with the HTTP gateway as JSON. */
  SMS_GATEWAY_SECRET: z.string().min(1).optional(),
});
/** Requests a second of a program and of a bureau. */
export const limitsRequests = z.object({ CLIENT_PER_SECOND: amount, BUREAU_PER_SECOND: amount });
/** Of a stage with Cognito: the pool, and where its people sign in. */
export const signsIn = z.object({
  USER_POOL_ID: z.string().min(1).optional(),
  CONSOLE_URL: z.url().optional(),
});
export const hasVersion = z.object({ VERSION: z.string().default('unknown') });

/** Names each variable that is missing or malformed, never its value. */
export function readEnvironment<T extends z.ZodType>(shape: T): z.output<T> {
  const read = shape.safeParse(process.env);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The function’s environment is incomplete. ${wrong.join('; ')}`);
}
