import { expect } from 'vitest';
import { httpFake } from '../adapters/http-fake.ts';
import type { Cloud } from '../support/assembly/cloud.ts';
import { findingsOf } from '../support/assembly/findings.ts';
import { complaintsOf } from '../support/assembly/health.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';
import { liveMonth, type Post } from './month.ts';

/** SES and End User Messaging SMS, which report about each message afterwards. */
export function amazon(cloud: Cloud): Post {
  let told = 0;
  const { taken } = cloud.mailbox;
  return {
    gone: 'bounced',
    received: (to) => taken.filter((one) => one.to === to).length,
    report: async () => {
      for (const message of taken.slice(told)) {
        const recipients = [{ emailAddress: message.to, diagnosticCode: 'smtp; 550 5.1.1 user unknown' }];
        if (message.channel === 'sms') cloud.events.tell(message, 'TEXT_DELIVERED');
        else cloud.events.tell(message, 'Send');
        if (message.to.startsWith('gone@'))
          cloud.events.tell(message, 'Bounce', { bounceType: 'Permanent', bouncedRecipients: recipients });
        else if (message.channel === 'email') cloud.events.tell(message, 'Delivery');
      }
      told = taken.length;
      await cloud.settle();
    },
  };
}

/** A mail server and an SMS gateway of the bureau’s own, named by the secrets. */
export async function own(cloud: Cloud): Promise<Post> {
  const { sending, accepted, refused } = await smtpBox();
  const texts = await httpFake({ status: 200 });
  refused.set('gone@unit.example.com', [550, 'no such user']);
  const templates = {
    ARCHIVE_REMINDER: { code: '1', variables: ['count', 'date'] },
    ARCHIVE_OVERDUE: { code: '2', variables: ['count', 'date'] },
  };
  const gateway = { url: texts.url, body: { to: '${to}' }, templates, success: {} };
  cloud.secrets.set('archive-duty/cn/smtp', sending.smtpUrl ?? '');
  cloud.secrets.set('archive-duty/cn/sms-gateway', JSON.stringify(gateway));
  return {
    gone: 'failed',
    received: (to) => accepted.filter((one) => one === to).length,
    report: async () => undefined,
  };
}

/** The month, and what an operator sees of it: no finding, no request denied, no alarm, no dead letter. */
export async function passesMonth(cloud: Cloud, post: Post): Promise<void> {
  expect(findingsOf(cloud.account)).toEqual([]);
  await liveMonth(cloud, post);
  expect(complaintsOf(cloud)).toEqual([]);
  expect(cloud.authority.allowed()).toBeGreaterThan(1_000);
  const { name } = cloud.functions.all[0] ?? { name: '' };
  console.log(
    `${name.split('-service')[0] ?? ''}: ${cloud.authority.allowed()} rights, ${cloud.functions.runs.length} runs`,
  );
}
