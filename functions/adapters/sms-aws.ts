import {
  ConflictException,
  SendTextMessageCommand,
  ValidationException,
  type PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { mobileOf } from '../../shared/domain/address.ts';
import type { Channel, SendOutcome, Sms } from '../../shared/ports.ts';
import { abortOn, atTheirRate, notTaken } from './aws-outage.ts';

const PROVIDER = 'aws-sms';

export interface AwsSmsOptions {
  readonly client: PinpointSMSVoiceV2Client;
  /** Phone number, sender id or pool. Undefined: AWS chooses one of the account’s. */
  readonly originationIdentity?: string;
  /** Its event destination reports deliveries and refusals. */
  readonly configurationSet?: string;
}

/** End User Messaging SMS takes the text itself: it has no templates that are approved beforehand. */
export function createAwsSms({ client, originationIdentity, configurationSet }: AwsSmsOptions): Channel<Sms> {
  return {
    async send(sms, noticeId, _at, jurisdiction, signal) {
      try {
        const command = new SendTextMessageCommand({
          DestinationPhoneNumber: internationalNumber(sms.to),
          MessageBody: sms.text,
          MessageType: 'TRANSACTIONAL',
          Context: { noticeId, jurisdiction },
          ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
          ...(originationIdentity === undefined ? {} : { OriginationIdentity: originationIdentity }),
        });
        const sent = await atTheirRate(() => client.send(command, abortOn(signal)), signal);
        const accepted = { kind: 'accepted', provider: PROVIDER } as const;
        return sent.MessageId === undefined ? accepted : { ...accepted, providerId: sent.MessageId };
      } catch (error) {
        return failure(error);
      }
    },
  };
}

/** A mobile number in Chinese form gets +86; anything else stays as it is. */
function internationalNumber(number: string): string {
  const mobile = mobileOf(number);
  return mobile === undefined ? number.replace(/[\s()-]/g, '') : `+86${mobile}`;
}

/** The reasons that concern the number. The others concern the account and its identities. */
const againstTheNumber: ReadonlySet<string> = new Set([
  'DESTINATION_COUNTRY_BLOCKED',
  'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
  'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  'DESTINATION_PHONE_NUMBER_OPTED_OUT',
]);

function failure(error: unknown): SendOutcome {
  const name = error instanceof Error ? error.name : 'unknown';
  const message = error instanceof Error ? error.message : String(error);
  const reason = `${name}: ${message}`.slice(0, 300);
  return refusesNumber(error)
    ? { kind: 'permanent', provider: PROVIDER, reason }
    : notTaken(error, PROVIDER, reason);
}

function refusesNumber(error: unknown): boolean {
  if (error instanceof ConflictException) return againstTheNumber.has(error.Reason ?? '');
  if (!(error instanceof ValidationException)) return false;
  if (againstTheNumber.has(error.Reason ?? '')) return true;
  return error.Fields?.some((field) => field.Name?.toLowerCase() === 'destinationphonenumber') ?? false;
}
