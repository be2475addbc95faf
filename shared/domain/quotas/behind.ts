import { parseDay, type Day } from '../time/day.ts';
import type { QuotaSubject } from './types.ts';

/** Whether a compilation task is behind: marked so, or its planned day has passed and nothing was delivered. */
function isBehind({ traits, facts }: QuotaSubject, today: Day): boolean {
  const { plannedOn, deliveredOn } = facts;
  const planned = typeof plannedOn === 'string' ? parseDay(plannedOn) : undefined;
  return traits.includes('behind') || (planned !== undefined && planned < today && deliveredOn === undefined);
}

/** Those behind are checked jointly with the supervision office of the district (HJ 三(四)三). */
export function behindNotes(subjects: readonly (QuotaSubject | undefined)[], today: Day): readonly string[] {
  const names = subjects.flatMap((subject) =>
    subject?.kind === 'compilation-task' && isBehind(subject, today) ? [subject.name] : [],
  );
  return names.length === 0 ? [] : [`进度落后、宜联合督查的有：${names.join('、')}`];
}
