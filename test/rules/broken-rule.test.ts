import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { noAccounts } from '../../shared/ports.ts';
import { instant, type Instant } from '../../shared/domain/time/instant.ts';
import type { Rulebook } from '../../shared/rules/catalogue.ts';
import { dailyLine } from '../../shared/records/daily-line.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { planSubject } from '../../shared/usecases/duties/plan.ts';
import { obligationsOf } from '../../shared/usecases/register/obligations-of.ts';
import { faultLines } from '../../shared/usecases/notices/rule-faults.ts';
import { contextOf } from '../support/deadlines/deadlines.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { bookWith, version, type Value } from '../support/deadlines/rule-versions.ts';
import { type SubjectRecord } from '../../shared/records/subject.ts';

const AFTER_START = 'key-project-archives/registration-after-start';
const YEARLY = 'key-project-archives/registration-yearly';

const project: SubjectRecord = {
  version: 1,
  id: 'p1',
  jurisdiction: 'hongjiang',
  kind: 'project',
  name: '某项目',
  traits: [],
  facts: { startedOn: '2026-01-05' },
  recorded: { startedOn: instant('2026-01-06T10:00:00+08:00') },
  contacts: [],
  createdAt: instant('2026-01-06T10:00:00+08:00'),
};

/** Yearly forms that do not depend on the opening form. */
const fromStart = { readings: { [YEARLY]: { first: 'started-on' } } };

const unused = async (): Promise<never> => Promise.reject(new Error('nothing is sent here'));

function bench(now: string) {
  const logged: { code: string; fields: unknown }[] = [];
  const store = createMemoryStore();
  let at: Instant = instant(now);
  const deps: Deps = {
    store,
    queue: { send: async () => Promise.resolve() },
    clock: { now: () => at },
    channels: { email: { send: unused }, sms: { send: unused } },
    accounts: noAccounts,
    lease: { owner: 'test', isVoid: () => false },
    log: (_level, code, _sentence, fields) => logged.push({ code, fields }),
    ids: { fresh: () => 'fresh' },
  };
  const plan = async (rulebook: Rulebook) =>
    planSubject(deps, { ...contextOf('hongjiang', fromStart), rulebook }, project, SYSTEM);
  const duties = async () =>
    [...(await obligationsOf(deps, project)).values()]
      .map(({ ruleId, dueOn, closed }) => `${ruleId} ${dueOn}${closed ? ` ${closed.how}` : ''}`)
      .sort();
  const daily = () =>
    store.dump().flatMap((item) => (item.pk.endsWith('#DAILY') ? [dailyLine.of(item)] : []));
  return { plan, duties, daily, logged, later: (time: string) => (at = instant(time)) };
}

const withMonths = (...months: readonly Value[]): Rulebook =>
  bookWith('hongjiang', version('hongjiang', AFTER_START, { figures: { months } }));

const broken = () => withMonths({ value: 'six' });
const sound = () => withMonths({ value: 6 });

describe('a rule that cannot be computed', () => {
  test('stops no other rule, and is told once, in the log and for the daily mail', async () => {
    const { plan, duties, daily, logged } = bench('2026-01-06T10:00:00+08:00');
    const book = broken();
    await plan(book);
    await plan(book);
    expect(await duties()).toEqual([`${YEARLY} 2026-12-31`, `${YEARLY} 2027-12-31`]);
    expect(logged).toEqual([
      {
        code: 'RULE_FAULTY',
        fields: {
          jurisdiction: 'hongjiang',
          ruleId: AFTER_START,
          error: `${AFTER_START}: figure months is no number`,
        },
      },
    ]);
    const lines = daily().filter(({ type }) => type === 'rule-fault');
    expect(lines).toHaveLength(1);
    expect(faultLines({ ...contextOf('hongjiang'), rulebook: book }, lines)).toEqual([
      {
        office: 'archives',
        line: `重点建设项目档案事项监管：开工后填报《重点建设项目档案管理登记表》（${AFTER_START}）`,
      },
    ]);
  });

  test('leaves what it asked for before as it is, until it can be computed again', async () => {
    const { plan, duties, later } = bench('2026-01-06T10:00:00+08:00');
    await plan(sound());
    const before = await duties();
    expect(before).toContain(`${AFTER_START} 2026-07-06`);
    later('2026-02-06T10:00:00+08:00');
    expect(await plan(broken())).toEqual({ created: 0, changed: 0 });
    expect(await duties()).toEqual(before);
    expect((await plan(withMonths({ value: 7 }))).changed).toBeGreaterThan(0);
    expect(await duties()).toContain(`${AFTER_START} 2026-08-05`);
  });

  test('a figure that goes wrong only where the duty is compared is met in the same way', async () => {
    const { plan, duties, logged } = bench('2026-01-06T10:00:00+08:00');
    const met = version('hongjiang', AFTER_START, {});
    const deadline = {
      ...met.deadline,
      metBy: { how: 'number-in-year', fact: 'selfScore', figure: 'nothing' },
    } as const;
    await plan(bookWith('hongjiang', { ...met, deadline }));
    expect(await duties()).toEqual([`${YEARLY} 2026-12-31`, `${YEARLY} 2027-12-31`]);
    expect(logged.map(({ code }) => code)).toEqual(['RULE_FAULTY']);
  });

  test('a day that no year has is no day of another month', async () => {
    const { plan, duties, logged } = bench('2026-01-06T10:00:00+08:00');
    await plan(
      bookWith('hongjiang', version('hongjiang', YEARLY, { figures: { due: [{ value: '13-45' }] } })),
    );
    expect(await duties()).toEqual([`${AFTER_START} 2026-07-06`]);
    expect(logged.map(({ code }) => code)).toEqual(['RULE_FAULTY']);
  });
});
