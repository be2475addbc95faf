import { tagOf } from '../../../functions/adapters/mail-ses.ts';
import { formatInstant, type Instant } from '../../../shared/domain/time/instant.ts';

const AT = '2026-03-02T03:00:00.000Z';

/** In the form in which SES’s event publishing puts it on the event bus. */
const onTheBus = (noticeId: string, eventType: string, more: object): object => ({
  version: '0',
  id: '7c1ab3d0-0d4f-4a1e-b8f5-2b6a3f6ab7ac',
  'detail-type': `Email ${eventType}`,
  source: 'aws.ses',
  account: '111122223333',
  time: AT,
  region: 'ap-southeast-1',
  resources: ['arn:aws:ses:ap-southeast-1:111122223333:configuration-set/archive-duty-prod'],
  detail: {
    eventType,
    mail: {
      timestamp: AT,
      source: 'duty@bureau.example.com',
      messageId: '0100018f0a7c1f2e-000000',
      destination: ['qiao@unit.example.com'],
      headersTruncated: false,
      tags: {
        'ses:configuration-set': ['archive-duty-prod'],
        'notice-id': [tagOf(noticeId)],
        jurisdiction: ['hongjiang'],
      },
    },
    ...more,
  },
});

/** The events of one mail, by the state of the notice that follows from them. */
export const mailEvents = {
  delivered: (id: string, at = AT) =>
    onTheBus(id, 'Delivery', {
      delivery: {
        timestamp: at,
        processingTimeMillis: 812,
        recipients: ['qiao@unit.example.com'],
        smtpResponse: '250 ok',
      },
    }),
  bounced: (id: string, at = AT) =>
    onTheBus(id, 'Bounce', {
      bounce: {
        feedbackId: '0100018f0a7c2b11-000000',
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: 'qiao@unit.example.com',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: at,
        reportingMTA: 'dns; mx.unit.example.com',
      },
    }),
  full: (id: string, at = AT) =>
    onTheBus(id, 'Bounce', {
      bounce: {
        bounceType: 'Transient',
        bounceSubType: 'MailboxFull',
        bouncedRecipients: [{ emailAddress: 'qiao@unit.example.com' }],
        timestamp: at,
      },
    }),
  complained: (id: string, at = AT) =>
    onTheBus(id, 'Complaint', {
      complaint: {
        feedbackId: '0100018f0a7c3c22-000000',
        complaintFeedbackType: 'abuse',
        complainedRecipients: [{ emailAddress: 'qiao@unit.example.com' }],
        timestamp: at,
      },
    }),
  delayed: (id: string, at = AT) =>
    onTheBus(id, 'DeliveryDelay', { deliveryDelay: { delayType: 'MailboxFull', timestamp: at } }),
  sent: (id: string) => onTheBus(id, 'Send', { send: {} }),
};

/** As SNS wraps it for a queue, from an event destination of End User Messaging SMS. */
export const textEvent = (noticeId: string, eventType: string): object => ({
  Type: 'Notification',
  MessageId: 'd5f1f0d2-5a0e-5bb8-9c1c-ad6b1d2f0a11',
  TopicArn: 'arn:aws:sns:ap-southeast-1:111122223333:receipts',
  Message: JSON.stringify({
    eventType,
    eventVersion: '1.0',
    eventTimestamp: Date.parse(AT),
    isFinal: true,
    originationPhoneNumber: 'ARCHIVES',
    destinationPhoneNumber: '+8613800000000',
    isoCountryCode: 'CN',
    messageId: 'b1f2a3c4',
    messageStatus: eventType.replace('TEXT_', ''),
    messageStatusDescription: 'reported by the carrier',
    context: { noticeId, jurisdiction: 'hongjiang' },
  }),
});

/** As SES’s event publishing puts it on the bus. */
export const mailEventAt = (
  now: Instant,
  noticeId: string,
  eventType: 'Delivery' | 'Bounce' | 'Complaint',
  more: object = {},
): object => ({
  source: 'aws.ses',
  'detail-type': `Email ${eventType}`,
  detail: {
    eventType,
    mail: {
      timestamp: formatInstant(now),
      tags: { 'notice-id': [tagOf(noticeId)], jurisdiction: ['hongjiang'] },
    },
    [eventType.toLowerCase()]: { timestamp: formatInstant(now), ...more },
  },
});
