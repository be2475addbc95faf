import { arisesWith } from './arising.ts';
import { fixedDate } from './dates.ts';
import { chineseDay } from './day.ts';
import type { PlanFinding, PlanSubject } from './facts.ts';
import { idOf } from './ids.ts';
import type { Draft, OccurrenceContext } from './occurrences.ts';
import type { DeadlineRule } from '../rules/rule.ts';

/** What a problem found by a check calls for: that it be put right by the day that its record sets. */

/** The part of a regime that turns such problems into duties. */
export const rectificationRuleOf = (regime: string): string => `${regime}/rectification`;

/** A finding is the same as long as its words are: other words are another problem. */
export const findingIdOf = (inspectionId: string, subjectId: string, text: string): string =>
  idOf('finding', inspectionId, subjectId, text);

const LONGEST = 200;

/** The words of a finding on one line, cut where they are too long for a letter. */
export function shortFinding(text: string): string {
  const line = Array.from(text.replace(/\s+/gu, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}

const titleOf = ({ on, text }: PlanFinding): string => `整改${chineseDay(on)}检查发现的问题：${text}`;

/** A duty for each finding of the regime; the day is fixed (rules of counting 2). */
export function findingDrafts(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  return subject.findings
    .filter(({ regime, on }) => regime === rule.regime && arisesWith(rule, on))
    .sort((a, b) => a.rectifyBy - b.rectifyBy || (a.id < b.id ? -1 : 1))
    .map((finding) => ({
      key: finding.id,
      title: titleOf(finding),
      arisesOn: finding.on,
      count(trace) {
        trace?.push({
          rule: '检查记录',
          day: finding.on,
          text: `${chineseDay(finding.on)}的检查记录要求于${chineseDay(finding.rectifyBy)}前整改：${finding.text}`,
        });
        return fixedDate(context.calendar, finding.rectifyBy, trace);
      },
    }));
}
