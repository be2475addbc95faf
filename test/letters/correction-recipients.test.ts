import { describe, expect, test } from 'vitest';
import { instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import { type NoticeRecord, noticeRecord } from '../../shared/records/notice.ts';
import { recipientsOf, type Addressing } from '../../shared/usecases/notices/addressing.ts';
import { departmentAbove, dutyIn, toldBefore, type Shape } from '../support/bureaus/registers.ts';
import type { SubjectKind } from '../../shared/rules/schema.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import type { StepRecord } from '../../shared/records/obligation.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

/** Who hears that a date has moved: those who were told another one, each once, by mail. */

const rule = ruleOf('hongjiang', 'key-project-archives/registration-after-start');
const shape: Shape = { own: 'mail', parent: 'mail', desk: true, staff: 'all', named: false };
const old = '2026-09-01';
const between = '2026-09-15';
const present = '2026-09-30';
const step = `correction:${present}`;
const start = instant('2026-08-01T09:00:00+08:00');

/** A notice that was told before; later in the list is later in time. */
type Told = Partial<NoticeRecord> & { readonly to: string };

function noticesOf(told: readonly Told[]): NoticeRecord[] {
  const [sample] = toldBefore('hongjiang');
  if (!sample) throw new Error('no notice');
  return told.map((change, index) => {
    // Ids in the opposite order of time: what the store holds first is not what was told first.
    const id = `owner.${String(900 - index)}`;
    return {
      ...sample,
      id,
      toName: '王五',
      toldDue: old,
      createdAt: plus(start, minutes(index)),
      ...change,
    };
  });
}

interface Asked {
  readonly key?: string;
  readonly shape?: Shape;
  readonly kind?: StepRecord['kind'];
  readonly rule?: typeof rule;
  readonly department?: boolean;
  readonly of?: SubjectKind;
}

/** Some of the department have a mobile alone. */
const departments = () =>
  departmentAbove('hongjiang').map((unit) => ({
    ...unit,
    contacts: [...unit.contacts, { name: '值班', mobile: '13800000009' }],
  }));

async function asked(told: readonly Told[], given: Asked = {}): Promise<Addressing> {
  const store = createMemoryStore();
  await store.putMany([
    ...noticesOf(told).map(noticeRecord.itemOf),
    ...(given.department ? departments().map(subjectRecord.itemOf) : []),
  ]);
  const made = dutyIn(
    'hongjiang',
    given.rule ?? rule,
    given.of ?? 'project',
    given.kind ?? 'correction',
    given.shape ?? shape,
  );
  const own = { ...made.step, key: given.key ?? present };
  const facts = given.department ? { competentDepartment: '建设局' } : {};
  return recipientsOf({ store }, { ...made, step: own, subject: { ...made.subject, facts } });
}

const to = async (told: readonly Told[], given?: Asked): Promise<string[]> =>
  (await asked(told, given)).recipients.map((recipient) => recipient.to);

const wang = 'wang@example.com';

test('who was told the old day hears the new one, by name, and what was said before', async () => {
  expect(await asked([{ to: wang }])).toEqual({
    recipients: [{ name: '王五', to: wang, channel: 'email', onBehalf: false }],
    toldBefore: old,
  });
});

test.each<readonly [string, readonly Told[], readonly string[]]>([
  ['nobody was told anything', [], []],
  ['the present day was told', [{ to: wang, toldDue: present }], []],
  ['the present day was told after the old one', [{ to: wang }, { to: wang, toldDue: present }], []],
  [
    'the old day was told again after the present one',
    [{ to: wang, toldDue: present }, { to: wang }],
    [wang],
  ],
  [
    'spelt differently, the present day was told',
    [{ to: wang }, { to: 'WANG@example.com', toldDue: present }],
    [],
  ],
  ['the notice was about another duty', [{ to: wang, obligationId: 'owner.other' }], []],
  ['the notice told no day', [{ to: wang, toldDue: undefined }], []],
  ['the notice went by SMS', [{ to: '13800000001', channel: 'sms' }], []],
  [
    'the address was told twice',
    [{ to: wang }, { to: 'Wang@example.com', toldDue: between }],
    ['Wang@example.com'],
  ],
  ['two addresses were told', [{ to: wang }, { to: 'li@example.com' }], [wang, 'li@example.com']],
])('where %s', async (_, told, expected) => {
  expect(await to(told)).toEqual(expected);
});

describe('a notice of the old day counts as told where it', () => {
  test.each([
    ['sent', true],
    ['delivered', true],
    ['unknown', true],
    ['bounced', true],
    ['complained', true],
    ['failed', false],
    ['suppressed', false],
    ['withdrawn', false],
    ['captured', false],
  ] as const)('is %s: %s', async (status, counts) => {
    expect(await to([{ to: wang, status }])).toEqual(counts ? [wang] : []);
  });
});

describe('this very correction, where it', () => {
  test.each([
    ['sent', []],
    ['delivered', []],
    ['unknown', [wang]],
    ['bounced', [wang]],
    ['failed', [wang]],
  ] as const)('is %s to somebody who was told the old day: told again %j', async (status, expected) => {
    expect(await to([{ to: wang }, { to: wang, toldDue: present, step, status }])).toEqual(expected);
  });

  test('was begun stays theirs, whatever told them the day meanwhile', async () => {
    const begun = { to: wang, toldDue: present, step, status: 'queued' } as const;
    expect(await to([{ to: wang }, begun, { to: wang, toldDue: present }])).toEqual([wang]);
  });

  test('is to be tried once more after a doubt stays theirs', async () => {
    const doubtful = { to: wang, toldDue: present, step, status: 'unknown', notBefore: start } as const;
    expect(await to([doubtful, { to: wang, toldDue: present }])).toEqual([wang]);
  });

  test('is another one, of another day or step, that waits: not asked for here', async () => {
    const other = { to: wang, toldDue: between, step: `correction:${between}`, status: 'queued' } as const;
    const reminder = { to: wang, toldDue: present, step: 'reminder:7', status: 'queued' } as const;
    expect(await to([other, reminder])).toEqual([]);
  });
});

describe('what was told before', () => {
  test.each<readonly [string, readonly Told[], string | undefined]>([
    ['is the last of several days', [{ to: wang }, { to: 'li@example.com', toldDue: between }], between],
    [
      'is a day, also where a notice told the end',
      [{ to: wang }, { to: 'li@example.com', toldDue: 'ended' }],
      old,
    ],
    [
      'is the day that those were told who hear of it now, not what others were told later',
      [{ to: wang }, { to: 'li@example.com', toldDue: between }, { to: 'li@example.com', toldDue: present }],
      old,
    ],
    [
      'is known from all, where nobody is left who was told wrongly',
      [{ to: wang }, { to: wang, toldDue: present }],
      old,
    ],
    ['is nothing where nothing else was told', [{ to: wang, toldDue: present }], undefined],
  ])('%s', async (_, told, expected) => {
    expect((await asked(told)).toldBefore).toBe(expected);
  });
});

describe('the word that a duty has fallen away', () => {
  test('goes to those who were told a day, the present one too', async () => {
    expect(await to([{ to: wang, toldDue: present }], { key: 'ended' })).toEqual([wang]);
  });

  test('goes to nobody twice', async () => {
    const told: Told[] = [{ to: wang }, { to: wang, toldDue: 'ended', step: 'correction:ended' }];
    expect(await to(told, { key: 'ended' })).toEqual([]);
  });
});

describe('a correction', () => {
  test('to the unit above that answers for a project is its own', async () => {
    const { recipients } = await asked([{ to: wang }], { shape: { ...shape, own: 'none' } });
    expect(recipients).toMatchObject([{ to: wang, onBehalf: false }]);
  });

  test('to a unit above, where a unit has no address, is on its behalf', async () => {
    const none: Shape = { ...shape, own: 'none' };
    const behalf = async (given: Shape): Promise<boolean[]> =>
      (await asked([{ to: wang }], { shape: given, of: 'unit' })).recipients.map(({ onBehalf }) => onBehalf);
    expect(await behalf(none)).toEqual([true]);
    expect(await behalf(shape)).toEqual([false]);
    expect(await behalf({ ...none, parent: 'none' })).toEqual([false]);
    expect(await behalf({ ...none, parent: 'absent' })).toEqual([false]);
  });

  test('to the competent department says whose address it is, however it is spelt', async () => {
    const tells = { ...rule, deadline: { ...rule.deadline, tell: ['项目主管部门'] } };
    const { recipients } = await asked([{ to: 'A@Department' }], { rule: tells, department: true });
    expect(recipients).toMatchObject([{ to: 'a@department', body: '建设局', onBehalf: true }]);
  });

  test('of what the bureau owes stays inside, however an address is spelt', async () => {
    const own = ruleOf('baixiang', 'archives-cases/case-filing');
    const told = [{ to: 'A@Officer' }, { to: 'a@owner' }, { to: 'a@leader' }];
    expect(await to(told, { rule: own })).toEqual(['A@Officer', 'a@leader']);
  });
});

describe('other steps', () => {
  const both: Shape = { ...shape, own: 'both' };

  test('go by the channels of the setting, without what was told before', async () => {
    const { recipients, toldBefore: before } = await asked([{ to: wang }], { kind: 'overdue', shape: both });
    expect(recipients.map(({ to: address, channel }) => `${channel} ${address}`)).toEqual([
      'email a@owner',
      'sms 13800000001',
    ]);
    expect(recipients.map(({ onBehalf }) => onBehalf)).toEqual([false, false]);
    expect(before).toBeUndefined();
  });

  test('go to the unit above: for a project without an address its own, for a unit on its behalf', async () => {
    const none = { kind: 'reminder', shape: { ...shape, own: 'none' } } as const;
    expect((await asked([], none)).recipients).toMatchObject([{ to: 'a@parent', onBehalf: false }]);
    const { recipients } = await asked([], { ...none, of: 'unit' });
    expect(recipients).toMatchObject([{ to: 'a@parent', onBehalf: true }]);
  });

  test('tell the competent department by mail alone', async () => {
    const tells = { ...rule, deadline: { ...rule.deadline, tell: ['项目主管部门'] } };
    const reached = await to([], { kind: 'overdue', rule: tells, department: true });
    expect(reached).toEqual(['a@owner', 'a@department']);
  });

  test('for the officers go to the desk of a duty that a unit owes, too', async () => {
    expect(await to([], { kind: 'alert-officers' })).toEqual(['a@desk', 'a@officer']);
  });
});
