import { z } from 'zod';
import { parseInstant, toInstant } from '../../shared/domain/time/instant.ts';
import type { Receipt } from '../../shared/usecases/notices/receipts.ts';
import { noticeIdOfTag } from './mail-ses.ts';

/** Events of the providers as receipts. Shapes: SES event publishing, End User Messaging SMS event destinations. */

/** An event of a message that this product did not send: somebody else’s mail from the same domain, a test. */
const foreign = z.union([
  z.looseObject({
    eventType: z.string(),
    mail: z.looseObject({ tags: z.looseObject({ 'notice-id': z.never().optional() }).optional() }),
  }),
  z.looseObject({
    eventType: z.string().startsWith('TEXT_'),
    context: z.looseObject({ noticeId: z.never().optional() }).optional(),
  }),
]);

const tags = z.looseObject({
  'notice-id': z.tuple([z.string()]),
  jurisdiction: z.tuple([z.string()]),
});

const recipient = z.looseObject({
  emailAddress: z.string(),
  diagnosticCode: z.string().optional(),
  status: z.string().optional(),
});

const sesEvent = z.looseObject({
  eventType: z.string(),
  mail: z.looseObject({ tags, timestamp: z.string() }),
  bounce: z
    .looseObject({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(recipient),
      timestamp: z.string(),
    })
    .optional(),
  complaint: z
    .looseObject({ complaintFeedbackType: z.string().optional(), timestamp: z.string() })
    .optional(),
  delivery: z.looseObject({ timestamp: z.string(), smtpResponse: z.string().optional() }).optional(),
  deliveryDelay: z.looseObject({ delayType: z.string().optional(), timestamp: z.string() }).optional(),
  reject: z.looseObject({ reason: z.string().optional() }).optional(),
});

const smsEvent = z.looseObject({
  eventType: z.string().startsWith('TEXT_'),
  eventTimestamp: z.number(),
  isFinal: z.boolean().optional(),
  messageStatusDescription: z.string().optional(),
  context: z.looseObject({ noticeId: z.string(), jurisdiction: z.string() }),
});

const notification = z.looseObject({ Type: z.literal('Notification'), Message: z.string() });
const eventBridge = z.looseObject({ source: z.string(), detail: z.unknown() });

/**
 * The receipts of one queue message. Empty when the event does not concern an arrival; `foreign` when it
 * concerns a message of somebody else. Throws on any other shape.
 */
export function receiptsOf(message: unknown): Receipt[] | 'foreign' {
  const wrapped = notification.safeParse(message);
  if (wrapped.success) return receiptsOf(JSON.parse(wrapped.data.Message));
  const event = eventBridge.safeParse(message);
  if (event.success) return receiptsOf(event.data.detail);
  if (foreign.safeParse(message).success) return 'foreign';
  const sms = smsEvent.safeParse(message);
  return sms.success ? ofSms(sms.data) : ofSes(sesEvent.parse(message));
}

const instantOf = (text: string): number => parseInstant(text) ?? 0;

function ofSes({
  eventType,
  mail,
  bounce,
  complaint,
  delivery,
  deliveryDelay,
  reject,
}: z.infer<typeof sesEvent>) {
  const told = (
    outcome: Receipt['outcome'],
    timestamp: string,
    reason: string | undefined,
    permanent = false,
  ): Receipt[] => [
    {
      jurisdiction: noticeIdOfTag(mail.tags.jurisdiction[0]),
      noticeId: noticeIdOfTag(mail.tags['notice-id'][0]),
      provider: 'ses',
      outcome,
      permanent,
      reason: reason ?? '',
      at: toInstant(instantOf(timestamp)),
    },
  ];
  switch (eventType) {
    case 'Delivery':
      return told('delivered', delivery?.timestamp ?? mail.timestamp, undefined);
    case 'Bounce': {
      const [first] = bounce?.bouncedRecipients ?? [];
      const reason =
        first?.diagnosticCode ?? `${bounce?.bounceType ?? ''} ${bounce?.bounceSubType ?? ''}`.trim();
      return told('bounced', bounce?.timestamp ?? mail.timestamp, reason, bounce?.bounceType === 'Permanent');
    }
    case 'Complaint':
      return told('complained', complaint?.timestamp ?? mail.timestamp, complaint?.complaintFeedbackType);
    case 'DeliveryDelay':
      return told('delayed', deliveryDelay?.timestamp ?? mail.timestamp, deliveryDelay?.delayType);
    case 'Reject':
      return told('bounced', mail.timestamp, reject?.reason ?? 'rejected');
    default:
      return [];
  }
}

/** The message did not arrive. Only `TEXT_INVALID` means that the number itself is wrong. */
const lost: ReadonlySet<string> = new Set([
  'TEXT_INVALID',
  'TEXT_CARRIER_UNREACHABLE',
  'TEXT_BLOCKED',
  'TEXT_UNREACHABLE',
  'TEXT_CARRIER_BLOCKED',
  'TEXT_INVALID_MESSAGE',
  'TEXT_SPAM',
  'TEXT_TTL_EXPIRED',
  'TEXT_PROTECT_BLOCKED',
  'TEXT_UNKNOWN',
]);

function ofSms({ eventType, eventTimestamp, messageStatusDescription, context }: z.infer<typeof smsEvent>) {
  const outcome = eventType === 'TEXT_DELIVERED' ? 'delivered' : lost.has(eventType) ? 'bounced' : undefined;
  if (outcome === undefined) return [];
  const receipt: Receipt = {
    jurisdiction: context.jurisdiction,
    noticeId: context.noticeId,
    provider: 'aws-sms',
    outcome,
    permanent: eventType === 'TEXT_INVALID',
    reason: outcome === 'delivered' ? '' : (messageStatusDescription ?? eventType),
    at: toInstant(eventTimestamp),
  };
  return [receipt];
}
