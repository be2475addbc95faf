import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Stage } from '../../infra/stage.ts';
import { addressOf, configurationSet, domainOf } from '../../infra/naming.ts';
import { hint, ifThere, missing, type Finding } from './finding.ts';

/** The part of a limit at which somebody should ask for a higher one. */
const NEAR = 0.8;

const NOTHING_LEAVES = 'No mail of this stage leaves: no reminder, no overdue notice, no daily mail.';

/** The state of SES: account, sender, configuration set. */
export async function mailFindings(client: SESv2Client, stage: Stage): Promise<Finding[]> {
  if (stage.mail.kind !== 'ses') return [];
  const [account, sender, set] = await Promise.all([
    accountFindings(client, stage),
    senderFindings(client, stage, stage.mail.from),
    setFindings(client, stage),
  ]);
  return [...account, ...sender, ...set];
}

async function accountFindings(client: SESv2Client, { region, mail, name }: Stage): Promise<Finding[]> {
  const account = await client.send(new GetAccountCommand({}));
  const found: Finding[] = [];
  if (account.ProductionAccessEnabled !== true)
    found.push(
      missing(
        'ses-sandbox',
        `SES in ${region} is in the sandbox (${String(account.SendQuota?.Max24HourSend ?? 200)} mails a day)`,
        'Mails reach verified addresses alone: no unit gets a reminder.',
        `aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url https://… --region ${region}; AWS answers within a day. Console: SES, Account dashboard, Request production access`,
      ),
    );
  if (account.SendingEnabled === false)
    found.push(
      missing(
        'ses-paused',
        `sending is paused for the whole account in ${region}`,
        NOTHING_LEAVES,
        `mend what SES names under Account dashboard, then aws sesv2 put-account-sending-attributes --sending-enabled --region ${region}`,
      ),
    );
  const {
    Max24HourSend: most = 0,
    SentLast24Hours: sent = 0,
    MaxSendRate: rate = 0,
  } = account.SendQuota ?? {};
  // -1 is without a limit.
  if (most > 0 && sent >= NEAR * most)
    found.push(
      missing(
        'ses-quota',
        `${sent} of the ${most} mails that SES grants in 24 hours are sent`,
        'When the limit is reached, no further mail leaves until the day is over.',
        `Console: Service Quotas, SES, Sending quota; then write the new one in cdk.json under stages.${name}.mail.perDay`,
      ),
    );
  if (most > 0 && mail.kind === 'ses' && account.ProductionAccessEnabled === true && most !== mail.perDay)
    found.push(
      hint(
        'ses-quota-unknown',
        `SES grants ${most} mails in 24 hours, cdk.json says ${mail.perDay}`,
        'The alarm before the limit comes too late, or for nothing.',
        `write it in cdk.json under stages.${name}.mail.perDay, and deploy`,
      ),
    );
  if (rate > 0 && mail.kind === 'ses' && account.ProductionAccessEnabled === true && rate !== mail.perSecond)
    found.push(rateFinding(rate, mail.perSecond, name));
  const status = account.EnforcementStatus ?? 'HEALTHY';
  if (status !== 'HEALTHY')
    found.push(
      missing(
        'ses-review',
        `SES has the account under ${status}`,
        'SES may stop all mails of the account at any time.',
        'Console: SES, Account dashboard, Sending statistics; answer the case that AWS Support opened, and correct the addresses that bounce',
      ),
    );
  return found;
}

const rateFinding = (granted: number, said: number, stage: string): Finding =>
  hint(
    'ses-rate-unknown',
    `SES grants ${granted} mails a second, cdk.json says ${said}`,
    granted < said
      ? 'SES sends letters back that are sent too fast; they leave later, in an order of its own.'
      : 'Letters wait longer than they must.',
    `write it in cdk.json under stages.${stage}.mail.perSecond, and deploy`,
  );

async function senderFindings(client: SESv2Client, stage: Stage, from: string): Promise<Finding[]> {
  const domain = domainOf(from);
  const identity =
    (await ifThere(client.send(new GetEmailIdentityCommand({ EmailIdentity: domain })))) ??
    (await ifThere(client.send(new GetEmailIdentityCommand({ EmailIdentity: addressOf(from) }))));
  if (!identity)
    return [
      missing(
        'ses-identity',
        `the sender’s domain ${domain} is no identity of SES in ${stage.region}`,
        NOTHING_LEAVES,
        `npm run deploy -- --stage ${stage.name} makes it; where identityExists is set in cdk.json: aws sesv2 create-email-identity --email-identity ${domain} --region ${stage.region}`,
      ),
    ];
  const tokens = identity.DkimAttributes?.Tokens ?? [];
  const records = tokens.map((token) => `${token}._domainkey.${domain} CNAME ${token}.dkim.amazonses.com`);
  const enter =
    records.length > 0
      ? `enter in the domain’s DNS: ${records.join('; ')}`
      : `Console: SES, Identities, ${domain}`;
  const found: Finding[] = [];
  if (identity.VerifiedForSendingStatus !== true)
    found.push(
      missing(
        'ses-unverified',
        `the sender’s domain ${domain} is not verified (${identity.VerificationStatus ?? 'PENDING'})`,
        NOTHING_LEAVES,
        enter,
      ),
    );
  const dkim = identity.DkimAttributes;
  if (dkim?.SigningEnabled !== true || dkim.Status !== 'SUCCESS')
    found.push(
      missing(
        'ses-dkim',
        `mails of ${domain} are not signed with DKIM (${dkim?.Status ?? 'not set up'})`,
        'Receivers put the notices into their spam folder, or refuse them.',
        enter,
      ),
    );
  return found;
}

async function setFindings(client: SESv2Client, stage: Stage): Promise<Finding[]> {
  const name = configurationSet(stage);
  const set = await ifThere(client.send(new GetConfigurationSetCommand({ ConfigurationSetName: name })));
  if (!set)
    return [
      missing(
        'ses-set',
        `the configuration set ${name} is not there`,
        `${NOTHING_LEAVES} SES refuses mails that name it.`,
        `npm run deploy -- --stage ${stage.name}`,
      ),
    ];
  if (set.SendingOptions?.SendingEnabled === false)
    return [
      missing(
        'ses-set-paused',
        `sending is paused for the configuration set ${name}`,
        NOTHING_LEAVES,
        `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${name} --sending-enabled --region ${stage.region}`,
      ),
    ];
  return (set.SuppressionOptions?.SuppressedReasons ?? []).length > 0
    ? []
    : [
        hint(
          'ses-suppression',
          `the configuration set ${name} keeps no list of addresses that bounced`,
          'Mails go on to addresses that do not exist, and above 5 % SES may stop the account.',
          `npm run deploy -- --stage ${stage.name}`,
        ),
      ];
}
