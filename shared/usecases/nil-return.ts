import { officeOf } from '../contract/principal.ts';
import { dayOf, type Instant } from '../domain/instant.ts';
import { yearMonthDay } from '../domain/day.ts';
import type { Occurrence } from '../domain/occurrences.ts';
import { choicesOf } from '../domain/schedule.ts';
import { factReader } from '../domain/subject-facts.ts';
import { figureOf } from '../rules/rule.ts';
import { listOf } from '../store/keys.ts';
import { readAll, readInOrder } from '../store/read.ts';
import { subjectRecord, type SubjectRecord } from '../store/records.ts';
import type { Context } from './context.ts';
import type { Deps } from './deps.ts';

/** The half-year of a case: that of its filing, else of the day on which it came to light. */
function halfOf(subject: SubjectRecord, createdAt: Instant): string {
  const facts = factReader(subject.facts, subject.recorded);
  const { year, month } = yearMonthDay(facts.day('filedOn') ?? facts.day('discoveredOn') ?? dayOf(createdAt));
  return `${year}-H${month <= 6 ? 1 : 2}`;
}

/** `office:half-year` of every major case. */
async function majorHalves(deps: Deps, jurisdiction: string): Promise<ReadonlySet<string>> {
  const pk = listOf(jurisdiction, 'SUBJECT');
  const keys = await readAll(deps.store, { pk, index: 'list', from: 'case#', to: 'case#~' });
  const cases = (await readInOrder(deps.store, keys)).map((item) => subjectRecord.parse(item));
  return new Set(
    cases
      .filter((subject) => subject.facts['major'] === true)
      .map(
        (subject) =>
          `${officeOf(subject.kind, subject.facts) ?? 'archives'}:${halfOf(subject, subject.createdAt)}`,
      ),
  );
}

const asksForSome = (occurrence: Occurrence, context: Context): boolean => {
  const { onlyIfFigure } = occurrence.rule.deadline;
  return (
    onlyIfFigure !== undefined &&
    figureOf(occurrence.rule, onlyIfFigure, choicesOf(context.settings)) === false
  );
};

/**
 * Leaves out the half-yearly lists of major penalty decisions that a bureau without nil returns does not owe:
 * those of a half-year without a major case (BX (十)二, (四)二; the nil return is discretionary).
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
