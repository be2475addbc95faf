import { readFileSync } from 'node:fs';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { createCognitoAccounts } from '../functions/adapters/cognito.ts';
import { createDeps } from '../functions/lambda/parts.ts';
import { consoleUrls } from '../infra/fit.ts';
import type { Stage } from '../infra/stage.ts';
import { runForOneUser, tool, type Terminal } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { toInstant } from '../shared/domain/time/instant.ts';
import { noAccounts, type Accounts } from '../shared/ports.ts';
import { cannotAsk, readStack, readStage } from './aws/stage.ts';
import { stagePlace } from './backup/places.ts';
import { enterRows } from './people/enter.ts';
import { readRows } from './people/rows.ts';

const usage = `npm run people -- --stage prod --file people.csv [--dry-run]
  enters the first people of a stage and more of them, and lets their invitations leave; the same file twice enters
  nobody twice. Columns: jurisdiction, name, email, role, office, mobile (or 辖区, 姓名, 邮箱, 角色, 科室, 手机)
  --dry-run  says what would be done
exits 0 where everybody is there, 1 where a row is wrong (then nobody is entered) or was refused`;

/** Without a pool the bureau’s own issuer makes the accounts: nobody is invited. */
async function accountsOf(stage: Stage): Promise<Accounts> {
  const { region } = stage;
  const [consoleUrl] = consoleUrls(stage);
  if (stage.signIn.kind !== 'cognito' || consoleUrl === undefined) return noAccounts;
  const state = await readStack(new CloudFormationClient({ region }), stage, 'state').catch(
    (error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    },
  );
  const poolId = state?.resources.find(({ type }) => type === 'AWS::Cognito::UserPool')?.physicalId;
  if (poolId === undefined) throw new ToldError(`stage ${stage.name} has no user pool yet: deploy it first`);
  const clock = { now: () => toInstant(Date.now()) };
  return createCognitoAccounts({
    client: new CognitoIdentityProviderClient({ region }),
    poolId,
    consoleUrl,
    clock,
  });
}

async function enter(name: string, file: string, dry: boolean, { say }: Terminal): Promise<number> {
  const rows = await readRows(readFileSync(file));
  const wrong = rows.filter((row) => row.wrong.length > 0);
  for (const { row, wrong: why } of wrong) say(`row ${row}  wrong      ${why.join('; ')}`);
  if (wrong.length > 0) {
    say(`${wrong.length} of ${rows.length} rows are wrong: nobody was entered.`);
    return 1;
  }
  const accounts = await accountsOf(readStage(name));
  const place = await stagePlace(name, undefined);
  try {
    const done = await enterRows(
      createDeps({ TABLE_NAME: place.name }, { store: place.store, accounts }),
      rows,
      dry,
    );
    for (const { row, outcome, note = '' } of done)
      say(`row ${row}  ${outcome.padEnd(9)}  ${note}`.trimEnd());
    return done.every(({ outcome }) => outcome === 'entered' || outcome === 'unchanged') ? 0 : 1;
  } finally {
    await place.close();
  }
}

export const main = tool({
  usage,
  flags: {
    stage: { type: 'string' },
    file: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  run: async ({ values: { stage, file, 'dry-run': dry } }, terminal) => {
    if (stage === undefined || file === undefined) throw new ToldError(usage);
    return enter(stage, file, dry, terminal);
  },
});

await runForOneUser(import.meta.url, main);
