import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '../../shared/functions.ts';
import { consoleUrls } from '../fit.ts';
import type { Stage } from '../stage.ts';
import type { StateStack } from '../state-stack.ts';

const invites = [
  'GetUser',
  'CreateUser',
  'DeleteUser',
  'UpdateUserAttributes',
  'EnableUser',
  'SetUserPassword',
  'UserGlobalSignOut',
];
const actions: Readonly<Record<NonNullable<Grants['accounts']>, readonly string[]>> = {
  invites,
  manages: [...invites, 'DisableUser'],
};

/** What a function may do with the accounts of this pool, and with no other. */
export const accountStatements = (
  users: IUserPool | undefined,
  granted: Grants['accounts'],
): PolicyStatement[] =>
  users === undefined || granted === undefined
    ? []
    : [
        new PolicyStatement({
          actions: actions[granted].map((name) => `cognito-idp:Admin${name}`),
          resources: [users.userPoolArn],
        }),
      ];

/** How a function finds the pool and says where people sign in. */
export function signInOf(stage: Stage, { users }: StateStack): Record<string, string> {
  const [console] = consoleUrls(stage);
  return users === undefined || console === undefined
    ? {}
    : { USER_POOL_ID: users.userPoolId, CONSOLE_URL: console };
}
