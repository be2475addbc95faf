import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { Stage } from '../stage.ts';
import { PRODUCT } from '../naming.ts';

/**
 * The people who sign in. Their id (`person`), role, jurisdiction, unit and office are attributes that only an
 * administrator may set. They become the token’s claims `custom:role` and so on.
 */
export function userPool(stack: Stack, stage: Stage): UserPool {
  const claim = (): StringAttribute => new StringAttribute({ mutable: true, maxLen: 100 });
  return new UserPool(stack, 'Users', {
    userPoolName: `${PRODUCT}-${stage.name}`,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    customAttributes: {
      person: claim(),
      role: claim(),
      jurisdiction: claim(),
      unitId: claim(),
      office: claim(),
    },
    deletionProtection: true,
    // Protected against deletion, like the table.
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
