import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../local/sqlite/engine.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { hours, instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import type { Item, Table } from '../../shared/ports.ts';
import { handedRecord } from '../../shared/records/handed.ts';
import { kindOf } from '../../shared/records/migrate.ts';
import { linkRecord, linksOf } from '../../shared/records/link.ts';
import { movedRecord } from '../../shared/records/moved.ts';
import { readAll } from '../../shared/store/read.ts';
import { cancel, clear, move, type Move } from '../../tools/move/move.ts';
import { main as moveTool } from '../../tools/move.ts';
import { END, firstHalf, HALFWAY, secondHalf } from '../support/bureaus/kept-bureau.ts';
import { actorIn, keptSimulation } from '../support/bureaus/kept-simulation.ts';
import { runTool } from '../support/product/run-tool.ts';
import type { Simulation } from '../support/simulation/simulation.ts';

const J = 'hongjiang';
const admin = { sub: 'admin', role: 'bureau-admin' } as const;
let items: readonly Item[] = [];
let ids = { project: '', late: '' };
/** What leaves in the second half where nothing moves. */
let expected: readonly string[] = [];

const after = ({ world }: Simulation): string[] =>
  world.provider.mailbox
    .filter(({ now }) => now > instant(HALFWAY))
    .map(({ noticeId, to }) => `${noticeId} ${to}`)
    .sort();

beforeAll(async () => {
  const simulation = keptSimulation();
  ids = await firstHalf(actorIn(simulation));
  items = simulation.world.store.dump();
  await secondHalf(actorIn(simulation), ids);
  expected = after(simulation);
});

/** A data file of one machine. */
function place(holds: readonly Item[] = []) {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-move-'));
  const engine = openEngine(directory);
  onTestFinished(async () => {
    await engine.close().catch(() => undefined);
    rmSync(directory, { recursive: true, force: true });
  });
  const ready = engine.store.putMany(holds).then(() => engine.store);
  return { directory, engine, ready };
}

async function sides(): Promise<Move> {
  const [from, to] = await Promise.all([place(items).ready, place().ready]);
  return {
    jurisdiction: J,
    from: { store: from, name: 'one' },
    to: { store: to, name: 'two' },
    now: instant(HALFWAY),
    settle: 0,
  };
}

async function contents(store: Table): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of store.scan()) all.push(item);
  return all;
}

/** The product goes on with what a table holds. */
async function goingOn(store: Table): Promise<Simulation> {
  const simulation = keptSimulation(HALFWAY);
  await simulation.world.store.putMany(await contents(store));
  return simulation;
}

/** The process ends at its n-th write. */
function ending(store: Table, left: { writes: number }): Table {
  const counted =
    <Given extends unknown[], Answer>(write: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      left.writes -= 1;
      if (left.writes < 0) throw new Error('the process ended');
      return write(...given);
    };
  return {
    ...store,
    put: counted(store.put),
    putMany: counted(store.putMany),
    deleteMany: counted(store.deleteMany),
  };
}

describe('a bureau that moves to another table', () => {
  test('goes on there as if nothing had happened, and nothing leaves from where it was', async () => {
    const asked = await sides();
    const moved = await move(asked);
    expect(moved.items).toBeGreaterThan(50);
    expect(moved.links).toBeGreaterThan(0);
    const chain = (await readAll(asked.to.store, linksOf(J))).map(linkRecord.of);
    expect(verifyChain(chain, moved.head)).toMatchObject({ holds: true, links: moved.links });

    const there = await goingOn(asked.to.store);
    await secondHalf(actorIn(there), ids);
    expect(after(there)).toEqual(expected);
    expect(there.watch.violations).toEqual([]);

    const here = await goingOn(asked.from.store);
    await here.to(END);
    expect(here.world.provider.handOvers).toEqual([]);
    await expect(actorIn(here).ask('PATCH', '/settings', { sendHour: 10 }, admin)).rejects.toThrow(
      'request.not-served',
    );
  });

  test('arrives whole wherever the processes of the move end', async () => {
    const asked = await sides();
    let ends = 0;
    for (;;) {
      const left = { writes: ends };
      const from = { ...asked.from, store: ending(asked.from.store, left) };
      const to = { ...asked.to, store: ending(asked.to.store, left) };
      try {
        await move({ ...asked, from, to });
        break;
      } catch (error) {
        expect(String(error)).toContain('the process ended');
        // As long as it is not there, neither side sends anything.
        const marks = [
          await movedRecord.read(asked.from.store, J),
          await movedRecord.read(asked.to.store, J),
        ].map((mark) => mark?.state);
        if (ends > 1) expect(marks[1] === 'arriving' || marks[0] === 'left').toBe(true);
        ends += 1;
      }
    }
    expect(ends).toBeGreaterThan(20);
    const there = await goingOn(asked.to.store);
    await secondHalf(actorIn(there), ids);
    expect(after(there)).toEqual(expected);
  });

  test('waits for what is being worked on; nothing is copied meanwhile, and nothing entered', async () => {
    const asked = await sides();
    const pointer = { jurisdiction: J, obligationId: 'x.y', step: 'overdue:0', at: asked.now, attempt: 0 };
    const record = { pointers: [pointer], since: asked.now, returned: 0 };
    const handed = handedRecord.itemOf({ at: asked.now, name: 'n', shard: 0 }, record);
    await asked.from.store.putMany([handed]);
    await expect(move(asked)).rejects.toThrow('letters are in the queue deliver');
    expect(await contents(asked.to.store)).toEqual([]);
    const here = await goingOn(asked.from.store);
    await expect(actorIn(here).ask('PATCH', '/settings', { sendHour: 10 }, admin)).rejects.toThrow(
      'request.moving',
    );
    await cancel(asked);
    expect(await movedRecord.read(asked.from.store, J)).toBeUndefined();
    await asked.from.store.deleteMany([handed]);
    expect((await move(asked)).items).toBeGreaterThan(50);
    await expect(cancel(asked)).rejects.toThrow('is not leaving');
  });

  test('of a stage waits until what began before the mark has ended', async () => {
    const asked = { ...(await sides()), settle: minutes(10) };
    await expect(move(asked)).rejects.toThrow('run the same command again after 2026-03-13T12:10:00+08:00');
    await expect(move({ ...asked, now: plus(asked.now, minutes(9)) })).rejects.toThrow('again after');
    expect((await move({ ...asked, now: plus(asked.now, minutes(11)) })).items).toBeGreaterThan(50);
  });

  test('writes over nothing: a bureau’s own work at the new side, or another move', async () => {
    const asked = await sides();
    const occupied = await place(items).ready;
    await expect(move({ ...asked, to: { store: occupied, name: 'two' } })).rejects.toThrow(
      'holds data of hongjiang already',
    );
    expect(await movedRecord.read(asked.from.store, J)).toBeUndefined();
    await move(asked);
    await expect(move({ ...asked, to: { store: await place().ready, name: 'three' } })).rejects.toThrow(
      'moves from one to two already',
    );
    expect((await move(asked)).items).toBeGreaterThan(50);
  });

  test('leaves nothing behind but the mark when that is asked for, and may come back then', async () => {
    const asked = await sides();
    await expect(clear(asked)).rejects.toThrow('nothing was removed');
    await move(asked);
    expect(await clear(asked)).toBeGreaterThan(50);
    const left = (await contents(asked.from.store)).filter(({ pk }) => pk.startsWith(`${J}#`));
    expect(left.map(({ sk }) => sk).sort()).toEqual(['MOVED', 'SETTINGS']);
    const texts = items.flatMap(({ textIn }) =>
      typeof textIn === 'string' ? [{ pk: `TEXT#${textIn}`, sk: '1' }] : [],
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(await asked.from.store.getMany([...new Map(texts.map((key) => [key.pk, key])).values()])).toEqual(
      [],
    );
    const there = await contents(asked.from.store);
    for (const kind of ['person', 'address'] as const) expect(there.map(kindOf)).not.toContain(kind);
    // The agenda of the other bureaus stays.
    const pages = there.filter((item) => kindOf(item) === 'agenda-page');
    expect(pages.map((page) => JSON.stringify(page)).filter((page) => page.includes(`"${J}"`))).toEqual([]);
    const back = { ...asked, from: asked.to, to: asked.from, now: plus(asked.now, hours(1)) };
    expect((await move(back)).items).toBeGreaterThan(50);
  });
});

test('the command names what it lacks, and moves between two folders', async () => {
  const [from, to] = [place(items), place()];
  await Promise.all([from.ready, to.ready]);
  await Promise.all([from.engine.close(), to.engine.close()]);
  const folders = ['--from-data', from.directory, '--to-data', to.directory];
  const run = (...words: string[]) => runTool(moveTool, words);
  expect((await run('--jurisdiction', 'huaihua', ...folders)).errors).toContain('name one with a bureau');
  expect((await run('--jurisdiction', J, '--from-data', from.directory)).errors).toContain('--to STAGE');
  const done = await run('--jurisdiction', J, ...folders);
  expect([done.code, done.errors]).toEqual([0, '']);
  expect(done.output).toContain('hongjiang is in');
  expect((await run('--jurisdiction', J, ...folders, '--clear')).output).toMatch(/^Removed \d+ items/);
});
