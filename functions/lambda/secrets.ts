import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});

/** A secret’s text, read once at the cold start. */
export async function readSecret(name: string): Promise<string> {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return answer.SecretString ?? '';
}

/** What to do about a secret that the stack made and nobody has filled yet. Its content is not shown. */
export function unfilled(name: string, holds: string): Error {
  return new Error(
    `The secret ${name} does not hold ${holds}: aws secretsmanager put-secret-value --secret-id ${name} --secret-string …`,
  );
}
