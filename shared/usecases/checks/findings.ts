import type { Actor } from '../../domain/actor.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { findingIdOf, rectificationRuleOf, shortFinding } from '../../domain/checks/finding.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { obligationIdOf } from '../../domain/ids.ts';
import type { FollowUpDue } from '../../domain/quotas/types.ts';
import {
  inspectionRecord,
  type InspectionContent,
  type InspectionRecord,
  inspectionsOf,
} from '../../records/inspection.ts';
import { readAll } from '../../store/read.ts';
import { type FindingRecord } from '../../records/records.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { planAround } from '../duties/plan-around.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** What follows from the findings of a check: duties to put them right, and follow-up visits. */

type Finding = InspectionContent['findings'][number];

/**
 * The subjects for which a record, or an earlier version of it, sets a day by which something must be put
 * right.
 */
export function subjectsToRectify({ content, originals }: InspectionRecord): string[] {
  const said = [content, ...originals.map((original) => original.content)];
  const findings = said.flatMap((one) => one.findings).filter(({ rectifyBy }) => rectifyBy !== undefined);
  return [...new Set(findings.map(({ subjectId }) => subjectId))];
}

/**
 * Updates the findings that the subjects of a record carry, and plans their duties. Repeatable, in any order:
 * the record is read after the subject, and the subject is written only if its version has not changed.
 */
export async function settleFindings(
  deps: Deps,
  context: Context,
  inspectionId: string,
  by: Actor,
): Promise<void> {
  const record = await recordOf(deps, context.jurisdiction.id, inspectionId);
  for (const subjectId of record ? subjectsToRectify(record) : []) {
    const subject = await settled(deps, context.jurisdiction.id, subjectId, inspectionId);
    if (subject) await planAround(deps, context, subject, by);
  }
}

async function settled(
  deps: Deps,
  jurisdiction: string,
  subjectId: string,
  inspectionId: string,
): Promise<SubjectRecord | undefined> {
  const { record } = await subjectRecord.change(
    deps.store,
    { jurisdiction, id: subjectId },
    async (subject) => {
      if (!subject) return undefined;
      const check = await inspectionRecord.read(deps.store, { jurisdiction, id: inspectionId });
      const present = subject.findings ?? [];
      const wanted = check ? toRectify(check, subjectId) : [];
      const own = present.filter((finding) => finding.inspectionId === inspectionId);
      if (JSON.stringify(own.map(facts)) === JSON.stringify(wanted.map(facts))) return undefined;
      const others = present.filter((finding) => finding.inspectionId !== inspectionId);
      return { ...subject, findings: [...others, ...wanted] };
    },
  );
  return record;
}

const facts = ({ id, regime, on, rectifyBy }: FindingRecord) => [id, regime, on, rectifyBy];

function toRectify({ id, content }: InspectionRecord, subjectId: string): FindingRecord[] {
  return content.findings.flatMap((finding): FindingRecord[] => {
    const { text, rectifyBy } = finding;
    if (finding.subjectId !== subjectId || rectifyBy === undefined) return [];
    return [
      {
        id: findingIdOf(id, subjectId, text),
        inspectionId: id,
        regime: content.regime,
        on: formatDay(dayOf(content.at)),
        rectifyBy,
        text: shortFinding(text),
      },
    ];
  });
}

async function recordOf(deps: Deps, jurisdiction: string, id: string): Promise<InspectionRecord | undefined> {
  return inspectionRecord.read(deps.store, { jurisdiction, id });
}

/** The state of a finding, derived from its duty and from later records of checks. */
export interface FollowedFinding {
  readonly obligationId?: string;
  readonly followUp?: { readonly inspectionId: string; readonly on: string };
}

export type Followed = (record: InspectionRecord, finding: Finding) => FollowedFinding;

/**
 * For the findings of some records: the duty that each became, and the first later check of the same regime and
 * subject. Later means on or after the day on which the finding was put right; until that is known, the day by
 * which it has to be.
 */
export async function followedFindings(
  deps: Deps,
  jurisdiction: string,
  records: readonly InspectionRecord[],
): Promise<Followed> {
  const traced = await traceOf(deps, jurisdiction, records);
  return (record, finding) => {
    const { duty, visit } = traced(record, finding);
    return {
      ...(duty === undefined ? {} : { obligationId: duty.id }),
      ...(visit === undefined
        ? {}
        : { followUp: { inspectionId: visit.id, on: formatDay(dayOf(visit.content.at)) } }),
    };
  };
}

/** The duty and the follow-up of a finding. Empty for a finding without a day. */
interface Trace {
  readonly duty?: ObligationRecord | undefined;
  /** The first day on which a check counts as the follow-up, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly visit?: InspectionRecord | undefined;
}

async function traceOf(
  deps: Deps,
  jurisdiction: string,
  records: readonly InspectionRecord[],
): Promise<(record: InspectionRecord, finding: Finding) => Trace> {
  const dated = records.flatMap((record) =>
    record.content.findings
      .filter(({ rectifyBy }) => rectifyBy !== undefined)
      .map((finding) => ({ record, id: dutyIdOf(record, finding) })),
  );
  if (dated.length === 0) return () => ({});
  const places = [...new Set(dated.map(({ id }) => id))].map((id) => ({ jurisdiction, id }));
  const [first = ''] = dated.map(({ record }) => record.id).sort();
  const [found, later] = await Promise.all([
    obligationRecord.readMany(deps.store, places),
    readAll(deps.store, { ...inspectionsOf(jurisdiction), from: first }),
  ]);
  const duties = new Map(found.map((duty) => [duty.id, duty] as const));
  const checks = later.map(inspectionRecord.of).sort((a, b) => a.content.at - b.content.at);
  return (record, finding) => {
    if (finding.rectifyBy === undefined) return {};
    const duty = duties.get(dutyIdOf(record, finding));
    const from = rightedOn(finding.rectifyBy, duty);
    return { duty, from, visit: checks.find((check) => follows(check, record, finding, from)) };
  };
}

/**
 * The findings whose rectification nobody has checked yet. Findings whose duty was waived or superseded are
 * left out.
 */
export async function followUpsDue(
  deps: Deps,
  jurisdiction: string,
  records: readonly InspectionRecord[],
): Promise<FollowUpDue[]> {
  const traced = await traceOf(deps, jurisdiction, records);
  return records.flatMap((record) =>
    record.content.findings.flatMap((finding): FollowUpDue[] => {
      const { subjectId, rectifyBy, text } = finding;
      const { duty, from, visit } = traced(record, finding);
      if (rectifyBy === undefined || from === undefined || visit !== undefined) return [];
      if (duty?.closed?.how === 'waived' || duty?.closed?.how === 'superseded') return [];
      const { regime } = record.content;
      return [
        { inspectionId: record.id, subjectId, regime, from: day(from), rectifyBy, text: shortFinding(text) },
      ];
    }),
  );
}

const dutyIdOf = ({ id, content }: InspectionRecord, { subjectId, text }: Finding): string =>
  obligationIdOf(subjectId, rectificationRuleOf(content.regime), findingIdOf(id, subjectId, text));

/** The day on which it was put right. Until that is known, the day by which it has to be. */
function rightedOn(rectifyBy: string, duty: ObligationRecord | undefined): string {
  const { closed } = duty ?? {};
  return closed?.how === 'fulfilled' || closed?.how === 'fulfilled-late' ? closed.on : rectifyBy;
}

function follows(
  check: InspectionRecord,
  record: InspectionRecord,
  { subjectId }: Finding,
  from: string,
): boolean {
  return (
    check.id !== record.id &&
    check.content.at > record.content.at &&
    check.content.regime === record.content.regime &&
    check.content.targets.includes(subjectId) &&
    formatDay(dayOf(check.content.at)) >= from
  );
}
