import { z } from 'zod';
import type { DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { hours, instant, minutes, plus, type Instant } from '../../shared/domain/time/instant.ts';
import { pointer, type Pointer } from '../../shared/records/agenda.ts';
import { pagesOf } from '../../shared/usecases/agenda.ts';
import { deliver } from '../../shared/usecases/loop/deliver.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';
import { nextDue, sweep } from '../../shared/usecases/loop/sweep.ts';
import { javaVersion, NO_JAVA, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { fullPages, madeItems } from './made-items.ts';
import { depsOn, employ, handClock, officerIn, type HandClock } from './product.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';
import type { Sizes } from './sizes.ts';
import { added, labelled, meter, nothing, share, sum, type Billed, type Meter } from './units.ts';

const JURISDICTION = 'hongjiang';
const FIRST = instant('2026-01-05T10:00:00+08:00');
const YEAR_END = instant('2026-12-31T23:00:00+08:00');
const GOAL = { writes: 6, reads: 4, requests: 5 };

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

type Parts = ReadonlyMap<string, Billed>;

/** What was taken since, by label. */
function since(before: Parts, after: Parts): Parts {
  return new Map([...after].map(([label, taken]) => [label, added(taken, before.get(label) ?? nothing, -1)]));
}

function together(parts: Parts): Billed {
  return [...parts.values()].reduce((all, one) => added(all, one), nothing);
}

function merged(one: Parts, other: Parts): Parts {
  const labels = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(
    labels.map((label) => [label, added(one.get(label) ?? nothing, other.get(label) ?? nothing)]),
  );
}

interface Lived {
  /** From the sweep of a moment to the recorded outcomes of all that was due at it. */
  readonly spent: Parts;
  readonly handedOver: number;
  readonly left: number;
}

/** Sweeps a minute before and at every moment at which something is due, and delivers; counts what is done then. */
async function liveThrough({ clock, counter, deps, queue }: Scene): Promise<Lived> {
  let [spent, handedOver, left]: [Parts, number, number] = [new Map(), 0, 0];
  for (;;) {
    const next: Instant | undefined = await nextDue(deps.store, clock.now(), YEAR_END);
    if (next === undefined) return { spent, handedOver, left };
    clock.set(plus(next, -minutes(1)));
    await sweep(deps);
    const before = counter.parts();
    clock.set(next);
    await sweep(deps);
    handedOver += queue.length;
    for (let pointers = queue.splice(0, 25); pointers.length > 0; pointers = queue.splice(0, 25))
      left += await deliver(deps, pointers);
    spent = merged(spent, since(before, counter.parts()));
  }
}

/** A bare sender on the same engine: reads the duty, claims, records the outcome; a list entry for each notice. */
async function bareSender({ deps: { store }, counter }: Scene): Promise<Billed> {
  const { items } = await madeItems('B', 10, FIRST);
  const duties = items.filter(({ sk }) => sk.startsWith('2#'));
  await store.putMany(duties);
  const before = counter.billed();
  for (const { pk, sk } of duties) {
    await store.get({ pk, sk });
    const notice = {
      pk,
      sk: `N#${sk}`,
      v: 1,
      version: 1,
      lp: 'bare#NOTICE',
      ls: sk,
      payload: 'x'.repeat(300),
    };
    await store.put(notice, 'absent');
    await store.put({ ...notice, version: 2, outcome: 'accepted' }, { version: 1 });
  }
  return share(added(counter.billed(), before, -1), duties.length);
}

async function perNotice(desk: Desk, scene: Scene, subjects: number): Promise<void> {
  const { deps, counter } = scene;
  await setUp(deps);
  const bare = await bareSender(scene);
  await employ(deps);
  const request = await officerIn(deps, JURISDICTION);
  for (const body of registerOf('C', subjects)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  counter.reset();
  const { spent, handedOver, left } = await liveThrough(scene);
  const each = share(together(spent), left);
  const units = { writes: 'write units', reads: 'read units', requests: 'requests' } as const;
  for (const part of ['writes', 'reads', 'requests'] as const) {
    const figure = each[part];
    desk.add({
      goal: '5',
      what: `${units[part]} a notice, sweep to recorded outcome`,
      figure,
      unit: units[part],
      beside: { name: 'bare: read, claim, outcome', figure: bare[part] },
      ratio: figure / bare[part],
      wanted: `at most ${GOAL[part]}`,
      met: figure <= GOAL[part],
      ...(part === 'writes'
        ? {
            note: `${subjects} subjects entered one by one; ${handedOver} steps handed over, ${left} notices left`,
          }
        : {}),
    });
  }
  for (const [label, taken] of [...spent].sort(([, one], [, other]) => sum(other) - sum(one)))
    desk.say(`${label}: ${inWords(share(taken, left))} a notice`);
}

const inWords = ({ writes, reads, requests }: Billed): string =>
  `${writes.toFixed(2)} write units, ${reads.toFixed(2)} read units, ${requests.toFixed(2)} requests`;

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
  const figure = sum(counter.billed()) / many.length;
  desk.say(`agenda and sweep, full pages: ${figure.toFixed(2)} units a notice`);
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
  return sum(counter.billed()) * 24;
}

async function idle(desk: Desk, scene: Scene, [least, most]: Sizes['idle']): Promise<void> {
  const figures: number[] = [];
  let stored = 0;
  for (const [wanted, from] of [
    [least, '2028-03-01T14:00:00+08:00'],
    [most, '2028-03-02T14:00:00+08:00'],
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
    goal: '5',
    what: `an idle day, ${most} obligations stored`,
    figure: large,
    unit: 'units',
    beside: { name: `${least} stored`, figure: small },
    ratio: large / small,
    wanted: 'the same',
    met: large === small,
    note: 'an hour of sweeps a minute apart, times 24',
  });
}

async function run(desk: Desk, sizes: Sizes): Promise<void> {
  if ((await javaVersion()) === undefined) {
    desk.skip('capacity on DynamoDB Local', NO_JAVA);
    return;
  }
  const engine = await startDynamoDbLocal();
  try {
    const scene = sceneOn(engine);
    await perNotice(desk, scene, sizes.counted);
    await fullPage(desk, scene);
    await idle(desk, scene, sizes.idle);
  } finally {
    await engine.close();
  }
}

export const capacity: Bench = { title: 'Capacity units on DynamoDB Local', run };
