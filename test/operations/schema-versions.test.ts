import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day } from '../../shared/domain/time/day.ts';
import { agendaPage, agendaOf } from '../../shared/records/agenda.ts';
import { linkRecord } from '../../shared/records/link.ts';
import { dailyLine } from '../../shared/records/daily-line.ts';
import { yearRecord } from '../../shared/records/year.ts';
import { reportedRecord } from '../../shared/records/reported.ts';
import { plannedRecord } from '../../shared/records/planned.ts';
import { staffRecord } from '../../shared/records/staff.ts';
import { settingsRecord } from '../../shared/records/settings.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { memoryEngine, type Engine } from '../../local/sqlite/engine.ts';
import type { Item } from '../../shared/ports.ts';
import { escalationRecord } from '../../shared/records/escalation.ts';
import {
  kindOf,
  kinds,
  migrating,
  NewerItem,
  presentVersion,
  upToDate,
  type Migrations,
} from '../../shared/records/migrate.ts';
import { overrideRecord } from '../../shared/records/override.ts';
import { noticesIn } from '../support/simulation/accounts.ts';
import { END, firstHalf, HALFWAY, secondHalf } from '../support/bureaus/kept-bureau.ts';
import { generations, readItems } from '../support/bureaus/kept-items.ts';
import { actorIn, keptSimulation } from '../support/bureaus/kept-simulation.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import type { Simulation } from '../support/simulation/simulation.ts';
import { obligationRecord } from '../../shared/records/obligation.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  'agenda-page': agendaPage.shape,
  'daily-line': dailyLine.shape,
  escalation: escalationRecord.shape,
  link: linkRecord.shape,
  notice: noticeRecord.shape,
  obligation: obligationRecord.shape,
  override: overrideRecord.shape,
  planned: plannedRecord.shape,
  reported: reportedRecord.shape,
  settings: settingsRecord.shape,
  staff: staffRecord.shape,
  subject: subjectRecord.shape,
  year: yearRecord.shape,
};

const stored = z.looseObject({ pk: z.string(), sk: z.string() });
const ids = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) });

/** Each delivered message by what makes it the same message. */
const sentIn = (simulation: Simulation): string[] =>
  simulation.world.provider.mailbox.map(({ noticeId, to }) => `${noticeId} ${to}`);

describe.each(generations())('the items that were recorded as %s', (generation) => {
  const items = readItems(generation);

  test('are of every kind that this test reads, and of kinds that the table still has', () => {
    expect([...items.keys()]).toEqual(expect.arrayContaining(Object.keys(schemas)));
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining([...items.keys()]));
  });

  test.each(Object.keys(schemas))('%s: each is read by this code, with nothing lost', (kind) => {
    for (const item of items.get(kind) ?? []) {
      expect(kindOf(item)).toBe(kind);
      const known = upToDate(item);
      expect(known['v']).toBe(presentVersion(kindOf(item)));
      expect(schemas[kind]?.parse(known)).toEqual(known);
    }
  });

  test('are served and worked on: what had left does not leave again, and the story goes on', async () => {
    const simulation = keptSimulation(HALFWAY);
    await simulation.world.store.putMany([...items.values()].flat().map((item) => upToDate(item)));
    const before = noticesIn(simulation);
    const left = new Set(before.filter(({ status }) => status === 'sent').map(({ id }) => id));
    const actor = actorIn(simulation);
    const subjects = new Map((items.get('subject') ?? []).map((item) => [item['code'], String(item['id'])]));
    expect(
      ids
        .parse(await actor.ask('GET', '/notices?limit=200'))
        .items.map(({ id }) => id)
        .sort(),
    ).toEqual(before.map(({ id }) => id).sort());
    await secondHalf(actor, { project: subjects.get('P1') ?? '', late: subjects.get('P2') ?? '' });
    const { handOvers } = simulation.world.provider;
    expect(left.size).toBeGreaterThan(5);
    expect(handOvers.filter(({ noticeId }) => left.has(noticeId))).toEqual([]);
    expect(handOvers.length).toBeGreaterThan(5);
    expect(simulation.watch.violations).toEqual([]);
  });
});

const FROM_NEWER = 'fromNewerCode';
/** Their keys are names that people chose, not fields. */
const dictionaries = ['facts', 'recorded', 'figures', 'readings', 'channels', 'content', 'answer', 'body'];

/** An item as newer code might write it: every object of it has a field that this code has not heard of. */
function newer(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => newer(entry));
  if (typeof value !== 'object' || value === null || dictionaries.includes(name)) return value;
  const known = Object.entries(value).map(([key, entry]) => [key, newer(entry, key)]);
  return { ...Object.fromEntries(known), [FROM_NEWER]: 'kept' };
}

const marks = (value: unknown): number => JSON.stringify(value).split(FROM_NEWER).length - 1;
const versionOf = (item: Item | undefined): unknown => item?.['version'];

/** Written whole each time from something else: what newer code added to them it can add again. */
const replaced = ['planned', 'text', 'letters', 'last-notice'];

describe('items of newer code, worked on by this one (blue and green)', () => {
  const run: { plain?: Simulation; marked?: Simulation; before?: Map<string, Item> } = {};
  const keyOf = ({ pk, sk }: Item): string => `${pk}|${sk}`;

  beforeAll(async () => {
    run.plain = keptSimulation();
    await secondHalf(actorIn(run.plain), await firstHalf(actorIn(run.plain)));
    run.marked = keptSimulation();
    const actor = actorIn(run.marked);
    const ids = await firstHalf(actor);
    const { store } = run.marked.world;
    await store.putMany(store.dump().map((item) => stored.parse(newer(item))));
    run.before = new Map(store.dump().map((item) => [keyOf(item), item]));
    await secondHalf(actor, ids);
  });

  test('are worked on as its own: the same messages leave', () => {
    expect(run.marked?.now).toBe(Date.parse(END));
    expect(run.marked && sentIn(run.marked)).toEqual(run.plain && sentIn(run.plain));
    expect(run.marked?.watch.violations).toEqual([]);
  });

  test('keep every field that this code does not know, however often it writes them', () => {
    const changed = new Set<string>();
    for (const item of run.marked?.world.store.dump() ?? []) {
      const before = run.before?.get(keyOf(item));
      if (!before || replaced.includes(kindOf(item))) continue;
      expect(item[FROM_NEWER], keyOf(item)).toBe('kept');
      if (versionOf(item) !== versionOf(before)) changed.add(kindOf(item));
      // Of a notice that was tried very often the first tries make room for the last.
      const isTrimmed = typeof item['left'] === 'number';
      for (const part of [
        'history',
        ...(isTrimmed ? [] : ['attempts']),
        'members',
        'alerts',
        'quietHours',
        'stage',
        'circulation',
      ])
        expect(marks(item[part] ?? ''), `${keyOf(item)} ${part}`).toBe(marks(before[part] ?? ''));
    }
    const worked = [
      'subject',
      'obligation',
      'notice',
      'escalation',
      'settings',
      'override',
      'reported',
      'system',
    ];
    for (const kind of worked) expect(changed).toContain(kind);
  });
});

describe('a version that this code does not know', () => {
  const duty = {
    ...obligationRecord.key({ jurisdiction: 'hongjiang', id: 'a.b' }),
    v: 3,
    version: 7,
    id: 'a.b',
  };
  let engine: Engine | undefined;
  beforeAll(() => {
    engine = memoryEngine();
  });
  afterAll(() => engine?.close());

  test('is refused by the store in words, and left as it is', async () => {
    await engine?.store.putMany([duty]);
    const said =
      /kind obligation has schema version 3, this code knows up to 2: it was written by newer code; deploy that/;
    await expect(engine?.store.get(duty)).rejects.toThrow(said);
    await expect(engine?.store.getMany([duty])).rejects.toThrow(NewerItem);
    await expect(engine?.store.query({ pk: duty.pk })).rejects.toThrow(NewerItem);
  });

  test('of an agenda’s page stops the sweep and not the page: the newer code hands it over', async () => {
    const simulation = keptSimulation();
    const actor = actorIn(simulation);
    await firstHalf(actor);
    const { store } = simulation.world;
    const [shard] = agendaOf(day('2026-03-13'), 'urgent', 4);
    const page = {
      pk: shard?.pk ?? '',
      sk: '2026-03-13T04:00:00.000Z#newer',
      v: 2,
      steps: ['of another form'],
    };
    await store.putMany([page]);
    await expect(simulation.survive((process) => process.handlers.sweep())).rejects.toThrow();
    expect(store.peek(page)).toEqual(page);
  });

  test('of a message comes again, and in the end waits for a person as a dead letter', async () => {
    const simulation = keptSimulation();
    await simulation.survive(async ({ queue, drive }) => {
      await queue.send('deliver', [{ v: 2, pointers: [] }]);
      await queue.send('plan', [{ v: 2, jurisdiction: 'hongjiang', subjectId: 'x' }]);
      await drive.settle();
      expect((await queue.deadLetters()).map(({ queue: name }) => name)).toEqual(['deliver', 'plan']);
    });
  });
});

describe('a migration', () => {
  /** Two changes of made-up newer code: a field renamed, then two joined. */
  const steps: Migrations = {
    subject: [
      ({ name, ...rest }) => ({ ...rest, pk: rest.pk, sk: rest.sk, title: name }),
      (item) => ({ ...item, label: `${String(item['title'])} (${String(item['code'])})` }),
    ],
  };
  const key = { pk: 'hongjiang#S#1', sk: '0' };
  const old = { ...key, v: 1, version: 4, name: '示例', code: 'P1', extra: true };
  const label = '示例 (P1)';
  const present = { ...key, v: 3, version: 4, title: '示例', code: 'P1', extra: true, label };

  test('brings an item up step by step, from whatever version it has', () => {
    expect(upToDate(old, steps)).toEqual(present);
    expect(upToDate({ ...key, v: 2, title: '示例', code: 'P1' }, steps)).toMatchObject({ v: 3, label });
    expect(upToDate(present, steps)).toEqual(present);
    expect(() => upToDate({ ...present, v: 4 }, steps)).toThrow(NewerItem);
    expect(() => upToDate({ ...present, v: 0 }, steps)).toThrow(NewerItem);
  });

  test('leaves alone the other kinds, and what has no version', () => {
    const notice = { pk: 'hongjiang#S#1', sk: 'N#1', v: 1 };
    expect(upToDate(notice, steps)).toEqual(notice);
    expect(upToDate(key, steps)).toBe(key);
  });

  test('is seen through every way of reading, and stays under the guard of the item’s own version', async () => {
    const memory = createMemoryStore();
    await memory.putMany([old]);
    const store = migrating(memory, steps);
    expect(await store.get(key)).toEqual(present);
    expect(await store.getMany([key])).toEqual([present]);
    expect((await store.query({ pk: key.pk })).items).toEqual([present]);
    expect(memory.peek(key)).toEqual(old);
    expect(await store.put({ ...present, version: 5 }, { version: 4 })).toBe(true);
    expect(memory.peek(key)).toEqual({ ...present, version: 5 });
  });
});
