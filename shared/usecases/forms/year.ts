import { statusOf } from '../../domain/duties/state.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ReportState, UnitInYear } from '../../documents/duties/parts.ts';
import { inspectionRecord, inspectionsOf, type InspectionContent } from '../../records/inspection.ts';
import { listOf } from '../../records/keys.ts';
import { obligationRecord, type ObligationRecord } from '../../records/obligation.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { readAll } from '../../store/read.ts';
import { wholeList } from '../register/population.ts';
import type { Request } from '../request.ts';

/** What the records say of the units in one year. */
export interface YearRecords {
  readonly units: readonly UnitInYear[];
  /** Whether units owe reports in this regime. */
  readonly hasReports: boolean;
  /** When something of it was last recorded. */
  readonly at: Instant;
}

/** Marks of the units that the regime is about, where nobody owes a report: LQ 四(二)一. */
const inScope: ReadonlySet<string> = new Set(['professional-archives', 'long-retention', 'vital-database']);

/**
 * The units that owed a report about `reportsOn`, and those that were checked in `year`; where nobody owes reports,
 * also those that the regime is about. By code.
 */
export async function yearRecords(
  request: Request,
  { regime, year, reportsOn }: { readonly regime: string; readonly year: string; readonly reportsOn: string },
): Promise<YearRecords> {
  const { deps, context } = request;
  const jurisdiction = context.jurisdiction.id;
  const from = [year, reportsOn].sort()[0] ?? year;
  const duties = (
    await wholeList(deps, listOf(jurisdiction, 'OBLIGATION'), {
      from: `${from}-01-01`,
      to: `${Number(year) + 2}-12-31#~`,
    })
  )
    .map(obligationRecord.of)
    .filter(({ closed }) => closed?.how !== 'superseded');
  const reports = new Map(
    duties
      .filter(({ ruleId, period }) => ruleId === `${regime}/self-inspection-report` && period === reportsOn)
      .map((duty) => [duty.subjectId, duty]),
  );
  const open = duties.filter(
    ({ ruleId, arisesOn, closed }) =>
      ruleId === `${regime}/rectification` && arisesOn.startsWith(year) && closed === undefined,
  );
  const records = (
    await readAll(deps.store, { ...inspectionsOf(jurisdiction), from: `${year}0101`, to: `${year}1231~` })
  )
    .map(inspectionRecord.of)
    .filter(({ content }) => content.regime === regime);
  const checks = records.map(({ content }) => content);
  const hasReports = context.rulebook.ruleOf(`${regime}/self-inspection-report`) !== undefined;
  const subjects = (await wholeList(deps, listOf(jurisdiction, 'SUBJECT')))
    .map(subjectRecord.of)
    .filter((subject) => isAssessed(subject, reports, checks, hasReports));
  const now = deps.clock.now();
  return {
    hasReports,
    units: subjects.map((subject) => unitInYear(subject, { reports, open, checks, now })),
    at: [...reports.values()]
      .map(({ datedAt, closed, report }) => closed?.at ?? report?.at ?? datedAt)
      .concat(records.map(({ recordedAt }) => recordedAt))
      .reduce((latest, at) => (at > latest ? at : latest), subjects[0]?.createdAt ?? now),
  };
}

type Reports = ReadonlyMap<string, ObligationRecord>;

function isAssessed(
  { id, kind, traits, retiredOn }: SubjectRecord,
  reports: Reports,
  checks: readonly InspectionContent[],
  hasReports: boolean,
): boolean {
  if (kind !== 'unit') return false;
  if (reports.has(id) || checks.some(({ targets }) => targets.includes(id))) return true;
  return !hasReports && retiredOn === undefined && traits.some((trait) => inScope.has(trait));
}

function unitInYear(
  { id, name, code, nature }: SubjectRecord,
  of: {
    readonly reports: Reports;
    readonly open: readonly ObligationRecord[];
    readonly checks: readonly InspectionContent[];
    readonly now: Instant;
  },
): UnitInYear {
  const duty = of.reports.get(id);
  return {
    name,
    code,
    isPrivate: nature === undefined || nature === 'private' || nature === 'individual',
    report: duty && {
      state: reportState(duty, of.now),
      dueOn: effectiveDue(duty),
      on: duty.closed?.how === 'waived' ? undefined : (duty.closed?.on ?? duty.report?.on),
    },
    checks: of.checks.filter(({ targets }) => targets.includes(id)).length,
    findings: of.checks.flatMap(({ findings }) => findings).filter(({ subjectId }) => subjectId === id)
      .length,
    unrectified: of.open.filter(({ subjectId }) => subjectId === id).length,
  };
}

function reportState(duty: ObligationRecord, now: Instant): ReportState {
  const { closed, report } = duty;
  if (closed?.how === 'fulfilled') return 'in-time';
  if (closed?.how === 'fulfilled-late') return 'late';
  if (closed) return 'waived';
  if (report) return report.state;
  return statusOf(duty, now) === 'overdue' ? 'missing' : 'not-due';
}
