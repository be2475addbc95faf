import { findingBehind } from '../../domain/checks/finding-of.ts';
import { chineseDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { InspectionRecord } from '../../records/inspection.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { checksFrom, clearingAmong } from '../checks/clearing.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { competentBody, namedCompetent, tellsCompetent } from '../register/competent.ts';
import { dutyRule } from '../register/rule-of.ts';

/** A late duty, with the rule and the subject that it belongs to. */
interface Late {
  readonly rule: DeadlineRule;
  readonly subject: SubjectRecord;
  readonly obligation: ObligationRecord;
}

/** What the bureau must do itself about late duties, by obligation: nothing was drafted, somebody was not told. */
export async function notesOf(
  deps: Pick<Deps, 'store'>,
  context: Context,
  obligations: readonly ObligationRecord[],
  subjects: ReadonlyMap<string, SubjectRecord>,
): Promise<ReadonlyMap<string, string>> {
  const late = obligations.flatMap((obligation): Late[] => {
    const rule = dutyRule(context.rulebook, obligation);
    const subject = subjects.get(obligation.subjectId);
    return rule && subject ? [{ rule, subject, obligation }] : [];
  });
  const checks = await checksBehind(deps, context, late);
  const notes = new Map<string, string>();
  for (const one of late) {
    const note = ofFinding(one, checks) ?? (await ofDepartment(deps, one));
    if (note !== undefined) notes.set(one.obligation.id, note);
  }
  return notes;
}

/** The checks from the earliest that found one of the problems. */
async function checksBehind(
  deps: Pick<Deps, 'store'>,
  { jurisdiction }: Context,
  late: readonly Late[],
): Promise<readonly InspectionRecord[]> {
  const ids = late.flatMap(({ rule, subject, obligation }) => {
    const found = findingBehind(rule, subject, obligation);
    return found ? [found.inspectionId] : [];
  });
  const [first] = ids.sort();
  return first === undefined ? [] : checksFrom(deps, jurisdiction.id, first);
}

/** A problem that was not put right: why nothing was drafted for it. */
function ofFinding(
  { rule, subject, obligation }: Late,
  checks: readonly InspectionRecord[],
): string | undefined {
  const found = findingBehind(rule, subject, obligation);
  if (!found) return undefined;
  const { inspectionId } = found;
  const clearing = clearingAmong(checks, { subjectId: subject.id, inspectionId });
  if (clearing)
    return `${chineseDay(dayOf(clearing.content.at))}复查未再发现问题，未起草文书，请确认是否办结`;
  return rule.deadline.pursuit === 'ladder' ? undefined : '制度没有规定相应的文书，未起草，请研究处理';
}

/** The competent department that the register names and no unit above answers for. */
async function ofDepartment(deps: Pick<Deps, 'store'>, { rule, subject }: Late): Promise<string | undefined> {
  const name = namedCompetent(subject);
  if (name === undefined || !tellsCompetent(rule.deadline.tell)) return undefined;
  const body = await competentBody(deps, subject);
  const isReached = body?.contacts.some(({ email }) => email !== undefined) === true;
  return isReached ? undefined : `项目主管部门（${name}）没有可用的邮箱，未能告知`;
}
