import { arisesWith } from './arising.ts';
import { fixedDate } from '../../time/dates.ts';
import { chineseDay } from '../../time/day.ts';
import type { PlanFinding } from '../../register/facts.ts';
import type { Asked, Draft } from './occurrence.ts';

const titleOf = ({ on, text }: PlanFinding): string => `整改${chineseDay(on)}检查发现的问题：${text}`;

/** One duty for each finding of the regime. The day is fixed (rules of counting 2). */
export function findingDrafts({ rule, subject, context }: Asked): Draft[] {
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
