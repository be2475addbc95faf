import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { z } from 'zod';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { noAccounts, type Accounts } from '../../shared/ports.ts';
import { createCognitoAccounts } from '../adapters/cognito.ts';
import type { signsIn } from './environment.ts';

export function accountsFor({
  USER_POOL_ID: poolId,
  CONSOLE_URL: consoleUrl,
}: z.infer<typeof signsIn>): Accounts {
  if (poolId === undefined || consoleUrl === undefined) return noAccounts;
  const clock = { now: () => toInstant(Date.now()) };
  return createCognitoAccounts({ client: new CognitoIdentityProviderClient({}), poolId, consoleUrl, clock });
}
