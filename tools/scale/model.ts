import { LETTERS_A_SECOND, sendersOf } from '../../infra/limits.ts';
import { functionRegistry } from '../../shared/functions.ts';
import { BUREAUS_AT_ONCE } from '../../shared/usecases/daily/start-reports.ts';
import { READ_AT_ONCE } from '../../shared/usecases/duties/start-planning.ts';
import { shardsFor } from '../../shared/usecases/shards.ts';
import type { Limits } from '../../shared/domain/notices/pace.ts';
import { assumptions } from '../cost/assumptions.ts';
import type { MeasuredCost, Units } from '../cost/measured.ts';
import { morningOf } from './morning.ts';

/** A stage: its bureaus, their subjects, and what its mail provider grants. */
export interface Stage {
  readonly bureaus: number;
  readonly subjects: number;
  readonly limits: Limits;
}

/** A value beside the limit that it must keep below. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  /** What to do where the limit is passed. */
  readonly remedy?: string;
}

/** DynamoDB’s own: a partition’s writes, and what a new table in on-demand mode takes at once. */
const PARTITION_WRITES = 1_000;
const TABLE_WRITES = 4_000;
/** The part of them that a complete planning and a morning may take. */
const SHARE = 0.8;
/** Lambda’s for a new account in use. */
const CONCURRENCY = 1_000;
/** Bytes of a bureau’s rules, compiled into every bundle, and what a function of 512 MB can parse at its start. */
const RULEBOOK = 30_000;
const RULEBOOKS = 20_000_000;

const planTrigger = functionRegistry.plan.triggers[1];
const reportTrigger = functionRegistry.report.triggers[1];
/** People of a bureau who get its daily mail, as on the measured days. */
const DAILY_RECIPIENTS = 2;
/** The daily mails are to be read in the same morning. */
const MORNING = 3 * 3600;

const secondsOf = (ms: number, { requests }: Units): number =>
  (ms + requests * assumptions.networkMs.value) / 1000;

/** What a morning, a new year and the regular looks of a stage take. */
export function figuresOf({ units, milliseconds }: MeasuredCost, stage: Stage): Figure[] {
  const { bureaus, subjects, limits } = stage;
  const letters = bureaus * subjects;
  const environments = Math.max(functionRegistry.deliver.triggers[0].atOnce, sendersOf(limits));
  const { sent, seconds, atOnce } = morningOf({ letters, limits, environments, each: LETTERS_A_SECOND });
  const rate = sent / Math.max(seconds, 1);
  const shards = shardsFor(bureaus);
  const planned = secondsOf(milliseconds.planMessage, units.enterSubject);
  const parallel = Math.min(planTrigger.atOnce, bureaus);
  const written = (units.enterSubject.writes * parallel) / planned;
  const pace =
    'ask AWS for a higher rate and a higher daily quota, and write them into the stage (`mail.perSecond`, `mail.perDay`)';
  const cells =
    'a stage for each province, with a table, a rate and a concurrency of its own (`serves` in cdk.json; `npm run move` moves a bureau)';
  return [
    { what: 'letters due at nine', value: letters, unit: '' },
    { what: 'letters that leave that day', value: sent, unit: '', limit: letters, remedy: pace },
    { what: 'time to the last of them', value: seconds, unit: 's', limit: 11 * 3600, remedy: pace },
    { what: 'time that the rate alone allows', value: letters / limits.perSecond, unit: 's' },
    { what: 'environments that send', value: atOnce, unit: '', limit: CONCURRENCY * SHARE, remedy: cells },
    {
      what: 'writes of the table while letters leave',
      value: units.notice.writes * rate,
      unit: '/s',
      limit: TABLE_WRITES * SHARE,
      remedy: 'set the table’s warm throughput before the first such morning',
    },
    { what: 'shards of a day’s agenda, in each lane', value: shards, unit: '' },
    {
      what: 'pages deleted from one shard, a page for each letter',
      value: rate / shards,
      unit: '/s',
      limit: PARTITION_WRITES * SHARE,
      remedy: cells,
    },
    {
      what: 'writes of the item with the turns',
      value: (2 * rate) / 250,
      unit: '/s',
      limit: 50,
      remedy: cells,
    },
    {
      what: 'a complete planning on 1 January',
      value: (bureaus * subjects * planned) / parallel,
      unit: 's',
      limit: 24 * 3600,
      remedy: cells,
    },
    {
      what: 'writes of the table meanwhile',
      value: written,
      unit: '/s',
      limit: TABLE_WRITES * SHARE,
      remedy: 'lower `atOnce` of the queue plan in shared/functions.ts',
    },
    {
      what: 'the hourly look for plannings, ten bureaus at once',
      value: (bureaus / READ_AT_ONCE) * secondsOf(milliseconds.idlePlan, units.idlePlan),
      unit: 's',
      limit: functionRegistry.plan.timeoutSeconds,
      remedy: cells,
    },
    {
      what: 'the look for daily mails, ten bureaus at once',
      value: (bureaus / BUREAUS_AT_ONCE) * secondsOf(milliseconds.idleReport, units.idleReport),
      unit: 's',
      limit: functionRegistry.report.timeoutSeconds,
      remedy: cells,
    },
    {
      what: 'one message of daily mails, ten bureaus at once',
      value: DAILY_RECIPIENTS * secondsOf(milliseconds.notice * BUREAUS_AT_ONCE, units.dailyMail),
      unit: 's',
      limit: functionRegistry.report.timeoutSeconds,
      remedy: 'lower BUREAUS_AT_ONCE in shared/usecases/daily/start-reports.ts',
    },
    {
      what: 'the daily mails of all bureaus, by the messages’ work and by the rate',
      value: Math.max(
        (bureaus / BUREAUS_AT_ONCE / reportTrigger.atOnce) *
          DAILY_RECIPIENTS *
          secondsOf(milliseconds.notice * BUREAUS_AT_ONCE, units.dailyMail),
        (bureaus * DAILY_RECIPIENTS) / limits.perSecond,
      ),
      unit: 's',
      limit: MORNING,
      remedy: `${pace}; raise \`atOnce\` of the queue report in shared/functions.ts`,
    },
    {
      what: 'rules in each bundle',
      value: bureaus * RULEBOOK,
      unit: 'bytes',
      limit: RULEBOOKS,
      remedy:
        'the rules of the stage’s own bureaus alone in its bundles (not built: a bundle holds every rulebook, also where the stage serves some)',
    },
  ];
}

/** `letters that leave` must reach its limit; everything else must keep below. */
export const isPassed = ({ what, value, limit }: Figure): boolean =>
  limit !== undefined && (what.startsWith('letters that leave') ? value < limit : value > limit);
