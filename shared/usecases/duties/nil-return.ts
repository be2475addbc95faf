import { officeOf } from '../../domain/principal.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { day, formatDay, yearMonthDay } from '../../domain/time/day.ts';
import type { Occurrence } from '../../domain/duties/due/occurrence.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { factReader } from '../../domain/register/subject-facts.ts';
import { figureOf } from '../../rules/rule.ts';
import { listOf } from '../../records/keys.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { caseEntries } from '../register/case-entries.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/**
 * The half-year of a major case: that of its decision. A case without events uses the day of its filing, or
 * else the day of discovery. Undefined when nothing was decided.
 */
function halfOf(subject: SubjectRecord): string | undefined {
  const facts = factReader(subject.facts, subject.recorded);
  const walked = subject.stage === undefined ? undefined : decisionOf(subject);
  if (subject.stage !== undefined && walked === undefined) return undefined;
  const on = walked === undefined ? undefined : day(walked.on);
  const known = on ?? facts.day('filedOn') ?? facts.day('discoveredOn') ?? dayOf(subject.createdAt);
  const { year, month } = yearMonthDay(known);
  return `${year}-H${month <= 6 ? 1 : 2}`;
}

function decisionOf(subject: SubjectRecord): { readonly on: string; readonly number: string } | undefined {
  return caseEntries(subject).flatMap(({ body }) => (body.event === 'decision-approval' ? [body] : []))[0];
}

export interface MajorCase {
  readonly subjectId: string;
  readonly name: string;
  readonly office: string;
  readonly half: string;
  readonly decidedOn: string | undefined;
  readonly number: string | undefined;
  readonly fine: number | undefined;
}

/** All major cases of the jurisdiction with a decision. */
export async function majorCases(deps: Deps, jurisdiction: string): Promise<MajorCase[]> {
  const pk = listOf(jurisdiction, 'SUBJECT');
  const keys = await readAll(deps.store, { pk, index: 'list', from: 'case#', to: 'case#~' });
  const cases = (await readInOrder(deps.store, keys)).map(subjectRecord.of);
  return cases.flatMap((subject): MajorCase[] => {
    const half = subject.facts['major'] === true ? halfOf(subject) : undefined;
    if (half === undefined) return [];
    const decision = decisionOf(subject);
    const { fine } = subject.facts;
    return [
      {
        subjectId: subject.id,
        name: subject.name,
        office: officeOf(subject.kind, subject.facts) ?? 'archives',
        half,
        decidedOn: decision?.on,
        number: decision?.number,
        fine: typeof fine === 'number' ? fine : undefined,
      },
    ];
  });
}

/** `office:half-year` of every major case. */
async function majorHalves(deps: Deps, jurisdiction: string): Promise<ReadonlySet<string>> {
  const cases = await majorCases(deps, jurisdiction);
  return new Set(cases.map(({ office, half }) => `${office}:${half}`));
}

const asksForSome = (occurrence: Occurrence, context: Context): boolean => {
  const { onlyIfFigure } = occurrence.rule.deadline;
  return (
    onlyIfFigure !== undefined &&
    figureOf(occurrence.rule, onlyIfFigure, choicesOf(context.settings), formatDay(occurrence.arisesOn)) ===
      false
  );
};

/**
 * Removes the half-yearly lists of major penalty decisions for half-years without a major case, if the bureau
 * files no nil returns (BX (十)二, (四)二; the nil return is discretionary).
 */
export async function withoutNilReturns(
  deps: Deps,
  context: Context,
  occurrences: readonly Occurrence[],
): Promise<readonly Occurrence[]> {
  if (!occurrences.some((occurrence) => asksForSome(occurrence, context))) return occurrences;
  const halves = await majorHalves(deps, context.jurisdiction.id);
  return occurrences.filter(
    (occurrence) =>
      !asksForSome(occurrence, context) || halves.has(`${occurrence.rule.office}:${occurrence.period ?? ''}`),
  );
}
