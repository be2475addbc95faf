import { BUREAUS_AT_ONCE } from '../../shared/usecases/daily/start-reports.ts';
import { functionRegistry } from '../../shared/functions.ts';
import { assumptions } from './assumptions.ts';
import type { MeasuredCost, Units } from './measured.ts';
import type { PriceList, PriceName } from './prices.ts';

/** How much of each priced thing a month takes. */
export type Amounts = Readonly<Record<PriceName, number>>;

/** Use of one stage: how many bureaus, of how many subjects. An idle stage has 0 subjects and no people. */
export interface Use {
  readonly bureaus: number;
  readonly subjects: number;
  /** Whether anybody looks, signs in and changes anything. */
  readonly people: boolean;
}

const value = (name: keyof typeof assumptions): number => assumptions[name].value;
const MONTHS = 12;
const DAYS = 365 / MONTHS;
const GB = 1e9;
/** The most messages that SQS takes, and Lambda receives, at once. */
const BATCH = 10;

/** Milliseconds of a run: the measured time, and the longer way to the table. */
const longer = (ms: number, { requests }: Units): number => ms + requests * value('networkMs');

const gbSeconds = (name: keyof typeof functionRegistry, ms: number): number =>
  (ms / 1000) * (functionRegistry[name].memoryMegabytes / 1024);

/** One kind of act: how often a month, and what each takes of the table and of Lambda. */
interface Act {
  readonly times: number;
  readonly units: Units;
  readonly runs: number;
  readonly gbSeconds: number;
}

/** Each act of a month, by name. */
export function actsOf(measured: MeasuredCost, use: Use) {
  const { units, milliseconds: ms } = measured;
  const all = use.bureaus * use.subjects;
  const working = use.people ? (use.bureaus * value('workingDays')) / MONTHS : 0;
  const cold = value('coldShare') * ms.coldApi;
  const act = (
    times: number,
    one: Units,
    name: keyof typeof functionRegistry,
    taken: number,
    runs = times,
  ): Act => ({
    times,
    units: one,
    runs,
    gbSeconds: times * gbSeconds(name, longer(taken, one)),
  });
  const notices = (all * units.noticesASubject) / MONTHS;
  const batches = (notices * units.messagesANotice) / BATCH;
  const changes = use.people ? (all * value('changesASubject')) / MONTHS : 0;
  const lists = working * value('listPagesADay');
  const plannings = (all * value('planningsAYear')) / MONTHS;
  const mails = (use.bureaus * units.dailyMailsAYear) / MONTHS;
  const none: Units = { requests: 0, reads: 0, writes: 0 };
  const idle = (minutes: number): number => (DAYS * 1440) / minutes;
  return {
    notices: act(notices, units.notice, 'deliver', ms.notice, Math.max(batches, notices > 0 ? 1 : 0)),
    providers: act(batches, none, 'deliver', value('providerMs'), 0),
    'daily mails': act(
      use.subjects > 0 ? mails : 0,
      units.dailyMail,
      'report',
      ms.notice,
      mails / BUREAUS_AT_ONCE,
    ),
    changes: act(changes, units.enterSubject, 'api', ms.enterSubject + cold),
    'promised plannings': act(changes, units.planAgain, 'plan', ms.planMessage),
    'complete plannings': act(plannings, units.planAgain, 'plan', ms.planMessage, plannings / 25),
    'status look-ups': act(working * value('lookUpsADay'), units.statusLookUp, 'api', ms.statusLookUp + cold),
    lists: act(lists, units.list, 'api', ms.list + cold),
    'idle sweeps': act(idle(1), units.idleSweep, 'sweep', ms.idleSweep),
    'idle reports': act(idle(10) * use.bureaus, units.idleReport, 'report', ms.idleReport, idle(10)),
    'idle plannings': act(idle(60) * use.bureaus, units.idlePlan, 'plan', ms.idlePlan, idle(60)),
  } satisfies Record<string, Act>;
}
export type Acts = ReturnType<typeof actsOf>;

const sumOf = (acts: Acts, of: (act: Act) => number): number =>
  Object.values(acts).reduce((total, act) => total + of(act), 0);

/** What a month of a stage takes of everything that has a price. */
export function amountsOf(measured: MeasuredCost, place: 'aws' | 'cn', use: Use): Amounts {
  const acts = actsOf(measured, use);
  const fixed = measured.fixtures[place];
  const invocations = sumOf(acts, ({ runs }) => runs);
  const mails = acts.notices.times + acts['daily mails'].times;
  const messages = acts.notices.times * measured.units.messagesANotice + acts.changes.times * 2;
  const polls = fixed.polledQueues * value('pollsAMinute') * 1440 * DAYS;
  const requests = acts.changes.times + acts['status look-ups'].times + acts.lists.times;
  const unitUsers = use.subjects * value('unitUsersShare');
  const users = use.people ? use.bureaus * (value('staff') + unitUsers) : 0;
  const bytes = use.bureaus * use.subjects * measured.units.bytesASubject;
  const sessions = use.people ? (use.bureaus * value('staff') * value('workingDays')) / MONTHS : 0;
  return {
    write: sumOf(acts, ({ times, units }) => times * units.writes),
    read: sumOf(acts, ({ times, units }) => times * units.reads),
    tableGb: bytes / GB,
    recoveryGb: bytes / GB,
    compute: sumOf(acts, (act) => act.gbSeconds),
    invocation: invocations,
    // Sent, received and deleted, in batches of up to ten, plus polling.
    queueRequest: polls + (messages * 3) / BATCH,
    schedule: fixed.scheduledRunsADay * DAYS,
    event: place === 'aws' ? mails * value('eventsAMail') : 0,
    apiRequest: requests,
    mail: mails,
    sms: acts.notices.times * value('smsShare'),
    logGb: (invocations * value('logBytes')) / GB,
    metric: fixed.metrics,
    alarm: fixed.alarms,
    dashboard: fixed.dashboards,
    trace: place === 'aws' ? invocations : 0,
    key: fixed.keys,
    keyRequest: invocations * value('keyRequestsShare'),
    secret: fixed.secrets,
    webGb: place === 'aws' ? (sessions * value('sessionMegabytes')) / 1000 : 0,
    user: place === 'aws' ? users : 0,
    userEssentials: 0,
  };
}

export interface Cost {
  readonly total: number;
  /** By service, the dearest first. */
  readonly services: readonly (readonly [string, number])[];
}

export function costOf(amounts: Amounts, { prices }: PriceList): Cost {
  const services = new Map<string, number>();
  const names: PriceName[] = Object.keys(prices).filter((name): name is PriceName => name in amounts);
  for (const name of names) {
    const { price, per, service } = prices[name];
    services.set(service, (services.get(service) ?? 0) + (amounts[name] * price) / per);
  }
  const sorted = [...services].filter(([, cost]) => cost > 0).sort((one, other) => other[1] - one[1]);
  return { total: sorted.reduce((total, [, cost]) => total + cost, 0), services: sorted };
}
