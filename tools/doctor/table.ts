import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { watermarkRecord } from '../../shared/records/watermark.ts';
import type { Stage } from '../../infra/stage.ts';
import { createStore } from '../../functions/adapters/dynamo.ts';
import { publishedYear } from '../../shared/domain/time/calendar.ts';
import { formatDay, yearOf } from '../../shared/domain/time/day.ts';
import { dayOf, formatInstant, startOfDay, type Instant } from '../../shared/domain/time/instant.ts';
import { regulatedIn } from '../../shared/rules/catalogue.ts';
import type { Store } from '../../shared/ports.ts';
import { listOf } from '../../shared/records/keys.ts';
import { loadContext, type Context } from '../../shared/usecases/context.ts';
import { leaders, officers } from '../../shared/usecases/notices/recipients.ts';
import { bureauSubjectId } from '../../shared/usecases/bureau-subject.ts';
import { watermarkDay } from '../../shared/usecases/watermark.ts';
import { hint, ifThere, missing, type Finding } from './finding.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

/** The watermark of a healthy scheduler is at most 25 hours old. */
const WATERMARK_HOURS = 26;

/** From this day on next year’s arrangement is overdue. The State Council publishes it in November. */
const ARRANGEMENT_EXPECTED = '12-01';

/** The table itself: exists, protected, restorable. */
export async function tableFindings(
  client: DynamoDBClient,
  stage: Stage,
  TableName: string,
): Promise<Finding[]> {
  const described = await ifThere(client.send(new DescribeTableCommand({ TableName })));
  if (!described?.Table)
    return [
      missing(
        'table',
        `the table ${TableName} is not there`,
        'All data are gone: nothing can be looked up, nothing leaves.',
        'restore it to a point in time: docs/runbook.md, Backup and restore',
      ),
    ];
  const found: Finding[] = [];
  if (described.Table.DeletionProtectionEnabled !== true)
    found.push(
      missing(
        'table-protection',
        `the table ${TableName} may be deleted`,
        'One wrong command takes all data.',
        `aws dynamodb update-table --table-name ${TableName} --deletion-protection-enabled --region ${stage.region}`,
      ),
    );
  const backups = await ifThere(client.send(new DescribeContinuousBackupsCommand({ TableName })));
  const state =
    backups?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  if (state !== 'ENABLED')
    found.push(
      missing(
        'table-recovery',
        `the table ${TableName} has no point-in-time recovery`,
        'What is deleted or overwritten by mistake cannot be brought back.',
        `aws dynamodb update-continuous-backups --table-name ${TableName} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true --region ${stage.region}`,
      ),
    );
  const expiry = await ifThere(client.send(new DescribeTimeToLiveCommand({ TableName })));
  if (expiry?.TimeToLiveDescription?.AttributeName !== 'ttl')
    found.push(
      missing(
        'table-expiry',
        `the table ${TableName} keeps what should expire, as a restored table does`,
        'Answers stored for repeated requests pile up and cost money.',
        `aws dynamodb update-time-to-live --table-name ${TableName} --time-to-live-specification Enabled=true,AttributeName=ttl --region ${stage.region}`,
      ),
    );
  return found;
}

/**
 * The contents of the table: whether the scheduler works, who gets the daily mail, and which years are entered.
 */
export async function dataFindings(
  client: DynamoDBClient,
  stage: Stage,
  table: string,
  now: Instant,
): Promise<Finding[]> {
  const store = createStore(client, table);
  const contexts = await Promise.all(regulatedIn(stage.serves).map(({ id }) => loadContext(store, id)));
  const setUp = contexts.flatMap((context) => context ?? []);
  if (setUp.length === 0)
    return [
      missing(
        'data-setup',
        'no bureau is set up in the table yet',
        'Nothing can be entered.',
        `wait for the next full hour, or aws lambda invoke the function plan of stage ${stage.name} with {"source":"schedule"}`,
      ),
    ];
  const used = await Promise.all(
    setUp.map(async (context) => ((await inUse(store, context)) ? [context] : [])),
  );
  const inThere = used.flat();
  const people = await Promise.all(inThere.map((context) => peopleFindings(store, context)));
  return [
    ...(await watermarkFindings(store, now)),
    ...(inThere.length === 0 ? [nobody] : []),
    ...people.flat(),
    ...calendarFindings(inThere, now),
  ];
}

const nobody = hint(
  'data-nobody',
  'no bureau has staff or subjects yet',
  'Nobody is reminded of anything.',
  'enter staff (PUT /v1/jurisdictions/{j}/staff), then subjects; or take them from another stage: npm run settings -- export',
);

/** A bureau with staff, or with a subject besides the initial ones. */
async function inUse(store: Store, { jurisdiction, staff }: Context): Promise<boolean> {
  if (staff.length > 0) return true;
  const pk = listOf(jurisdiction.id, 'SUBJECT');
  const [before, after] = await Promise.all([
    store.query({ pk, index: 'list', to: 'bureau#', limit: 1 }),
    store.query({ pk, index: 'list', from: 'bureau$', limit: 1 }),
  ]);
  return before.items.length + after.items.length > 0;
}

async function peopleFindings(store: Store, context: Context): Promise<Finding[]> {
  const { id, name } = context.jurisdiction;
  const found: Finding[] = [];
  for (const { office, name: officeName } of context.jurisdiction.offices ?? []) {
    const bureau = await subjectRecord.read(store, { jurisdiction: id, id: bureauSubjectId(id, office) });
    if (officers(context, office, bureau).length + leaders(context, office).length > 0) continue;
    found.push(
      missing(
        `staff-${id}-${office}`,
        `${name} ${officeName}: no officer and no leader has an e-mail address`,
        'Nobody gets the daily mail: what is late, refused or waiting stays unseen.',
        `PUT /v1/jurisdictions/${id}/staff with an e-mail address (role bureau-admin)`,
      ),
    );
  }
  return found;
}

/** Next year’s days off for each bureau in use: built in, or entered by the bureau. */
export function calendarFindings(
  contexts: readonly Pick<Context, 'jurisdiction' | 'years'>[],
  now: Instant,
): Finding[] {
  const today = formatInstant(now).slice(0, 10);
  const year = yearOf(dayOf(now)) + 1;
  if (publishedYear(year)) return [];
  const without = contexts.filter(({ years }) => !years.some((entered) => entered.year === year));
  if (without.length === 0) return [];
  const names = without.map(({ jurisdiction }) => jurisdiction.name).join(', ');
  const late = today.slice(5) >= ARRANGEMENT_EXPECTED;
  return [
    (late ? missing : hint)(
      'calendar',
      `the State Council’s arrangement of days off for ${year} is not entered (${names})`,
      `Dates of ${year} are provisional: they may fall on a day off, or move when it is entered.`,
      `${late ? 'now' : 'when it is published, usually in November'}: PUT /v1/work-calendar/${year} for each of them (role bureau-admin), from 国务院办公厅关于${year}年部分节假日安排的通知`,
    ),
  ];
}

async function watermarkFindings(store: Store, now: Instant): Promise<Finding[]> {
  if ((await watermarkRecord.read(store, 'agenda')) === undefined)
    return [missing('watermark', 'the sweep has never run', NOT_SWEPT, SWEEP_AGAIN)];
  const reached = await watermarkDay(store, now);
  if (now - startOfDay(reached) < WATERMARK_HOURS * 3_600_000) return [];
  return [
    missing(
      'watermark',
      `what was due since ${formatDay(reached)} is not all handed over`,
      NOT_SWEPT,
      SWEEP_AGAIN,
    ),
  ];
}

const NOT_SWEPT = 'No reminder, overdue notice or alert is sent; they wait and are sent late.';
const SWEEP_AGAIN = 'docs/runbook.md, alarm-sweep and alarm-watermark';
