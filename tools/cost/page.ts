import { BUREAUS_AT_ONCE } from '../../shared/usecases/daily/start-reports.ts';
import { READ_AT_ONCE } from '../../shared/usecases/duties/start-planning.ts';
import { assumptions, BUREAUS, MOST } from './assumptions.ts';
import type { MeasuredCost, Units } from './measured.ts';
import { actsOf, amountsOf, costOf, type Amounts, type Use } from './model.ts';
import type { Price, PriceList } from './prices.ts';

type Places = { readonly aws: PriceList; readonly cn: PriceList };
type Row = readonly string[];

const places = ['aws', 'cn'] as const;
const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: true });
const figure = (value: number): string => (value === 0 ? '0' : number.format(value));

/** Money to two places, below a cent to two figures. */
function money(value: number, { sign }: PriceList): string {
  if (value !== 0 && value < 0.01) return `${sign}${value.toPrecision(2)}`;
  return `${sign}${new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}`;
}

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const useOf = (bureaus: number): Use => ({
  bureaus,
  subjects: assumptions.subjectsABureau.value,
  people: true,
});

function bureausText(bureaus: number): string {
  return bureaus === 1 ? '1 bureau' : `${figure(bureaus)} bureaus`;
}

function totals(measured: MeasuredCost, lists: Places): string {
  const rows = BUREAUS.map((bureaus): Row => {
    const costs = places.map(
      (place) => costOf(amountsOf(measured, place, useOf(bureaus)), lists[place]).total,
    );
    const cells = costs.flatMap((cost, index) => {
      const list = lists[places[index] ?? 'aws'];
      return [money(cost, list), money(cost / bureaus, list)];
    });
    return [bureausText(bureaus), ...cells];
  });
  return table(['a month', lists.aws.region, 'a bureau', lists.cn.region, 'a bureau'], rows);
}

function services(measured: MeasuredCost, place: 'aws' | 'cn', list: PriceList): string {
  const costs = BUREAUS.map((bureaus) => costOf(amountsOf(measured, place, useOf(bureaus)), list));
  const names = [...new Set(costs.toReversed().flatMap((cost) => cost.services.map(([name]) => name)))];
  const rows = names.map((name): Row => {
    const cells = costs.map(({ services: found, total }) => {
      const cost = found.find(([known]) => known === name)?.[1] ?? 0;
      return `${money(cost, list)} (${Math.round((100 * cost) / total)} %)`;
    });
    return [name, ...cells];
  });
  return table([list.region, ...BUREAUS.map(bureausText)], rows);
}

function idle(measured: MeasuredCost, lists: Places): string {
  const still = (bureaus: number): Use => ({ bureaus, subjects: 0, people: false });
  const rows = places.map((place): Row => {
    const at = (bureaus: number) => costOf(amountsOf(measured, place, still(bureaus)), lists[place]).total;
    const [one, many] = [at(1), at(1001)];
    return [lists[place].region, money(one, lists[place]), money((many - one) / 1000, lists[place])];
  });
  return table(['a month', 'the stage, idle', 'each further idle bureau'], rows);
}

/** What the largest stage would save a month by a change, with all else the same. */
function changes(measured: MeasuredCost, list: PriceList): string {
  const amounts = amountsOf(measured, 'aws', useOf(MOST));
  const acts = actsOf(measured, useOf(MOST));
  const now = costOf(amounts, list).total;
  const saves = (changed: Partial<Amounts>): number => now - costOf({ ...amounts, ...changed }, list).total;
  const { units } = measured;
  const candidates: [string, number][] = [
    ['sign-in by the bureaus’ own OIDC issuer in place of Cognito', saves({ user: 0 })],
    [
      'Cognito’s plan Essentials in place of Plus (no protection against stolen passwords)',
      saves({ user: 0, userEssentials: amounts.user }),
    ],
    ['no SMS', saves({ sms: 0 })],
    [
      'a page of a list that reads only the duties it shows (50 units in place of ' +
        figure(units.list.reads) +
        ')',
      saves({ read: amounts.read - acts.lists.times * Math.max(0, units.list.reads - 50) }),
    ],
    [
      'texts of letters compressed (two write units fewer a notice)',
      saves({ write: amounts.write - 2 * acts.notices.times }),
    ],
    ['no traces', saves({ trace: 0 })],
  ];
  const rows = candidates
    .sort((one, other) => other[1] - one[1])
    .map(([what, saved]): Row => [what, money(saved, list), `${((100 * saved) / now).toFixed(1)} %`]);
  return table([`change, at ${bureausText(MOST)} in ${list.region}`, 'saves a month', 'of all'], rows);
}

const unitsOnly = (one: Units, { prices }: PriceList): number =>
  (one.reads * prices.read.price) / prices.read.per + (one.writes * prices.write.price) / prices.write.per;

function perAct({ units, milliseconds: ms }: MeasuredCost, lists: Places): string {
  const row = (what: string, one: Units, taken: number | undefined): Row => [
    what,
    figure(one.requests),
    figure(one.reads),
    figure(one.writes),
    taken === undefined ? '' : figure(taken),
    ...places.map((place) => money(1000 * unitsOnly(one, lists[place]), lists[place])),
  ];
  const head = [
    'act',
    'requests',
    'read units',
    'write units',
    'ms',
    ...places.map((place) => `1,000 of them, ${lists[place].region}`),
  ];
  return table(head, [
    row('a subject entered, with its planning', units.enterSubject, ms.enterSubject),
    row('a subject planned again, nothing changed', units.planAgain, ms.planMessage),
    row('a notice, from the sweep to the recorded outcome', units.notice, ms.notice),
    row('a status look-up', units.statusLookUp, ms.statusLookUp),
    row('a page of 50 duties', units.list, ms.list),
    row('a daily mail, with the looks before it', units.dailyMail, undefined),
    row('an idle minute’s sweep, all bureaus', units.idleSweep, ms.idleSweep),
    row('a look for the daily mail, each bureau', units.idleReport, ms.idleReport),
    row('a look for a due planning, each bureau', units.idlePlan, ms.idlePlan),
  ]);
}

/** Seconds of the longest runs, compared with the functions’ limit. */
function longest({ units, milliseconds: ms }: MeasuredCost): string {
  const run = (taken: number, requests: number, atOnce = 1): string =>
    figure((MOST * (taken + (requests * assumptions.networkMs.value) / atOnce)) / 1000);
  return table(
    [`one run for ${bureausText(MOST)}`, 'seconds', 'limit'],
    [
      ['report, no mail due', run(ms.idleReport, units.idleReport.requests, BUREAUS_AT_ONCE), '300'],
      ['plan, nothing to do', run(ms.idlePlan, units.idlePlan.requests, READ_AT_ONCE), '300'],
    ],
  );
}

function stored({ units }: MeasuredCost): string {
  return `A subject takes ${figure(units.bytesEntered)} bytes when it is entered and ${figure(units.bytesASubject)} after a year, its share of letters, history and index included: ${figure((units.bytesASubject * assumptions.subjectsABureau.value) / 1e6)} MB a bureau and year. It has ${figure(units.obligationsASubject)} duties and gets ${figure(units.noticesASubject)} notices a year; the bureau gets ${figure(units.dailyMailsAYear)} daily mails, one for each of two people on days on which there is something to tell.`;
}

const assumed = (): string =>
  Object.values(assumptions)
    .map(({ value, says }) => `- ${figure(value)} ${says}`)
    .join('\n');

function priceTable(lists: Places): string {
  const cell = (one: Price, list: PriceList): Row => [
    `${list.sign}${one.price} per ${figure(one.per)}`,
    one.verified ? one.source : `**not verified**: ${one.source}`,
  ];
  const names = new Map(Object.entries(lists.cn.prices));
  const rows = Object.entries(lists.aws.prices).map(([name, one]): Row => {
    const other = names.get(name);
    return [one.service, one.unit, ...cell(one, lists.aws), ...(other ? cell(other, lists.cn) : ['', ''])];
  });
  return table(['service', 'for', lists.aws.region, 'source', lists.cn.region, 'source'], rows);
}

function unverifiedShare(measured: MeasuredCost, place: 'aws' | 'cn', list: PriceList): string {
  const amounts = amountsOf(measured, place, useOf(MOST));
  const { total } = costOf(amounts, list);
  const known = Object.entries(list.prices).filter(([, one]) => one.verified);
  const by = new Map(Object.entries(amounts));
  const sure = known.reduce((sum, [name, one]) => sum + ((by.get(name) ?? 0) * one.price) / one.per, 0);
  return `${Math.round((100 * sure) / total)} %`;
}

/** The page, from the measured, assumed and entered values. */
export function costPage(measured: MeasuredCost, lists: Places): string {
  const { commit, at, machine, fixtures } = measured;
  const fixed = places.map((place) => {
    const one = fixtures[place];
    return `\`${one.stage}\`: ${one.alarms} alarms, ${one.metrics} metrics, ${one.keys} key, ${one.secrets} secrets, ${one.polledQueues} queues that Lambda polls, ${figure(one.scheduledRunsADay)} scheduled runs a day`;
  });
  return `# What it costs on AWS

Made by \`npm run cost -- --write\` from \`docs/cost-measured.json\` (what acts take, measured), \`tools/cost/prices.json\` (list prices, entered by hand, as of ${lists.aws.asOf}) and \`tools/cost/assumptions.ts\` (what nobody has measured). Do not edit it; a test fails when it is stale.

**Read it as orders of magnitude.** Nothing was deployed to an account, no bill was seen. Of the month at ${bureausText(MOST)} only ${unverifiedShare(measured, 'aws', lists.aws)} in ${lists.aws.region} and ${unverifiedShare(measured, 'cn', lists.cn)} in ${lists.cn.region} rests on verified prices; the last table says which. Free tiers, discounts, taxes, support, data transfer, the console’s ICP filing and people’s work are not in it. \`${fixtures.aws.stage}\` in cdk.json stands in ${fixtures.aws.region}, whose list is a little dearer: enter it before relying on the figures there.

## A month

${totals(measured, lists)}

## What it is made of

${services(measured, 'aws', lists.aws)}

${services(measured, 'cn', lists.cn)}

## An idle bureau

${idle(measured, lists)}

The stage itself is alarms, metrics, the key, a sweep a minute and Lambda’s polling of its queues. A bureau that has nothing due adds the looks for its daily mail every ten minutes and for its planning every hour.

## What would save most

${changes(measured, lists.aws)}

## Each act

Units of the table with its index on DynamoDB Local; milliseconds of the deployed bundles in a warm process, with DynamoDB Local beside it. They are of this machine (${machine.cores} cores of ${machine.cpu}, Node ${machine.node}) while other work ran on it: a function of 1,024 MB has a little over half a core.

${perAct(measured, lists)}

${stored(measured)}

A stage has, counted in the templates: ${fixed.join('; ')}.

## What grows too long

${longest(measured)}

Both look at ten bureaus at a time, and send messages for what is due: the work itself is done message by message, so it has no limit for all of them together ([how far it scales](scale.md)). What a look does not finish, the next one does, ten minutes or an hour later; nothing is lost or sent twice, but a daily mail comes late.

## Assumptions

${assumed()}

## Prices

${priceTable(lists)}

## Measured

\`npm run bench -- cost\` at commit ${commit.slice(0, 12)}, ${at.slice(0, 10)}: a register of 100 subjects (three units for every project, one contact each) through 2026, nothing fulfilled. Writes that lose against another are not counted; there are none in this run.
`;
}
