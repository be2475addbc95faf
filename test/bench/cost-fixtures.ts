import { z } from 'zod';
import type { MeasuredCost } from '../../tools/cost/measured.ts';
import { synthesise, type Part, type Synthesised } from '../support/aws/synthesised.ts';

type Fixtures = MeasuredCost['fixtures']['aws'];

function partsOf({ stacks }: Synthesised): Part[] {
  return ['state', 'service', 'observability', ...(stacks.web ? (['web'] as const) : [])];
}

const rate = /^rate\((\d+) minutes?\)$/;

/** Runs a day of a schedule that says `rate(10 minutes)`. */
function runsADay(expression: unknown): number {
  const [, every] = rate.exec(z.string().parse(expression)) ?? [];
  if (every === undefined) throw new Error(`no rate in minutes: ${String(expression)}`);
  return 1440 / Number(every);
}

/** What stands in a stage and is paid for whether it is used or not, counted in its templates. */
async function fixturesOf(stage: string): Promise<Fixtures> {
  const made = await synthesise(stage);
  try {
    const all = (type: string) =>
      partsOf(made).flatMap((part) => Object.values(made.resources(part, `AWS::${type}`)));
    const schedules = all('Scheduler::Schedule').map(({ Properties }) =>
      runsADay(Properties['ScheduleExpression']),
    );
    return {
      stage,
      region: made.stacks.stage.region,
      alarms: all('CloudWatch::Alarm').length,
      dashboards: all('CloudWatch::Dashboard').length,
      metrics: all('Logs::MetricFilter').length,
      keys: all('KMS::Key').length,
      secrets: all('SecretsManager::Secret').length,
      polledQueues: all('Lambda::EventSourceMapping').length,
      scheduledRunsADay: schedules.reduce((total, one) => total + one, 0),
    };
  } finally {
    made.remove();
  }
}

export async function costFixtures(): Promise<MeasuredCost['fixtures']> {
  return { aws: await fixturesOf('prod'), cn: await fixturesOf('cn') };
}
