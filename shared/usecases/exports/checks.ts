import { nameOf } from '../people.ts';
import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import type { Quota } from '../../domain/quotas/types.ts';
import { figureWords } from '../../vocabulary/figure-words.ts';
import * as words from '../../vocabulary/value-words.ts';
import type { DrawRecord } from '../../records/draw.ts';
import type { StaffMember } from '../../records/staff.ts';
import { statusOf } from '../draws/view.ts';
import { listDraws } from '../draws/list.ts';
import {
  collect,
  lettersOf,
  namesOf,
  PAGE,
  regimeTitle,
  sheetOf,
  type Column,
  type Exported,
} from './collect.ts';
import { inspectionView } from '../checks/view.ts';
import { listInspections } from '../checks/list.ts';
import { ownSubjects } from '../register/own-subjects.ts';
import { listQuotas } from '../quotas/list.ts';
import type { Request } from '../request.ts';

type Query<Name extends keyof typeof exportLists> = z.output<(typeof exportLists)[Name]['query']>;
type NameOf = (id: string | undefined) => string | undefined;
const itself: NameOf = (id) => id;

type Inspection = ReturnType<typeof inspectionView>;

const inspectionColumns = ({ context: { rulebook } }: Request, nameOf: NameOf): Column<Inspection>[] => [
  { heading: '检查时间', of: ({ at }) => at },
  { heading: '监管制度', of: ({ regime }) => regimeTitle(rulebook, regime) },
  { heading: '检查任务', of: ({ ruleId, at }) => ruleId && rulebook.ruleOf(ruleId, at.slice(0, 10))?.title },
  { heading: '规则', of: ({ ruleId }) => ruleId },
  { heading: '方式', of: ({ mode }) => words.wordFor(words.modeWords, mode) },
  { heading: '来源', of: ({ cause }) => words.wordFor(words.causeWords, cause) },
  { heading: '检查对象', of: ({ targets }) => targets.map(nameOf).join('、') },
  {
    heading: '检查人员',
    of: ({ officers }) => officers.map(({ name, certificate = '' }) => `${name}${certificate}`).join('、'),
  },
  { heading: '检查项数', of: ({ checklist }) => checklist.length },
  { heading: '问题数', of: ({ findings }) => findings.length },
  {
    heading: '问题',
    of: ({ findings }) =>
      findings
        .map(({ subjectId, text, severity, rectifyBy }) =>
          [
            nameOf(subjectId),
            text,
            words.wordFor(words.severityWords, severity),
            rectifyBy && `限${rectifyBy}前改正`,
          ]
            .filter(Boolean)
            .join(' '),
        )
        .join('；'),
  },
  { heading: '更正次数', of: ({ originals }) => originals.length },
  { heading: '检查编号', of: ({ id }) => id },
];

export async function exportInspections(request: Request, query: Query<'inspections'>): Promise<Exported> {
  const own = await ownSubjects(request);
  const { entries, nextCursor } = await collect(
    async (cursor) => {
      const page = await listInspections(request, { ...query, limit: PAGE, cursor });
      return { ...page, items: page.items.map((record) => inspectionView(request, record, [], own)) };
    },
    query.cursor,
    lettersOf(inspectionColumns(request, itself)),
  );
  const nameOf = await namesOf(
    request,
    entries.flatMap(({ targets }) => targets),
  );
  return { sheet: sheetOf('监督检查', inspectionColumns(request, nameOf), entries), nextCursor };
}

const drawColumns = ({ context: { rulebook } }: Request): Column<DrawRecord>[] => [
  {
    heading: '检查任务',
    of: ({ ruleId, committedAt }) => rulebook.ruleOf(ruleId, formatDay(dayOf(committedAt)))?.title,
  },
  { heading: '规则', of: ({ ruleId }) => ruleId },
  { heading: '期间', of: ({ period }) => period },
  { heading: '次序', of: ({ number }) => number },
  { heading: '状态', of: (record) => words.wordFor(words.drawStatusWords, statusOf(record)) },
  { heading: '名单数', of: ({ rosterSize }) => rosterSize },
  { heading: '抽取数', of: ({ size }) => size },
  { heading: '公布时间', of: ({ committedAt }) => formatInstant(committedAt) },
  { heading: '承诺值', of: ({ commitment }) => commitment },
  { heading: '抽取时间', of: ({ result }) => result && formatInstant(result.at) },
  { heading: '终止时间', of: ({ abandoned }) => abandoned && formatInstant(abandoned.at) },
  { heading: '抽取编号', of: ({ id }) => id },
];

export async function exportDraws(request: Request, query: Query<'draws'>): Promise<Exported> {
  const { entries, nextCursor } = await collect(
    (cursor) => listDraws(request, { ...query, limit: PAGE, cursor }),
    query.cursor,
    lettersOf(drawColumns(request)),
  );
  return { sheet: sheetOf('随机抽查', drawColumns(request), entries), nextCursor };
}

/** 检查次数 4，检查对象数 10–20 */
const amounts = (of: Readonly<Record<string, Amount | undefined>>): string =>
  Object.entries(of)
    .flatMap(([name, value]) =>
      value === undefined ? [] : `${words.wordFor(amountWords, name)} ${amount(value)}`,
    )
    .join('，');

type Amount = number | boolean | { readonly min?: number; readonly max?: number };
function amount(value: Amount): string {
  if (typeof value !== 'object') return String(value);
  const { min, max } = value;
  if (min === undefined) return max === undefined ? '' : `最多${max}`;
  if (max === undefined) return `至少${min}`;
  return min === max ? String(min) : `${min}–${max}`;
}

const amountWords: Readonly<Record<string, string>> = { ...figureWords, amount: '金额（元）' };

/** All quotas in one file. */
export async function exportQuotas(request: Request, query: Query<'quotas'>): Promise<Exported> {
  const { context, deps } = request;
  const on = query.on === undefined ? dayOf(deps.clock.now()) : day(query.on);
  const quotas = await listQuotas(request, on);
  const nameOf = await namesOf(
    request,
    quotas.flatMap(({ subjectId }) => subjectId ?? []),
  );
  const columns: Column<Quota>[] = [
    { heading: '检查任务', of: ({ ruleId, period }) => context.rulebook.ruleOf(ruleId, period.from)?.title },
    { heading: '规则', of: ({ ruleId }) => ruleId },
    { heading: '监管对象', of: ({ subjectId }) => nameOf(subjectId) },
    { heading: '期间', of: ({ period }) => period.key },
    { heading: '总数', of: ({ population }) => population },
    { heading: '要求', of: ({ required }) => amounts({ ...required }) },
    { heading: '已完成', of: ({ done }) => amounts({ ...done }) },
    { heading: '尚缺', of: ({ remaining }) => amounts({ ...remaining }) },
    { heading: '最晚开始日', of: ({ latestSafeDay }) => latestSafeDay },
    { heading: '状态', of: ({ status }) => words.wordFor(words.quotaStatusWords, status) },
    { heading: '说明', of: ({ explanation }) => explanation },
  ];
  return { sheet: sheetOf('检查指标', columns, quotas), nextCursor: null };
}

const staffColumns = (staff: readonly StaffMember[]): readonly Column<StaffMember>[] => [
  { heading: '人员编号', of: ({ sub }) => sub },
  { heading: '姓名', of: ({ name }) => name },
  { heading: '角色', of: ({ role }) => words.wordFor(words.roleWords, role) },
  { heading: '科室', of: ({ office }) => words.wordFor(words.officeWords, office) },
  { heading: '电子邮箱', of: ({ email }) => email },
  { heading: '执法证号', of: ({ certificate }) => certificate?.number },
  { heading: '执法证有效期至', of: ({ certificate }) => certificate?.validUntil },
  {
    heading: '代理',
    of: ({ deputyFor }) => deputyFor && `${nameOf(staff, deputyFor.sub)} ${deputyFor.from}—${deputyFor.to}`,
  },
];

/** The whole staff list in one file. */
export const exportStaff = async ({ context }: Request): Promise<Exported> => ({
  sheet: sheetOf('工作人员', staffColumns(context.staff), context.staff),
  nextCursor: null,
});
