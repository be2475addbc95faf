import {
  DescribeAccountAttributesCommand,
  DescribePhoneNumbersCommand,
  DescribePoolsCommand,
  DescribeRegistrationsCommand,
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  type PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Stage } from '../../infra/stage.ts';
import { ifThere, missing, type Finding } from './finding.ts';

const NO_SMS = 'No SMS leaves: the last reminder and the overdue notice go by mail alone.';
const CONSOLE = 'Console: AWS End User Messaging, SMS';

/** The monthly limit in US dollars of every new account. */
const FIRST_LIMIT = 1;

/** End User Messaging SMS: account, origination identity, registration, limit. */
export async function smsFindings(client: PinpointSMSVoiceV2Client, stage: Stage): Promise<Finding[]> {
  if (stage.sms.kind !== 'aws') return [];
  const [tier, origination, limit] = await Promise.all([
    tierFindings(client, stage),
    originationFindings(client, stage, stage.sms.origination),
    limitFindings(client, stage),
  ]);
  return [...tier, ...origination, ...limit];
}

async function tierFindings(client: PinpointSMSVoiceV2Client, { region }: Stage): Promise<Finding[]> {
  const { AccountAttributes = [] } = await client.send(new DescribeAccountAttributesCommand({}));
  const tier = AccountAttributes.find(({ Name }) => Name === 'ACCOUNT_TIER')?.Value;
  if (tier === 'PRODUCTION') return [];
  return [
    missing(
      'sms-sandbox',
      `SMS in ${region} is in the sandbox`,
      'SMS reach verified numbers alone: no unit gets one.',
      `${CONSOLE}, Overview, Account status, Request production access (a case of AWS Support, limit type SMS)`,
    ),
  ];
}

interface Origin {
  readonly found: boolean;
  /** What it is not ready for; undefined when it is ready. */
  readonly lacks: string | undefined;
}

async function originationFindings(
  client: PinpointSMSVoiceV2Client,
  stage: Stage,
  arn: string,
): Promise<Finding[]> {
  const [kind = '', id = '', country = ''] = (arn.split(':')[5] ?? '').split('/');
  const origin = await originOf(client, kind, id, country);
  if (!origin.found)
    return [
      missing(
        'sms-origination',
        `what SMS come from (${kind} ${id}) is not there`,
        NO_SMS,
        `${CONSOLE}, ${kind === 'sender-id' ? 'Sender IDs' : kind === 'pool' ? 'Phone pools' : 'Phone numbers'}: request it, then put its ARN into cdk.json under stages.${stage.name}.sms.origination`,
      ),
      ...(await registrationFindings(client)),
    ];
  if (origin.lacks === undefined) return [];
  return [
    missing(
      'sms-unregistered',
      `${kind} ${id} ${origin.lacks}`,
      `Operators refuse its SMS. ${NO_SMS}`,
      `${CONSOLE}, Registrations`,
    ),
    ...(await registrationFindings(client)),
  ];
}

async function originOf(
  client: PinpointSMSVoiceV2Client,
  kind: string,
  id: string,
  country: string,
): Promise<Origin> {
  if (kind === 'sender-id') {
    const SenderIds = [{ SenderId: id, IsoCountryCode: country }];
    const [one] = (await ifThere(client.send(new DescribeSenderIdsCommand({ SenderIds }))))?.SenderIds ?? [];
    return {
      found: one !== undefined,
      lacks: one?.Registered === true ? undefined : 'is not registered in its country',
    };
  }
  if (kind === 'pool') {
    const [one] = (await ifThere(client.send(new DescribePoolsCommand({ PoolIds: [id] }))))?.Pools ?? [];
    return {
      found: one !== undefined,
      lacks: one?.Status === 'ACTIVE' ? undefined : `is ${one?.Status ?? ''}`,
    };
  }
  const [one] =
    (await ifThere(client.send(new DescribePhoneNumbersCommand({ PhoneNumberIds: [id] }))))?.PhoneNumbers ??
    [];
  return {
    found: one !== undefined,
    lacks: one?.Status === 'ACTIVE' ? undefined : `is ${one?.Status ?? ''}`,
  };
}

async function registrationFindings(client: PinpointSMSVoiceV2Client): Promise<Finding[]> {
  const { Registrations = [] } = await client.send(new DescribeRegistrationsCommand({}));
  if (Registrations.some(({ RegistrationStatus }) => RegistrationStatus === 'COMPLETE')) return [];
  const waiting = Registrations.map(({ RegistrationStatus }) => RegistrationStatus).join(', ');
  return [
    missing(
      'sms-registration',
      waiting === ''
        ? 'no registration for SMS was begun'
        : `no registration for SMS is complete (${waiting})`,
      `${NO_SMS} China wants the sender and every template registered, which takes weeks.`,
      `${CONSOLE}, Registrations, Create registration; the templates stand in shared/letters/sms.ts`,
    ),
  ];
}

async function limitFindings(client: PinpointSMSVoiceV2Client, { region }: Stage): Promise<Finding[]> {
  const { SpendLimits = [] } = await client.send(new DescribeSpendLimitsCommand({}));
  const limit = SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT');
  const dollars = limit?.EnforcedLimit ?? 0;
  const raise = `aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override --monthly-limit … --region ${region}; above ${limit?.MaxLimit ?? FIRST_LIMIT} dollars ask AWS Support`;
  if (dollars > FIRST_LIMIT) return [];
  return [
    missing(
      'sms-limit',
      `the limit for SMS is ${dollars} dollars a month`,
      'A few dozen SMS use it up; no more leave until the next month.',
      raise,
    ),
  ];
}
