import { z } from 'zod';
import {
  hours,
  minutes,
  plus,
  startOfDay,
  dayOf,
  type Instant,
} from '../../../shared/domain/time/instant.ts';
import type { Authority } from './authority.ts';
import type { Functions } from './functions.ts';
import type { Account } from './resolve.ts';

const schedule = z.looseObject({
  Name: z.string(),
  ScheduleExpression: z.string(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.looseObject({ Arn: z.string(), RoleArn: z.string(), Input: z.string().default('{}') }),
});

const units: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

/** `rate(10 minutes)` in milliseconds. */
function rateOf(expression: string): number {
  const [, many, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (many === undefined) throw new Error(`this environment does not know the schedule ${expression}`);
  return minutes(Number(many) * (units[unit] ?? 0));
}

export interface Schedules {
  /** Starts what has had a tick since it was last asked. */
  readonly tick: (now: Instant) => Promise<void>;
}

/** EventBridge Scheduler: each schedule of the templates takes on its role and starts its function. */
export function createSchedules(account: Account, authority: Authority, functions: Functions): Schedules {
  const all = account.all('AWS::Scheduler::Schedule').map(({ arn, properties }) => {
    const { ScheduleExpression, Target, State } = schedule.parse(properties);
    return { arn, Target, State, rate: rateOf(ScheduleExpression), last: -1 };
  });
  return {
    tick: async (now) => {
      for (const one of all) {
        const tick = Math.floor(now / one.rate);
        if (one.State === 'DISABLED' || tick === one.last) continue;
        one.last = tick;
        const { RoleArn, Arn, Input } = one.Target;
        if (authority.assumes('scheduler.amazonaws.com', RoleArn, one.arn) !== 'allow') continue;
        if (authority.roleMay(RoleArn, 'lambda:InvokeFunction', Arn) !== 'allow') continue;
        await functions.invoke(Arn, JSON.parse(Input));
      }
    },
  };
}

/**
 * The moments between two at which the schedules run here although nothing is due: after midnight, when the day
 * before is closed, and after nine, when the daily mails leave. What is due at other moments is added to them.
 */
export function quietTicks(from: Instant, to: Instant): Instant[] {
  const ticks: Instant[] = [];
  for (let midnight = startOfDay(dayOf(from)); midnight <= to; midnight = plus(midnight, hours(24)))
    for (const tick of [plus(midnight, hours(1)), plus(midnight, hours(9) + minutes(10))])
      if (tick > from && tick <= to) ticks.push(tick);
  return ticks;
}
