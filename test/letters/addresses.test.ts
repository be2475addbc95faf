import { describe, expect, test } from 'vitest';
import { hours, instant, plus } from '../../shared/domain/time/instant.ts';
import type { ContactRecord } from '../../shared/records/records.ts';
import type { StaffMember } from '../../shared/records/staff.ts';
import type { ChannelName } from '../../shared/vocabulary/channels.ts';
import {
  addresseeOf,
  channelSetting,
  distinct,
  leaders,
  officers,
  superiors,
  unitRecipients,
} from '../../shared/usecases/notices/recipients.ts';
import { dutyIn, type Shape } from '../support/bureaus/registers.ts';
import { contextOf, ruleOf } from '../support/deadlines/deadlines.ts';
import type { StepRecord } from '../../shared/records/obligation.ts';

/** Which addresses a notice goes to, by the contacts, the channels and the staff list. */

const mail = (to: string, name = '', onBehalf = false) => ({ name, to, channel: 'email' as const, onBehalf });
const sms = (to: string, name = '', onBehalf = false) => ({ name, to, channel: 'sms' as const, onBehalf });

test('an address that is spelt in two ways gets a notice once, by each channel', () => {
  const first = mail('wang@example.com', '王五');
  const kept = [first, mail('li@example.com'), sms('13800000001')];
  expect(
    distinct([
      first,
      mail('WANG@Example.com', '王'),
      mail('li@example.com'),
      sms('13800000001'),
      sms('+86 138 0000 0001'),
    ]),
  ).toEqual(kept);
});

describe('the contacts that are used', () => {
  const rule = ruleOf('hongjiang', 'key-project-archives/registration-after-start');
  test('of a subject that has none are those of the unit that answers for it, before those of the unit above', () => {
    const shape: Shape = { own: 'none', parent: 'mail', desk: false, staff: 'nobody', named: false };
    const { subject, parent } = dutyIn('hongjiang', rule, 'project', 'reminder', shape);
    const unit = { ...subject, id: 'builder', contacts: [{ name: '钱二', email: 'qian@example.com' }] };
    expect(addresseeOf(subject, unit, parent)?.id).toBe('builder');
    expect(addresseeOf(subject, { ...unit, contacts: [] }, parent)?.id).toBe('parent');
  });

  const used = (own: Shape['own'], parent: Shape['parent']): string | undefined => {
    const shape: Shape = { own, parent, desk: false, staff: 'nobody', named: false };
    const duty = dutyIn('hongjiang', rule, 'project', 'reminder', shape);
    return addresseeOf(duty.subject, undefined, duty.parent)?.id;
  };

  test.each([
    ['mail', 'mail', 'owner'],
    ['mobile', 'mail', 'owner'],
    ['none', 'mail', 'parent'],
    ['none', 'mobile', 'parent'],
    ['none', 'none', undefined],
    ['none', 'absent', undefined],
  ] as const)('own by %s, above by %s: of the %s', (own, parent, whose) => {
    expect(used(own, parent)).toBe(whose);
  });

  test('are those of a unit where one person of several can be reached; a name alone is no address', () => {
    const shape: Shape = { own: 'none', parent: 'mail', desk: false, staff: 'nobody', named: false };
    const { subject, parent } = dutyIn('hongjiang', rule, 'project', 'reminder', shape);
    const nameless: ContactRecord = { name: '赵六' };
    expect(addresseeOf({ ...subject, contacts: [nameless] }, undefined, parent)?.id).toBe('parent');
    const above = parent && { ...parent, contacts: [nameless, ...parent.contacts] };
    expect(addresseeOf(subject, undefined, above)?.id).toBe('parent');
    const reached = { ...subject, contacts: [nameless, { name: '王五', mobile: '13800000001' }] };
    expect(addresseeOf(reached, undefined, parent)?.id).toBe('owner');
  });
});

describe('the people of a unit', () => {
  const both: ContactRecord = { name: '王五', email: 'wang@example.com', mobile: '13800000001' };
  const mailOnly: ContactRecord = { name: '李四', email: 'li@example.com' };
  const smsOnly: ContactRecord = { name: '赵六', mobile: '13800000002' };
  const nobody: ContactRecord = { name: '孙七' };
  const toLi = mail('li@example.com', '李四');
  const toZhao = sms('13800000002', '赵六');
  const [wangMail, wangSms] = [mail('wang@example.com', '王五'), sms('13800000001', '王五')];

  test.each<readonly [readonly ChannelName[], object[]]>([
    [['email'], [wangMail, toLi, toZhao]],
    [['sms'], [wangSms, toLi, toZhao]],
    [
      ['email', 'sms'],
      [wangMail, wangSms, toLi, toZhao],
    ],
    [[], [toLi, toZhao]],
  ])('by %j: who has one address alone gets everything there', (channels, expected) => {
    expect(unitRecipients([both, mailOnly, smsOnly, nobody], channels, false)).toEqual(expected);
  });

  test('above the subject are told on its behalf', () => {
    expect(unitRecipients([both], ['email', 'sms'], true).map(({ onBehalf }) => onBehalf)).toEqual([
      true,
      true,
    ]);
  });

  test('who share an address get one notice', () => {
    expect(unitRecipients([mailOnly, { ...mailOnly, name: '同事' }], ['email'], false)).toEqual([toLi]);
  });
});

describe('the channels of a step are those of', () => {
  const time = instant('2026-09-16T09:00:00+08:00');
  const step = (kind: StepRecord['kind'], key = '', at = time): StepRecord => ({ kind, key, at });
  const reminders = [
    step('reminder', '7'),
    step('reminder', '1', plus(time, hours(48))),
    step('overdue', '', plus(time, hours(96))),
  ];

  test.each([
    ['overdue', step('overdue')],
    ['correction', step('correction', '2026-09-30')],
    ['report-returned', step('returned')],
    ['bureau-alert', step('alert-officers')],
    ['bureau-alert', step('alert-superior')],
    ['reminder', step('reminder', '7')],
    ['last-reminder', step('reminder', '1', plus(time, hours(48)))],
    ['reminder', step('reminder', '1')],
    ['reminder', step('reminder', '7', plus(time, hours(48)))],
  ] as const)('%s: %o', (setting, one) => {
    expect(channelSetting(one, reminders)).toBe(setting);
  });

  test('an ordinary reminder where the duty holds none any more', () => {
    expect(channelSetting(step('reminder', '7'), [step('overdue')])).toBe('reminder');
  });
});

describe('inside the bureau', () => {
  const member = (sub: string, change: Partial<StaffMember>): StaffMember => ({
    sub,
    name: sub,
    role: 'bureau-officer',
    email: `${sub}@example.com`,
    ...change,
  });
  const base = contextOf('baixiang');
  const context = {
    ...base,
    staff: [
      member('everywhere', {}),
      member('archives', { office: 'archives' }),
      member('defence', { office: 'civil-defence' }),
      { sub: 'mute', name: 'mute', role: 'bureau-officer' as const },
      member('leader', { role: 'bureau-leader' }),
      member('other-leader', { role: 'bureau-leader', office: 'civil-defence' }),
    ],
    settings: {
      ...base.settings,
      alerts: {
        ...base.settings.alerts,
        leaders: ['named@example.com', 'LEADER@example.com'],
        superiors: ['above@example.com', 'Above@example.com'],
      },
    },
  };
  const shape: Shape = { own: 'none', parent: 'absent', desk: true, staff: 'nobody', named: false };
  const rule = ruleOf('baixiang', 'archives-cases/case-filing');
  const { bureau } = dutyIn('baixiang', rule, 'case', 'reminder', shape);
  const everywhere = mail('everywhere@example.com', 'everywhere');
  const archives = mail('archives@example.com', 'archives');

  test('the officers are those of the office, after the contacts that it has by mail', () => {
    expect(officers(context, 'archives', bureau)).toEqual([mail('a@desk', 'desk'), everywhere, archives]);
    expect(officers(context, 'civil-defence', undefined).map(({ to }) => to)).toEqual([
      'everywhere@example.com',
      'defence@example.com',
    ]);
  });

  test('a desk that has a telephone alone is told nothing by mail', () => {
    const contacts = [{ name: '值班', mobile: '13800000003' }];
    const phoneOnly = bureau && { ...bureau, contacts };
    expect(officers(context, 'archives', phoneOnly)).toEqual([everywhere, archives]);
  });

  test('the leaders are those whom the settings name, and those of the office', () => {
    expect(leaders(context, 'archives')).toEqual([mail('named@example.com'), mail('LEADER@example.com')]);
    expect(leaders(context, 'civil-defence')).toEqual([
      mail('named@example.com'),
      mail('LEADER@example.com'),
      mail('other-leader@example.com', 'other-leader'),
    ]);
    expect(leaders(base, 'archives')).toEqual([]);
  });

  test('the superiors are those whom the settings name, each once', () => {
    expect(superiors(context)).toEqual([mail('above@example.com')]);
  });
});
