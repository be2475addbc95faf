import { z } from 'zod';
import type { DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { hours, instant, minutes, plus, type Instant } from '../../shared/domain/instant.ts';
import { pointer, type Pointer } from '../../shared/store/records.ts';
import { pagesOf } from '../../shared/usecases/agenda.ts';
import { deliver } from '../../shared/usecases/deliver.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { setUp } from '../../shared/usecases/setup.ts';
import { createSubject } from '../../shared/usecases/subjects.ts';
import { nextDue, sweep } from '../../shared/usecases/sweep.ts';
import { javaVersion, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { fullPages, madeItems } from './made-items.ts';
import { depsOn, handClock, officerIn, type HandClock } from './product.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';
import { labelled, meter, sum, type Meter, type Units } from './units.ts';

const JURISDICTION = 'hongjiang';
const SUBJECTS = 400;
const FIRST = instant('2026-01-05T10:00:00+08:00');
const YEAR_END = instant('2026-12-31T23:00:00+08:00');
const UNIT_GOAL = 2;

const handed = z.object({ pointers: z.array(pointer) });

interface Scene {
  readonly deps: Deps;
  readonly clock: HandClock;
  readonly counter: Meter;
  /** What the sweeps handed over and nobody has taken yet. */
  readonly queue: Pointer[];
}

/** The queue of AWS takes no units of the table. */
function sceneOn(engine: DynamoEngine): Scene {
  const queue: Pointer[] = [];
  const counter = meter(engine.client);
  const clock = handClock(FIRST);
  const send = async (_: string, messages: readonly object[]): Promise<void> => {
    for (const message of messages) {
      const parsed = handed.safeParse(message);
      if (parsed.success) queue.push(...parsed.data.pointers);
    }
  };
  return { clock, counter, queue, deps: depsOn(labelled(engine.store, counter), clock, { queue: { send } }) };
}

const PLANNING = ['obligation', 'agenda', 'query obligations', 'query notices'];
const SWEEPING = ['query agenda', 'delete', 'get other', 'other'];

/** The sum of several labels. */
function together(counter: Meter, labels: readonly string[]): number {
  return labels.reduce((total, label) => total + sum(counter.units(label)), 0);
}

/** Sweeps a minute before and at every moment at which something is due, and delivers; counts those at the moment. */
async function liveThrough(scene: Scene): Promise<{ swept: number; handedOver: number; left: number }> {
  const { clock, counter, deps, queue } = scene;
  let [swept, handedOver, left] = [0, 0, 0];
  for (;;) {
    const next: Instant | undefined = await nextDue(deps.store, clock.now(), YEAR_END);
    if (next === undefined) return { swept, handedOver, left };
    clock.set(plus(next, -minutes(1)));
    await sweep(deps);
    const before = together(counter, SWEEPING);
    clock.set(next);
    await sweep(deps);
    swept += together(counter, SWEEPING) - before;
    handedOver += queue.length;
    for (let pointers = queue.splice(0, 25); pointers.length > 0; pointers = queue.splice(0, 25))
      left += await deliver(deps, pointers);
  }
}

async function perNotice(desk: Desk, scene: Scene): Promise<void> {
  const { deps, counter } = scene;
  await setUp(deps);
  const request = await officerIn(deps, JURISDICTION);
  counter.reset();
  for (const body of registerOf('C', SUBJECTS)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  const planned = together(counter, PLANNING);
  const writes = counter.units('obligation');
  const pages = counter.units('agenda');
  // A page for every pointer: subjects are entered one by one.
  const pointers = pages.table;
  const { swept, handedOver, left } = await liveThrough(scene);
  const figure = planned / pointers + swept / handedOver;
  desk.add({
    goal: '4',
    what: 'units a notice, planning to hand-over',
    figure,
    unit: 'units',
    wanted: 'at most 2',
    met: figure <= UNIT_GOAL,
    note: `${SUBJECTS} subjects entered one by one, ${pointers} steps planned, ${handedOver} handed over in the year`,
  });
  const each = (what: string, { table, index }: Units, count: number): void => {
    desk.add({ goal: '4', what: `  ${what}, table`, figure: table / count, unit: 'units' });
    if (index > 0) desk.add({ goal: '4', what: `  ${what}, index`, figure: index / count, unit: 'units' });
  };
  each('obligation, a planned step', writes, pointers);
  each('agenda page, a planned step', pages, pointers);
  const reads = counter.units('query obligations');
  each('sweep, a step handed over', { requests: 0, table: swept, index: 0 }, handedOver);
  each('planning’s reading, a planned step', reads, pointers);
  each('claim, a notice that left', counter.units('claim'), left);
  each('outcome, a notice that left', counter.units('outcome'), left);
  each('text, a notice that left', counter.units('text'), left);
  each('last notice, a notice that left', counter.units('last notice'), left);
  each('reading to deliver, a notice that left', readingOf(counter), left);
}

function readingOf(counter: Meter): Units {
  const both = [counter.units('get to deliver'), counter.units('query settings')];
  return { requests: 0, table: both.reduce((total, { table }) => total + table, 0), index: 0 };
}

/** A full page of steps all due at one moment, as a planning of many subjects at once would write it. */
async function fullPage(desk: Desk, scene: Scene): Promise<void> {
  const { deps, clock, counter, queue } = scene;
  const { pointers } = await madeItems('F', 1, clock.now());
  const [first] = pointers;
  if (!first) throw new Error('no pointer');
  const due = plus(clock.now(), hours(1));
  const many = Array.from({ length: 400 }, (_, index) => ({ ...first, at: due, step: `reminder:${index}` }));
  counter.reset();
  await deps.store.putMany(pagesOf(many, clock.now()));
  clock.set(due);
  await sweep(deps);
  queue.length = 0;
  const figure = together(counter, ['agenda', ...SWEEPING]) / many.length;
  desk.add({ goal: '4', what: 'agenda and sweep, full pages, a notice', figure, unit: 'units' });
}

/** The sweeps of an hour in which nothing falls due, times 24. */
async function idleDay({ deps, clock, counter }: Scene, from: Instant): Promise<number> {
  clock.set(from);
  await sweep(deps);
  counter.reset();
  for (let minute = 0; minute < 60; minute += 1) {
    clock.set(plus(from, minutes(minute)));
    await sweep(deps);
  }
  return together(counter, SWEEPING) * 24;
}

async function idle(desk: Desk, scene: Scene): Promise<void> {
  const figures: number[] = [];
  let stored = 0;
  for (const [wanted, from] of [
    [1000, '2028-03-01T14:00:00+08:00'],
    [100_000, '2028-03-02T14:00:00+08:00'],
  ] as const) {
    for (let part = 0; stored < wanted; part += 1) {
      const made = await madeItems(
        `I${wanted}-${part}`,
        Math.min(2000, Math.ceil((wanted - stored) / 2.5)),
        FIRST,
      );
      await scene.deps.store.putMany([...made.items]);
      // Their steps lie beyond the days that are swept.
      const later = made.pointers.map((one) => ({ ...one, at: plus(one.at, hours(24 * 1500)) }));
      await scene.deps.store.putMany(fullPages(later, FIRST));
      stored += made.items.filter(({ sk }) => sk.startsWith('2#')).length;
    }
    figures.push(await idleDay(scene, instant(from)));
  }
  const [small = Number.NaN, large = Number.NaN] = figures;
  desk.add({
    goal: '4',
    what: 'an idle day, 100,000 obligations stored',
    figure: large,
    unit: 'units',
    beside: { name: '1,000 stored', figure: small },
    ratio: large / small,
    wanted: 'the same',
    met: large === small,
    note: 'an hour of sweeps a minute apart, times 24',
  });
}

async function run(desk: Desk): Promise<void> {
  if ((await javaVersion()) === undefined) {
    desk.skip(
      'capacity on DynamoDB Local',
      'it needs Java 11 or newer: apt-get install default-jre-headless',
    );
    return;
  }
  const engine = await startDynamoDbLocal();
  try {
    const scene = sceneOn(engine);
    await perNotice(desk, scene);
    await fullPage(desk, scene);
    await idle(desk, scene);
  } finally {
    await engine.close();
  }
}

export const capacity: Bench = { title: 'Capacity units on DynamoDB Local', run };
