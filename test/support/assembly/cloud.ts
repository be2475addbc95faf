import { createStore } from '../../../functions/adapters/dynamo.ts';
import { instant, minutes, plus, type Instant } from '../../../shared/domain/time/instant.ts';
import { nextDue } from '../../../shared/usecases/loop/sweep.ts';
import type { Table } from '../../../shared/ports.ts';
import type { Chance } from '../chance/chance.ts';
import { simulatedPool, type SimulatedPool } from '../aws/user-pool.ts';
import { createClient, type Client } from '../product/client.ts';
import { createApiGateway, type HttpAnswer, type HttpAsked } from './api-gateway.ts';
import type { Assembly } from './assembly.ts';
import type { Call } from './asked.ts';
import { createAuthority, type Authority } from './authority.ts';
import { createCdn } from './cdn.ts';
import { openDoor } from './door.ts';
import { startFacade, type Fault } from './facade.ts';
import { createFunctions, type Functions } from './functions.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { createProviderEvents, type ProviderEvents } from './provider-events.ts';
import { createQueues, type SimulatedQueue } from './queues.ts';
import { deploy, type Account } from './resolve.ts';
import { createSchedules, quietTicks } from './schedules.ts';
import type { Person } from './issuers.ts';
import { startSignIn, type SignIn } from './sign-in.ts';
import { createSources } from './sources.ts';
import { startTable } from './table.ts';

/** An account with the assembly in it: everything that runs is what `cdk synth` wrote. */
export interface Cloud {
  readonly account: Account;
  readonly authority: Authority;
  readonly functions: Functions;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly mailbox: Mailbox;
  readonly pool: SimulatedPool;
  readonly events: ProviderEvents;
  readonly signIn: SignIn;
  readonly store: Table;
  readonly secrets: Map<string, string>;
  readonly now: () => Instant;
  /** The console’s address, as people type it; without a console, the API’s. */
  readonly origin: string;
  /** A request at that address. */
  readonly ask: (asked: HttpAsked) => Promise<HttpAnswer>;
  /** The same on this machine. */
  readonly url: string;
  /** Somebody with a new token, through the front. */
  readonly as: (person: Person) => Promise<Client>;
  readonly tokenOf: (person: Person) => Promise<string>;
  /** Queues are worked on until nothing can be received; then the clock stands where it stood. */
  readonly settle: () => Promise<void>;
  /** The clock goes to the moment; schedules, queues and what is due on the way are done in order. */
  readonly to: (moment: string | Instant) => Promise<void>;
  /** One tick of every schedule now. */
  readonly tick: () => Promise<void>;
  /** What happens to the next calls. */
  faults: ((call: Call) => Fault | undefined) | undefined;
  /** How many batches of a queue run at the same time. */
  atOnce: number;
  close(): Promise<void>;
}

export interface CloudOptions {
  readonly now: string;
  /** Hands out messages of queues in any order, and now and then twice. */
  readonly unrest?: Chance;
}

export async function openCloud(assembly: Assembly, options: CloudOptions): Promise<Cloud> {
  let now = instant(options.now);
  const clock = { now: () => now };
  const account = deploy(assembly);
  const authority = createAuthority(account);
  const engine = await startTable(account);
  const store = createStore(engine.client, engine.table);
  const queues = createQueues(account, clock, options.unrest);
  const mailbox = createMailbox(account, clock);
  const pool = simulatedPool();
  const secrets = new Map<string, string>();
  const events = createProviderEvents({ account, authority, queues, clock });
  const knobs: { faults: Cloud['faults']; atOnce: number } = { faults: undefined, atOnce: 1 };
  const facade = await startFacade({
    account,
    authority,
    engine,
    queues,
    mailbox,
    pool,
    secrets,
    fault: (call) => knobs.faults?.(call),
    end: (id) => functions.environment(id)?.kill(),
  });
  const functions: Functions = createFunctions({ account, clock, endpoint: facade.url });
  const consoleUrl = account.output('ConsoleUrl') ?? 'https://console.example.cn/';
  const signIn = await startSignIn(account, clock, consoleUrl);
  const gateway = createApiGateway({ account, authority, functions, reach: signIn.reach });
  const cdn = createCdn(account, authority, gateway);
  const ask = (asked: HttpAsked): Promise<HttpAnswer> => (cdn ?? gateway).ask(asked, now);
  const door = await openDoor(ask);
  const sources = createSources({ account, authority, functions, queues });
  const schedules = createSchedules(account, authority, functions);

  const settle = (): Promise<void> => sources.drain(knobs.atOnce);
  const tick = async (): Promise<void> => {
    await schedules.tick(now);
    await settle();
  };
  /** When something is next to be done after now: a step of the agenda, or a message that becomes visible. */
  const nextMoment = async (to: Instant): Promise<Instant | undefined> => {
    const due = await nextDue(store, now, to);
    const minute = due === undefined ? Infinity : Math.ceil(Math.max(due, now + 1) / minutes(1)) * minutes(1);
    const visible = [...queues.values()]
      .filter((queue) => isRead(account, queue))
      .map((queue) => queue.nextAt() ?? Infinity)
      .filter((at) => at > now);
    const first = Math.min(minute, ...visible);
    return first <= to ? plus(now, first - now) : undefined;
  };
  const to = async (moment: string | Instant): Promise<void> => {
    const target = typeof moment === 'string' ? instant(moment) : moment;
    const quiet = quietTicks(now, target);
    for (;;) {
      const planned = quiet.find((one) => one > now) ?? target;
      const next = (await nextMoment(planned)) ?? planned;
      now = next;
      await tick();
      if (next >= target) return;
    }
  };
  const tokenOf = async (person: Person): Promise<string> => {
    if (!signIn.people.some(({ email }) => email === person.email)) signIn.people.push(person);
    return (await signIn.tokens(person, consoleUrl)).id_token;
  };
  return {
    account,
    authority,
    functions,
    queues,
    mailbox,
    pool,
    events,
    signIn,
    store,
    secrets,
    now: clock.now,
    origin: cdn?.origin ?? `https://${gateway.host}`,
    ask,
    url: door.url,
    tokenOf,
    as: async (person) => createClient(door.url, await tokenOf(person)),
    settle,
    tick,
    to,
    get faults() {
      return knobs.faults;
    },
    set faults(next) {
      knobs.faults = next;
    },
    get atOnce() {
      return knobs.atOnce;
    },
    set atOnce(next) {
      knobs.atOnce = next;
    },
    close: async () => {
      await functions.endAll();
      await Promise.all([facade.close(), signIn.close(), door.close(), engine.close()]);
    },
  };
}

/** Whether a mapping reads it; nobody reads dead letters by themselves. */
const isRead = ({ all }: Account, { arn }: SimulatedQueue): boolean =>
  all('AWS::Lambda::EventSourceMapping').some(({ properties }) => properties['EventSourceArn'] === arn);
