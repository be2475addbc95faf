import { awaitsReview } from '../../domain/cases/chain.ts';
import { everyClock } from '../../domain/cases/clocks.ts';
import type { Clock } from '../../domain/cases/clock.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { addDays, chineseDay, day, formatDay } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import { listOf } from '../../records/keys.ts';
import { subjectRecord } from '../../records/subject.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import { stageOf } from '../cases/file.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { OfficeDocument } from './escalations.ts';

/** Days before the end of a period of the law on which the daily mail begins to name it. */
const AHEAD = 3;

const ended: ReadonlySet<string> = new Set(['closed', 'not-filed', 'withdrawn', 'transferred']);

/** The periods of national law that run out in a case or have run out, until what they are for is done. */
export async function caseLines(deps: Deps, context: Context, now: Instant): Promise<OfficeDocument[]> {
  const pk = listOf(context.jurisdiction.id, 'SUBJECT');
  const keys = await readAll(deps.store, { pk, index: 'list', from: 'case#', to: 'case#~' });
  const how = {
    choices: choicesOf(context.settings),
    policy: { calendar: context.calendar, settings: context.settings },
  };
  const today = dayOf(now);
  return (await readInOrder(deps.store, keys)).flatMap((item): OfficeDocument[] => {
    const subject = subjectRecord.of(item);
    const at = subject.retiredOn === undefined ? stageOf(context, subject, formatDay(today)) : undefined;
    if (at?.kind !== 'case' || ended.has(at.file.stage)) return [];
    const review = awaitsReview(at.file, at.rules, how.choices)
      ? [
          {
            office: at.office,
            legal: true,
            line: {
              owner: subject.name,
              document: at.file.stage === 'filing' ? '立案审批' : '行政处罚决定审批',
              number: undefined,
              note: '待法制审核',
            },
          },
        ]
      : [];
    const near = ({ status, until }: Clock): boolean =>
      status === 'overdue' || (status === 'running' && day(until) <= addDays(today, AHEAD));
    const clocks = everyClock(at.file, { ...how, rules: at.rules }, now)
      .office.filter(near)
      .map(({ name, until, status }) => ({
        office: at.office,
        line: {
          owner: subject.name,
          document: name,
          number: undefined,
          note: `${chineseDay(day(until))}${status === 'overdue' ? '已届满，尚未办理' : '届满'}`,
        },
      }));
    return [...review, ...clocks];
  });
}
