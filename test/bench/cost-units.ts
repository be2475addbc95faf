import { ScanCommand, type AttributeValue, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { createApi } from '../../functions/api.ts';
import { lambdaContext } from '../../local/compose.ts';
import { TABLE, type DynamoEngine } from '../support/engines/dynamo-engine.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import { instant, minutes, plus, type Instant } from '../../shared/domain/time/instant.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import type { Pointer } from '../../shared/records/agenda.ts';
import { deliver, deliverMessage } from '../../shared/usecases/loop/deliver.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { plan } from '../../shared/usecases/loop/replan.ts';
import { startPlanning } from '../../shared/usecases/duties/start-planning.ts';
import { report, reportMessage } from '../../shared/usecases/daily/report.ts';
import { startReports } from '../../shared/usecases/daily/start-reports.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { nextDue, sweep } from '../../shared/usecases/loop/sweep.ts';
import type { MeasuredCost } from '../../tools/cost/measured.ts';
import { apiEvent, type ApiRequest } from '../support/product/api-event.ts';
import { depsOn, handClock, staff, type HandClock } from './product.ts';
import { registerOf } from './register.ts';
import { added, meter, nothing, share, type Billed, type Meter } from './units.ts';

const JURISDICTION = 'hongjiang';
const PATH = `/v1/jurisdictions/${JURISDICTION}`;
const SUBJECTS = 100;
const FIRST = instant('2026-01-05T10:00:00+08:00');
const YEAR_END = instant('2026-12-31T23:00:00+08:00');
const POINTERS_A_MESSAGE = 25;

interface Scene {
  readonly engine: DynamoEngine;
  readonly deps: Deps;
  readonly clock: HandClock;
  readonly counter: Meter;
  readonly queue: Pointer[];
  /** Daily mails that were asked for. */
  readonly asked: { readonly jurisdictions: readonly string[] }[];
  messages: number;
  readonly ask: (request: Omit<ApiRequest, 'claims'>, role?: Principal['role']) => Promise<unknown>;
}

function sceneOn(engine: DynamoEngine): Scene {
  const clock = handClock(FIRST);
  const queue: Pointer[] = [];
  const send = async (name: string, messages: readonly object[]): Promise<void> => {
    if (name === 'report') scene.asked.push(...messages.map((message) => reportMessage.parse(message)));
    if (name !== 'deliver') return;
    scene.messages += messages.length;
    queue.push(...messages.flatMap((message) => deliverMessage.parse(message).pointers));
  };
  const deps = depsOn(engine.store, clock, { queue: { send } });
  const api = createApi(deps, { version: 'bench' });
  const ask: Scene['ask'] = async (request, role = 'bureau-officer') => {
    const claims = { sub: 'bench', role, jurisdiction: JURISDICTION } as const;
    const { statusCode, body } = await api(apiEvent({ ...request, claims }), lambdaContext());
    if (Number(statusCode) >= 300) throw new Error(`${request.path}: ${String(statusCode)} ${String(body)}`);
    const answer: unknown = JSON.parse(String(body));
    return answer;
  };
  const scene: Scene = {
    engine,
    deps,
    clock,
    counter: meter(engine.client),
    queue,
    asked: [],
    messages: 0,
    ask,
  };
  return scene;
}

/** What the work takes. */
async function spent({ counter }: Scene, work: () => Promise<unknown>): Promise<Billed> {
  counter.reset();
  await work();
  return counter.billed();
}

const times = async (count: number, work: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await work(index);
};

const identified = z.object({ id: z.string() });
const listed = z.object({ items: z.array(identified) });

async function enter(scene: Scene): Promise<{ ids: string[]; units: Billed }> {
  const ids: string[] = [];
  const bodies = registerOf('C', SUBJECTS);
  const units = await spent(scene, async () => {
    for (const body of bodies)
      ids.push(identified.parse(await scene.ask({ method: 'POST', path: `${PATH}/subjects`, body })).id);
  });
  return { ids, units: share(units, ids.length) };
}

interface Year {
  /** Sweeps and deliveries, all notices together. */
  readonly units: Billed;
  readonly left: number;
  /** Looks for due daily mails, with those that left. */
  readonly reporting: Billed;
  readonly dailies: number;
}

/** Sweeps at every moment at which something falls due, delivers, and reports half an hour later. */
async function year(scene: Scene, idleSweep: Billed): Promise<Year> {
  const { clock, deps, queue } = scene;
  let [units, reporting, left, dailies] = [nothing, nothing, 0, 0];
  for (;;) {
    const next: Instant | undefined = await nextDue(deps.store, clock.now(), YEAR_END);
    if (next === undefined) return { units, left, reporting, dailies };
    if (next > clock.now()) clock.set(next);
    // What a sweep takes where nothing is due is counted by the minute.
    units = added(added(units, await spent(scene, () => sweep(deps))), idleSweep, -1);
    while (queue.length > 0) {
      const part = queue.splice(0, POINTERS_A_MESSAGE);
      const delivering = await spent(scene, async () => {
        left += await deliver(deps, part);
      });
      units = added(units, delivering);
    }
    clock.set(plus(clock.now(), minutes(30)));
    const looking = await spent(scene, async () => {
      dailies += await reportAll(scene);
    });
    reporting = added(reporting, looking);
  }
}

/** A minute’s sweep on a day on which nothing is due any more. */
async function idleSweepOf(scene: Scene, at: Instant): Promise<Billed> {
  scene.clock.set(at);
  await sweep(scene.deps);
  const hour = await spent(scene, () =>
    times(60, async (minute) => {
      scene.clock.set(plus(at, minutes(minute)));
      await sweep(scene.deps);
    }),
  );
  return share(hour, 60);
}

/** Looks for due daily mails and sends them. Returns how many left. */
async function reportAll({ deps, asked }: Scene): Promise<number> {
  await startReports(deps);
  let sent = 0;
  for (const message of asked.splice(0)) sent += await report(deps, message);
  return sent;
}

/** A look for due daily mails of every bureau, right after those that were due. */
async function idleReportOf(scene: Scene): Promise<Billed> {
  await reportAll(scene);
  return spent(scene, () => startReports(scene.deps));
}

/** Bytes as DynamoDB counts them: names and values of the attributes. */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L !== undefined) return 3 + value.L.reduce((total, one) => total + 1 + bytesOf(one), 0);
  if (value.M !== undefined)
    return (
      3 +
      Object.entries(value.M).reduce(
        (total, [name, one]) => total + 1 + Buffer.byteLength(name) + bytesOf(one),
        0,
      )
    );
  return 1;
}

/** All that is stored, with 100 bytes an item and, for what stands in the index, its keys there. */
async function storedBytes({ client }: DynamoEngine): Promise<number> {
  let [total, from]: [number, Record<string, AttributeValue> | undefined] = [0, undefined];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: TABLE, ExclusiveStartKey: from }),
    );
    for (const item of page.Items ?? []) {
      const { pk, sk, lp, ls } = item;
      total += 100 + bytesOf({ M: item }) - 3;
      if (pk && sk && lp && ls) total += 100 + bytesOf({ M: { pk, sk, lp, ls } }) - 3;
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return total;
}

/** A register of a hundred subjects through a year, and what each act in it takes. */
export async function costUnits(engine: DynamoEngine): Promise<MeasuredCost['units']> {
  const scene = sceneOn(engine);
  const { deps, ask } = scene;
  await setUp(deps);
  await ask({ method: 'PUT', path: `${PATH}/staff`, body: staff }, 'bureau-admin');
  const { ids, units: enterSubject } = await enter(scene);
  const one = (index: number): string => ids[index % ids.length] ?? '';
  const before = await storedBytes(engine);
  const planAgain = await spent(scene, () =>
    times(ids.length, (index) => plan(deps, { jurisdiction: JURISDICTION, subjectId: one(index) })),
  );
  const look = await spent(scene, () =>
    times(ids.length, (index) => ask({ method: 'GET', path: `${PATH}/status/${one(index)}` })),
  );
  const list = await spent(scene, () => ask({ method: 'GET', path: `${PATH}/obligations?limit=50` }));
  const all = await Promise.all(
    ids.map(
      async (id) =>
        listed.parse(await ask({ method: 'GET', path: `${PATH}/obligations?subjectId=${id}&limit=200` }))
          .items,
    ),
  );
  const idleSweep = await idleSweepOf(scene, plus(FIRST, minutes(60)));
  const bureaus = regulated.length;
  const idlePlan = await spent(scene, () => startPlanning(deps));
  const idleReport = await idleReportOf(scene);
  const { units: notices, left, reporting, dailies } = await year(scene, idleSweep);
  return {
    enterSubject,
    planAgain: share(planAgain, ids.length),
    notice: share(notices, left),
    statusLookUp: share(look, ids.length),
    list,
    dailyMail: share(reporting, dailies),
    idleSweep,
    idleReport: share(idleReport, bureaus),
    idlePlan: share(idlePlan, bureaus),
    obligationsASubject: all.flat().length / ids.length,
    dailyMailsAYear: dailies,
    noticesASubject: left / ids.length,
    messagesANotice: scene.messages / left,
    bytesEntered: Math.round(before / ids.length),
    bytesASubject: Math.round((await storedBytes(engine)) / ids.length),
  };
}
