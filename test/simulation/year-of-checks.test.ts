import { describe, expect, test } from 'vitest';
import { subject } from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { verified } from '../support/quotas/draws.ts';
import {
  FIRST_WORKING_DAYS,
  inspectedYear,
  leaderAddress,
  recordsOf,
  spotCheck,
  START,
  type Inspection,
} from '../support/quotas/inspected-bureau.ts';
import { sharedServer } from '../support/product/server.ts';

/** The year 2026 of a bureau with 80 units and 6 key projects, over HTTP, in simulated time. */
const shared = sharedServer(START, inspectedYear);

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

/** The rules of 洪江区 as its document has them, counted once more by hand, from nothing but the records. */
type Counted = (records: readonly Inspection[], register: Register) => boolean;
interface Register {
  readonly catalogue: ReadonlySet<string>;
  readonly monitored: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
}

const targetsOf = (records: readonly Inspection[]): number =>
  new Set(records.flatMap(({ targets }) => targets)).size;
const named =
  (ruleId: string, enough: (records: readonly Inspection[], register: Register) => boolean): Counted =>
  (records, register) =>
    enough(
      records.filter((record) => record.ruleId === ruleId),
      register,
    );

/** Checks of the regime that are made for its periodic quota, of at least two of these. */
const periodic = (records: readonly Inspection[], ruleId: string, among: ReadonlySet<string>): number =>
  records.filter(
    (record) =>
      record.regime === ruleId.split('/')[0] &&
      (record.ruleId ?? ruleId) === ruleId &&
      record.cause !== 'complaint' &&
      record.targets.filter((target) => among.has(target)).length >= 2,
  ).length;

const quarterly: Counted = (records, { projects }) =>
  periodic(records, 'key-project-archives/quarterly-check', projects) >= 1;
const daily: Counted = (records, { catalogue }) =>
  periodic(records, 'archives-security/daily-check', catalogue) >= 3;

const yearly: Readonly<Record<string, readonly [title: string, met: Counted]>> = {
  // 6–10% of 80; the leader follows the share.
  'electronic-archives/spot-check': [
    '电子档案全面检查（年度抽查）',
    named(spotCheck, (records) => targetsOf(records) >= 5 && targetsOf(records) <= 8),
  ],
  'electronic-archives/key-monitored': [
    '重点监控单位名单和现场检查',
    named('electronic-archives/key-monitored', (records, { monitored }) =>
      [...monitored].every((id) => records.some(({ targets }) => targets.includes(id))),
    ),
  ],
  'electronic-archives/special-check': [
    '电子档案专项检查',
    named('electronic-archives/special-check', (records) => targetsOf(records) >= 2),
  ],
  'archives-security/special-check': [
    '档案安全专项检查',
    named('archives-security/special-check', (records) => records.length >= 1),
  ],
  // A tenth of 6 projects is one.
  'key-project-archives/full-check': [
    '重点建设项目档案全面检查',
    named('key-project-archives/full-check', (records) => targetsOf(records) >= 1),
  ],
};

const quarterOf = (month: string): string => `2026-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
const inMonths = (records: readonly Inspection[], wanted: (month: string) => boolean): Inspection[] =>
  records.filter(({ at }) => wanted(at.slice(0, 7)));

const ofMonth = (records: readonly Inspection[], month: string): Inspection[] =>
  inMonths(records, (one) => one === month);
const ofQuarter = (records: readonly Inspection[], quarter: string): Inspection[] =>
  inMonths(records, (one) => quarterOf(one) === quarter);

async function registerOf(): Promise<Register> {
  const { bureau } = shared().scene;
  const subjects = await bureau.officer.all(subject, `${bureau.path}/subjects`);
  const having = (trait: string): Set<string> =>
    new Set(subjects.filter(({ traits }) => traits.includes(trait)).map(({ id }) => id));
  return {
    catalogue: having('professional-archives'),
    monitored: having('key-monitored'),
    projects: new Set(subjects.filter(({ kind }) => kind === 'project').map(({ id }) => id)),
  };
}

/** What a section of a mail lists, without its numbers. */
function section(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.includes(heading));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[一二三四五六七八九十]、/u.test(line));
  return (end < 0 ? rest : rest.slice(0, end))
    .filter((line) => /^\d+\. /u.test(line))
    .map((line) => line.replace(/^\d+\. /u, ''));
}

describe('a year of checks', () => {
  test('the mail of each month’s first working day names what is owed, and nothing else', async () => {
    const { server, scene } = shared();
    const register = await registerOf();
    const mails = await server.mailbox({ to: officerOnStaff.email });
    for (const first of FIRST_WORKING_DAYS) {
      const month = first.slice(0, 7);
      const number = Number(month.slice(5));
      const mail = mails.find(({ sentAt }) => sentAt.startsWith(`${first}T09:10`));
      const records = scene.known.get(first) ?? [];
      const quarter = quarterOf(month);
      const owed = [
        `2026年${number}月档案安全日常检查`,
        ...(quarterly(ofQuarter(records, quarter), register)
          ? []
          : [`2026年第${quarter.slice(-1)}季度重点建设项目档案定期检查`]),
        ...Object.values(yearly)
          .filter(([, met]) => !met(records, register))
          .map(([title]) => `2026年度${title}`),
      ];
      const told = section(mail?.text ?? '', '应安排的检查任务').map((line) =>
        // Period, regime, “title”.
        (line.split('，')[0] ?? '').replace(/(月|度)[^月度“]*“(.+)”$/u, '$1$2'),
      );
      expect({ first, told: told.sort() }).toEqual({ first, told: owed.sort() });
    }
  });

  test('every quota’s final status is what counting the records by hand gives', async () => {
    const { bureau } = shared().scene;
    const register = await registerOf();
    const records = await recordsOf(bureau);
    const status = (met: boolean): string => (met ? 'met' : 'missed');
    const byHand: Record<string, string> = {
      // Nothing was set by the superior, there is no gazetteer, and nobody was visited for a report.
      'key-project-archives/special-check 2026': 'not-applicable',
      'gazetteer-compilation/progress-check 2026': 'not-applicable',
      'archives-security/report-spot-check 2026': 'met',
    };
    for (const month of months)
      byHand[`archives-security/daily-check ${month}`] = status(daily(ofMonth(records, month), register));
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
      byHand[`key-project-archives/quarterly-check ${quarter}`] = status(
        quarterly(ofQuarter(records, quarter), register),
      );
    for (const [ruleId, [, met]] of Object.entries(yearly))
      byHand[`${ruleId} 2026`] = status(met(records, register));

    const computed: Record<string, string> = {};
    for (const month of months) {
      const on = `${month}-28`;
      const page = await bureau.officer.get(contract.quotas, `${bureau.path}/quotas?on=${on}`);
      for (const quota of page.items) {
        const name = `${quota.ruleId} ${quota.period.key}`;
        expect(computed[name] ?? quota.status, name).toBe(quota.status);
        computed[name] = quota.status;
      }
    }
    expect(computed).toEqual(byHand);
    const missed = Object.keys(byHand).filter((name) => byHand[name] === 'missed');
    expect(missed).toEqual(['archives-security/daily-check 2026-06']);
  });

  test('what was missed reaches the leader once, on the first working day after', async () => {
    const { server } = shared();
    const told = (await server.mailbox({ to: leaderAddress })).flatMap(({ sentAt, text }) =>
      text
        .split('\n')
        .filter((line) => line.includes('，欠'))
        .map((line) => `${sentAt.slice(0, 10)} ${line.replace(/^\d+\. /u, '')}`),
    );
    // The bureau’s first days were the last of a year in which nothing was recorded.
    const earlier = told.filter((line) => /^2026-01-04 2025年/u.test(line));
    expect(told.slice(earlier.length)).toEqual([
      '2026-07-01 2026年6月档案安全事项监管“档案安全日常检查”，欠2次',
    ]);
  });

  test('whoever has the published file of the draw alone computes who was visited', async () => {
    const { bureau, draw, commitment } = shared().scene;
    expect(draw).toMatchObject({ status: 'drawn', provable: true, size: 8 });
    // The unit on the key-monitored list is visited anyhow.
    expect([draw.roster.length, draw.excluded.length]).toEqual([79, 1]);
    const stranger = await verified(JSON.stringify(draw), '--commitment', commitment);
    expect(stranger).toMatchObject({ code: 0, told: expect.stringContaining(draw.seed ?? 'no seed') });
    const visited = (await recordsOf(bureau)).filter(({ ruleId }) => ruleId === spotCheck);
    expect(visited.flatMap(({ targets }) => targets)).toEqual(draw.drawn);
    const [gone, ...others] = draw.drawn ?? [];
    const other = draw.roster.find(({ subjectId }) => !draw.drawn?.includes(subjectId))?.subjectId;
    const forged = JSON.stringify({ ...draw, drawn: [other, ...others] });
    expect(gone).not.toBe(other);
    expect(await verified(forged, '--commitment', commitment)).toMatchObject({ code: 1 });
  });
});
