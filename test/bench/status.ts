import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createApi } from '../../functions/api.ts';
import { lambdaContext } from '../../local/compose.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { subjectPartition } from '../../shared/records/keys.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';
import { javaVersion, NO_JAVA, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { median, quantile, ROUNDS, seconds } from './measure.ts';
import { depsOn, handClock, officerIn, onDisk } from './product.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';

const JURISDICTION = 'hongjiang';
const CONNECTIONS = 32;
const SUBJECTS = 200;
const SLICES = 10;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

type Ask = (id: string) => Promise<unknown>;

/** Answers so far: how long each took, and all of them together. */
interface Tally {
  readonly latencies: number[];
  seconds: number;
}

/** Requests at 32 connections: each asks again as soon as it is answered. */
async function slice(ids: readonly string[], ask: Ask, tally: Tally, requests: number): Promise<void> {
  let next = 0;
  const connection = async (): Promise<void> => {
    while (next < requests) {
      const id = ids[next % ids.length] ?? '';
      next += 1;
      const start = process.hrtime.bigint();
      await ask(id);
      tally.latencies.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  };
  tally.seconds += await seconds(() => Promise.all(Array.from({ length: CONNECTIONS }, connection)));
}

const loadOf = ({ latencies, seconds: taken }: Tally): Load => ({
  perSecond: latencies.length / taken,
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
});

/** Both by turns in short slices, so that what else the machine does meets both alike. */
async function round(
  ids: readonly string[],
  product: Ask,
  bare: Ask,
  requests: number,
): Promise<{ own: Load; other: Load }> {
  const [own, other]: [Tally, Tally] = [
    { latencies: [], seconds: 0 },
    { latencies: [], seconds: 0 },
  ];
  for (let count = 0; count < SLICES; count += 1) {
    await slice(ids, product, own, requests);
    await slice(ids, bare, other, requests);
  }
  return { own: loadOf(own), other: loadOf(other) };
}

/** What API Gateway hands to the function, the token verified. */
function eventFor(id: string): APIGatewayProxyEventV2 {
  const path = `/v1/jurisdictions/${JURISDICTION}/status/${id}`;
  const authorizer = {
    jwt: { claims: { sub: 'bench', role: 'bureau-officer', jurisdiction: JURISDICTION }, scopes: [] },
  };
  const context = {
    accountId: '0',
    apiId: 'bench',
    authorizer,
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
    requestId: 'bench',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { accept: 'application/json' },
    requestContext: context,
    isBase64Encoded: false,
  };
}

/** The same query of the same store, answered as it comes. */
function bareHandler(store: Store): (id: string) => Promise<object> {
  return async (id) => {
    const found = await store.query({ pk: subjectPartition(JURISDICTION, id), from: '0', to: '2#~' });
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(found.items),
    };
  };
}

interface Site {
  readonly store: Store;
  readonly name: string;
  /** Of a slice: some take longer to answer. */
  readonly requests: number;
  /** Of the bare handler’s requests a second. */
  readonly goal: number;
}

async function measure(desk: Desk, { store, name, requests, goal }: Site): Promise<void> {
  const deps = depsOn(store, handClock(instant('2026-01-05T10:00:00+08:00')));
  await setUp(deps);
  const request = await officerIn(deps, JURISDICTION);
  const ids: string[] = [];
  for (const body of registerOf('S', SUBJECTS)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    ids.push(made.value.id);
  }
  const api = createApi(deps, { version: 'bench' });
  const product = async (id: string): Promise<void> => {
    const result = await api(eventFor(id), lambdaContext());
    if (result.statusCode !== 200) throw new Error(JSON.stringify(result));
  };
  const bare = bareHandler(store);
  const rounds: { own: Load; other: Load }[] = [];
  await round(ids, product, bare, requests);
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(ids, product, bare, requests));
  const of = (pick: (load: Load) => number) => {
    const [figure, beside] = [
      median(rounds.map(({ own }) => pick(own))),
      median(rounds.map(({ other }) => pick(other))),
    ];
    const ratio = median(rounds.map(({ own, other }) => pick(own) / pick(other)));
    return { figure, beside: { name: 'bare handler', figure: beside }, ratio };
  };
  const rate = of((one) => one.perSecond);
  desk.add({
    goal: '4',
    what: `status look-up, ${name}`,
    unit: 'requests/s',
    ...rate,
    wanted: `at least ${goal}`,
    met: rate.ratio >= goal,
  });
  desk.add({ goal: '4', what: `status look-up, p50, ${name}`, unit: 'ms', ...of((one) => one.p50) });
  const slowest = of((one) => one.p99);
  desk.add({
    goal: '4',
    what: `status look-up, p99, ${name}`,
    unit: 'ms',
    ...slowest,
    wanted: 'at most 1.3',
    met: slowest.ratio <= 1.3,
  });
}

async function run(desk: Desk): Promise<void> {
  await onDisk(({ store }) => measure(desk, { store, name: 'SQLite', requests: 640, goal: 0.75 }));
  if ((await javaVersion()) === undefined) {
    desk.skip('status look-up on DynamoDB Local', NO_JAVA);
    return;
  }
  const engine = await startDynamoDbLocal();
  try {
    await measure(desk, { store: engine.store, name: 'DynamoDB Local', requests: 160, goal: 0.9 });
  } finally {
    await engine.close();
  }
}

export const status: Bench = { title: `Status look-up at ${CONNECTIONS} connections`, run };
