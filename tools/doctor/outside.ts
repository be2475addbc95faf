import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { gateway } from '../../functions/adapters/gateway.ts';
import type { Stage } from '../../infra/stage.ts';
import { ifThere, missing, type Finding } from './finding.ts';

const PATIENCE_MILLISECONDS = 10_000;
const NO_MAIL = 'No mail of this stage leaves: no reminder, no overdue notice, no daily mail.';
const NO_SMS = 'No SMS leaves: the last reminder and the overdue notice go by mail alone.';

const fill = (name: string, region: string, example: string): string =>
  `aws secretsmanager put-secret-value --secret-id ${name} --secret-string '${example}' --region ${region}; the functions read it at their next start`;

/** The content of a secret; undefined when it does not exist or was never filled. It is never shown. */
async function secretOf(client: SecretsManagerClient, name: string): Promise<string | undefined> {
  return (await ifThere(client.send(new GetSecretValueCommand({ SecretId: name }))))?.SecretString;
}

/** The bureau’s own mail server: its secret, and whether it answers and accepts the sign-in. */
export async function smtpFindings(
  client: SecretsManagerClient,
  { mail, region }: Stage,
): Promise<Finding[]> {
  if (mail.kind !== 'smtp') return [];
  const value = await secretOf(client, mail.secret);
  const mend = fill(mail.secret, region, 'smtps://user:password@host:465');
  if (value === undefined)
    return [missing('smtp-secret', `the secret ${mail.secret} is not there or empty`, NO_MAIL, mend)];
  if (!/^smtps?:\/\/\S+$/.test(value) || !URL.canParse(value))
    return [
      missing(
        'smtp-secret',
        `the secret ${mail.secret} does not hold the address of a mail server, smtps://…`,
        NO_MAIL,
        mend,
      ),
    ];
  const transport = nodemailer.createTransport({
    url: value,
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
  });
  try {
    await transport.verify();
    return [];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const what = code === 'EAUTH' ? 'refuses the user or password of' : 'does not answer at';
    return [
      missing(
        'smtp-server',
        `the mail server ${what} the secret ${mail.secret} (${code})`,
        NO_MAIL,
        code === 'EAUTH'
          ? mend
          : `see that the port is open from here and from the functions, or correct the secret: ${mend}`,
      ),
    ];
  } finally {
    transport.close();
  }
}

/** The HTTP gateway for SMS: its secret, and whether its host answers at all. No SMS is sent. */
export async function gatewayFindings(
  client: SecretsManagerClient,
  { sms, region }: Stage,
): Promise<Finding[]> {
  if (sms.kind !== 'gateway') return [];
  const value = await secretOf(client, sms.secret);
  const mend = fill(sms.secret, region, '{"url":"https://…","body":{…},"templates":{…},"success":{…}}');
  if (value === undefined)
    return [missing('gateway-secret', `the secret ${sms.secret} is not there or empty`, NO_SMS, mend)];
  const parsed = gateway.safeParse(jsonOf(value));
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'not JSON'))].join(
      ', ',
    );
    return [
      missing('gateway-secret', `the secret ${sms.secret} does not hold a gateway (${fields})`, NO_SMS, mend),
    ];
  }
  const { origin } = new URL(parsed.data.url);
  if ((await answerOf(origin)) !== undefined) return [];
  return [
    missing(
      'gateway-server',
      'the SMS gateway that the secret names does not answer',
      NO_SMS,
      `see that it can be reached from here and from the functions, or correct the secret: ${mend}`,
    ),
  ];
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()).min(1) });

/** The issuer of tokens: its discovery document, and the keys named there. */
export async function signInFindings({ signIn, name }: Stage): Promise<Finding[]> {
  if (signIn.kind !== 'oidc') return [];
  const loss = 'Nobody can sign in: every request is answered 401.';
  const place = `${signIn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discovery.safeParse(jsonOf((await answerOf(place)) ?? ''));
  if (!found.success)
    return [
      missing(
        'oidc-discovery',
        `${place} does not answer as an OIDC issuer`,
        loss,
        `start the issuer, or correct stages.${name}.signIn.issuer in cdk.json and deploy`,
      ),
    ];
  if (found.data.issuer !== signIn.issuer)
    return [
      missing(
        'oidc-issuer',
        `the issuer calls itself ${found.data.issuer}, cdk.json says ${signIn.issuer}`,
        loss,
        `write it in cdk.json as it calls itself, to the last slash, and deploy`,
      ),
    ];
  if (keySet.safeParse(jsonOf((await answerOf(found.data.jwks_uri)) ?? '')).success) return [];
  return [
    missing(
      'oidc-keys',
      `the issuer’s keys do not answer at ${found.data.jwks_uri}`,
      loss,
      'mend it at the issuer',
    ),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body of a GET, whatever its status; undefined when nobody answers. */
async function answerOf(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    return await answer.text();
  } catch {
    return undefined;
  }
}
