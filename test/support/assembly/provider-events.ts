import { z } from 'zod';
import type { Authority } from './authority.ts';
import type { Taken } from './mailbox.ts';
import { found, type SimulatedQueue } from './queues.ts';
import { fieldsOf, isFields, listOf, textOf, textsOf, type Fields } from './reading.ts';
import type { Account } from './resolve.ts';

/** What providers report about messages, along the ways that the templates lay: bus and rule, topic and subscription. */
export interface ProviderEvents {
  /** What became of a message; the kinds are those of SES and of End User Messaging SMS. */
  readonly tell: (message: Taken, kind: string, more?: Fields) => void;
}

interface Parts {
  readonly account: Account;
  readonly authority: Authority;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly clock: { readonly now: () => number };
}

export function createProviderEvents(parts: Parts): ProviderEvents {
  return {
    tell: (message, kind, more = {}) =>
      message.channel === 'email' ? ofMail(parts, message, kind, more) : ofSms(parts, message, kind, more),
  };
}

const destination = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean(),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});
const rule = z.looseObject({
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.string(),
  Targets: z.array(
    z.looseObject({ Arn: z.string(), DeadLetterConfig: z.object({ Arn: z.string() }).optional() }),
  ),
});

/** SES writes to the default bus what the set’s destination names; each rule that matches sends it on. */
function ofMail(
  { account, authority, queues, clock }: Parts,
  message: Taken,
  kind: string,
  more: Fields,
): void {
  const name = `${kind[0]?.toLowerCase() ?? ''}${kind.slice(1)}`;
  const isPublished = account.all('AWS::SES::ConfigurationSetEventDestination').some(({ properties }) => {
    const { ConfigurationSetName, EventDestination } = destination.parse(properties);
    const { Enabled, MatchingEventTypes, EventBridgeDestination } = EventDestination;
    const here = ConfigurationSetName === message.set && EventBridgeDestination !== undefined;
    return Enabled && here && MatchingEventTypes.includes(name);
  });
  if (!isPublished) return;
  const at = new Date(clock.now()).toISOString();
  const event = {
    version: '0',
    id: `event-${message.id}-${kind}`,
    'detail-type': `Email ${kind}`,
    source: 'aws.ses',
    account: account.account,
    time: at,
    region: account.region,
    resources: [
      `arn:${account.partition}:ses:${account.region}:${account.account}:configuration-set/${message.set ?? ''}`,
    ],
    detail: {
      eventType: kind,
      mail: {
        timestamp: new Date(message.at).toISOString(),
        messageId: message.id,
        destination: [message.to],
        headersTruncated: false,
        tags: message.tags,
      },
      [name]: { timestamp: at, ...more },
    },
  };
  for (const { arn, properties } of account.all('AWS::Events::Rule')) {
    const { EventPattern, State, Targets } = rule.parse(properties);
    if (State !== 'ENABLED' || !matchesPattern(EventPattern, event)) continue;
    for (const target of Targets) {
      const may = (queue: string): boolean =>
        authority.serviceMay('events.amazonaws.com', 'sqs:SendMessage', queue, arn) === 'allow' &&
        mayUseKey(authority, 'events.amazonaws.com', found(queues, queue), arn);
      const dead = target.DeadLetterConfig?.Arn;
      if (may(target.Arn)) found(queues, target.Arn).send(JSON.stringify(event), {});
      else if (dead !== undefined && may(dead)) found(queues, dead).send(JSON.stringify(event), {});
    }
  }
}

const mayUseKey = (
  authority: Authority,
  service: string,
  { keyArn }: SimulatedQueue,
  source: string,
): boolean =>
  keyArn === undefined ||
  ['kms:GenerateDataKey', 'kms:Decrypt'].every(
    (action) => authority.serviceMay(service, action, keyArn, source) === 'allow',
  );

/** A pattern of EventBridge: every field that it names has one of its values. */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (!isFields(pattern)) throw new Error('a pattern is an object');
  return Object.entries(pattern).every(([name, wanted]) => {
    const have = fieldsOf(event)[name];
    if (!Array.isArray(wanted)) return have !== undefined && matchesPattern(wanted, have);
    const values = listOf(have);
    return wanted.some((one) => {
      if (!isFields(one)) return values.includes(one);
      if (one['prefix'] !== undefined)
        return values.some((value) => typeof value === 'string' && value.startsWith(textOf(one['prefix'])));
      if (one['exists'] !== undefined) return (have !== undefined) === one['exists'];
      if (one['anything-but'] !== undefined)
        return values.every((value) => !textsOf(one['anything-but']).includes(textOf(value)));
      throw new Error(`this environment does not know the pattern ${JSON.stringify(one)}`);
    });
  });
}

const smsSet = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestinations: z.array(
    z.looseObject({ Enabled: z.boolean(), SnsDestination: z.object({ TopicArn: z.string() }).optional() }),
  ),
});
const subscription = z.looseObject({ Protocol: z.string(), Endpoint: z.string(), TopicArn: z.string() });

function ofSms(parts: Parts, message: Taken, kind: string, more: Fields): void {
  const { account, authority, queues, clock } = parts;
  for (const { arn, properties } of account.all('AWS::SMSVOICE::ConfigurationSet')) {
    const { ConfigurationSetName, EventDestinations } = smsSet.parse(properties);
    for (const { Enabled, SnsDestination } of EventDestinations) {
      const topic = SnsDestination?.TopicArn;
      if (!Enabled || topic === undefined || ConfigurationSetName !== message.set) continue;
      if (authority.serviceMay('sms-voice.amazonaws.com', 'sns:Publish', topic, arn) !== 'allow') continue;
      const event = {
        eventType: kind,
        eventVersion: '1.0',
        eventTimestamp: clock.now(),
        isFinal: true,
        destinationPhoneNumber: message.to,
        messageId: message.id,
        messageStatus: kind.replace('TEXT_', ''),
        messageStatusDescription: 'reported by the carrier',
        context: Object.fromEntries(Object.entries(message.tags).map(([name, [value]]) => [name, value])),
        ...more,
      };
      for (const each of account.all('AWS::SNS::Subscription')) {
        const { Protocol, Endpoint, TopicArn } = subscription.parse(each.properties);
        if (Protocol !== 'sqs' || TopicArn !== topic) continue;
        if (authority.serviceMay('sns.amazonaws.com', 'sqs:SendMessage', Endpoint, topic) !== 'allow')
          continue;
        const queue = found(queues, Endpoint);
        if (!mayUseKey(authority, 'sns.amazonaws.com', queue, topic)) continue;
        const Message = JSON.stringify(event);
        queue.send(JSON.stringify({ Type: 'Notification', MessageId: message.id, TopicArn, Message }), {});
      }
    }
  }
}
