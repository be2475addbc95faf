import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { holdRecord } from '../../shared/records/hold.ts';
import { createStore, ensureTable } from '../../functions/adapters/dynamo.ts';
import { formatInstant, instant } from '../../shared/domain/time/instant.ts';
import type { Tool } from '../../local/command-line.ts';
import type { Item } from '../../shared/ports.ts';
import { kindOf } from '../../shared/records/migrate.ts';
import { agendaPage } from '../../shared/records/agenda.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { checkBackup, itemsIn, writeBackup } from '../../tools/backup/archive.ts';
import { prepare } from '../../tools/backup/prepared.ts';
import { holds, pastOf, restoredItems, type Restoring } from '../../tools/backup/restored.ts';
import { startDynalite, TABLE, type DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { javaVersion, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { END, firstHalf, HALFWAY, refusing } from '../support/bureaus/kept-bureau.ts';
import { actorIn, keptSimulation } from '../support/bureaus/kept-simulation.ts';
import { runToolOnAws } from '../support/product/run-tool.ts';
import { main as backup } from '../../tools/backup.ts';
import { main as restore } from '../../tools/restore.ts';
import { Simulation } from '../support/simulation/simulation.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-duty-engines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const java = await javaVersion();
if (java === undefined)
  process.stderr.write('SKIPPED: backup on DynamoDB Local, because this machine has no Java 11 or newer.\n');
const engines: readonly (readonly [string, () => Promise<DynamoEngine>])[] = [
  ['dynalite', () => startDynalite()],
  ...(java === undefined && process.env['CI'] === undefined
    ? []
    : [['DynamoDB Local', startDynamoDbLocal] as const]),
];

const about = { takenAt: HALFWAY, version: 'test', source: 'local' };
const listed = async (items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all.sort((a, b) => (`${a.pk}|${a.sk}` < `${b.pk}|${b.sk}` ? -1 : 1));
};
async function* each(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

let items: readonly Item[] = [];
const source = join(folder, 'source.gz');
beforeAll(async () => {
  const simulation = keptSimulation();
  await firstHalf(actorIn(simulation));
  items = simulation.world.store.dump();
  await writeBackup(source, each(items), about);
});

describe.each(engines)('the table of a stage, on %s', (name, start) => {
  let engine: DynamoEngine | undefined;
  let url = '';
  let client = new DynamoDBClient({});
  const out = join(folder, `${name}.gz`);
  beforeAll(async () => {
    engine = await start();
    const { protocol = '', hostname = '', port = 0 } = (await engine.client.config.endpoint?.()) ?? {};
    url = `${protocol}//${hostname}:${port}`;
    // As the tool asks it: by the stage’s region, which DynamoDB Local keeps apart.
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new DynamoDBClient({ endpoint: url, region: 'ap-southeast-1', credentials });
    await ensureTable(client, TABLE);
  });
  afterAll(async () => {
    client.destroy();
    await engine?.close();
  });
  const run = (tool: Tool, ...args: string[]) =>
    runToolOnAws(tool, ['--stage', 'prod', '--table', TABLE, ...args], url);
  const withoutHold = (all: readonly Item[]): Item[] => all.filter((item) => kindOf(item) !== 'hold');

  test('is filled from a backup, and held', async () => {
    const { code, errors, output } = await run(restore, '--in', source, '--sent-until', HALFWAY);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('npm run restore -- --stage prod --release');
    const there = await listed(createStore(client, TABLE).scan());
    expect(withoutHold(there)).toEqual(await listed(each(items)));
    expect(there.length - items.length).toBe(items.filter((item) => kindOf(item) === 'settings').length);
  });

  test('is backed up again: the same items', async () => {
    const { code, output } = await run(backup, '--out', out);
    expect(code).toBe(0);
    expect(output).toContain('Read item by item while others may write');
    expect((await checkBackup(out)).source).toBe('prod');
    expect(withoutHold(await listed(itemsIn(out)))).toEqual(await listed(each(items)));
  });

  test('is not written over without two words; then what is not in the backup goes', async () => {
    const args = ['--in', source, '--sent-until', HALFWAY];
    const refused = await run(restore, ...args);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('holds data already: stop the schedules'),
    ]);
    await createStore(client, TABLE).putMany([{ pk: 'stray', sk: '0' }]);
    expect((await run(restore, ...args, '--replace', '--confirm')).code).toBe(0);
    expect(withoutHold(await listed(createStore(client, TABLE).scan()))).toEqual(await listed(each(items)));
  });

  test('that AWS has restored becomes what a restore from a file makes of it, and is held', async () => {
    const store = createStore(client, TABLE);
    await store.deleteMany(await listed(store.scan()));
    await store.putMany(items);
    const later = { ...restoring, takenAt: instant(HALFWAY), sentUntil: instant(END) };
    await prepare(store, later);
    const expected = new Map((await restored(items, later)).map((item) => [`${item.pk}|${item.sk}`, item]));
    expect(await listed(store.scan())).toEqual(await listed(each([...expected.values()])));
    expect(expected.size).not.toBe(items.length);
    // Begun again, as after an interruption, it finds nothing more to do.
    const before = await listed(store.scan());
    await prepare(store, later);
    expect(await listed(store.scan())).toEqual(before);
  });

  test('that AWS has restored is prepared only by its name, and the next steps are said', async () => {
    const said = await run(restore, '--taken-at', HALFWAY, '--sent-nothing');
    expect([said.code, said.errors]).toEqual([0, '']);
    expect(said.output).toContain(`Write "tableName": "${TABLE}" into cdk.json under stages.prod`);
    const args = ['--stage', 'prod', '--taken-at', HALFWAY, '--sent-nothing'];
    const refused = await runToolOnAws(restore, args, url);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('say --stage and --table, too'),
    ]);
    const again = ['--in', source, '--sent-until', HALFWAY, '--replace', '--confirm'];
    expect((await run(restore, ...again)).code).toBe(0);
  });

  test('is let go', async () => {
    expect((await run(restore, '--release')).code).toBe(0);
    expect(await listed(createStore(client, TABLE).scan())).toEqual(await listed(each(items)));
    await createStore(client, TABLE).deleteMany(items);
    expect(await listed(createStore(client, TABLE).scan())).toEqual([]);
  });
});

/** As the tool restores: the backup’s items, transformed, and the holds. */
async function restored(from: readonly Item[], restoring: Restoring): Promise<Item[]> {
  const past = await pastOf(each(from), restoring);
  return [...holds(past, restoring), ...from.flatMap((item) => restoredItems(item, past, restoring))];
}

const MORNING = '2026-03-18T08:59:00+08:00';
const restoring: Restoring = {
  takenAt: instant(MORNING),
  now: instant(MORNING),
  sentUntil: undefined,
  queueLost: true,
};
const hold = holdRecord.key('hongjiang');

const sentBy = (simulation: Simulation): string[] =>
  simulation.world.provider.mailbox
    .map(({ now, noticeId, to }) => `${formatInstant(now)} ${noticeId} ${to}`)
    .sort();

describe('what was on its way when the backup was taken', () => {
  const until = async (moment: string) => {
    const simulation = new Simulation({
      seed: 'engines',
      from: '2026-03-02T08:00:00+08:00',
      refuse: refusing,
    });
    await firstHalf(actorIn(simulation));
    await simulation.to(moment);
    return simulation;
  };

  test('in a queue outside of the table is entered again, and leaves once', async () => {
    const whole = await until(MORNING);
    const before = sentBy(whole).length;
    const due = '2026-03-18T09:00:00';
    const kept = whole.world.store.dump();
    // Handed over early, deleted from the agenda, and lost with the queue: the backup knows nothing of it.
    const lost = kept.filter(
      (item) =>
        kindOf(item) === 'agenda-page' &&
        agendaPage.of(item).pointers.some(({ at }) => formatInstant(at).startsWith(due)),
    );
    expect(lost.length).toBeGreaterThan(0);
    const from = kept.filter((item) => !lost.includes(item));
    const later = { ...restoring, now: instant('2026-03-18T09:00:00+08:00') };
    const other = keptSimulation(MORNING);
    await other.world.store.putMany(await restored(from, later));
    await other.world.store.deleteMany([hold]);
    for (const simulation of [whole, other]) await simulation.to(END);
    const after = sentBy(whole).slice(before);
    expect(after.length).toBeGreaterThan(5);
    expect(sentBy(other)).toEqual(after);
    const without = keptSimulation(MORNING);
    await without.world.store.putMany(from);
    await without.to(END);
    expect(sentBy(without)).not.toEqual(after);
  });

  test('to a provider is not sent again by itself: the bureau reads of it and can send it', async () => {
    const simulation = await until(MORNING);
    onTestFinished(() => simulation.kill());
    const { store } = simulation.world;
    await store.deleteMany([hold]);
    const [sent] = store.dump().filter((item) => kindOf(item) === 'notice' && item['status'] === 'sent');
    if (!sent) throw new Error('nothing was sent');
    const claimed = {
      ...sent,
      status: 'queued',
      attempts: [],
      claim: { owner: 'gone', until: instant(MORNING) },
    };
    const other = keptSimulation(MORNING);
    await other.world.store.putMany(
      await restored([...store.dump().filter((item) => item.sk !== sent.sk), claimed], restoring),
    );
    await other.world.store.deleteMany([hold]);
    const item = other.world.store.peek(sent);
    const notice = item && noticeRecord.of(item);
    expect(notice).toMatchObject({ status: 'failed', attempts: [{ provider: 'restore' }] });
    expect(notice?.claim).toBeUndefined();
    await other.to('2026-03-18T12:00:00+08:00');
    const { mailbox } = other.world.provider;
    expect(mailbox.filter(({ noticeId }) => noticeId === sent['id'])).toEqual([]);
    const daily = mailbox.find(({ subject }) => subject.startsWith('【每日情况】'));
    expect(daily?.text).toContain('unknown: restored from a backup while it was being sent');
  });
});
