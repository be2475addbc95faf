import { aboveSubject } from './duty-above.ts';
import type { DutyLetter } from './types.ts';
import { isExtension, isPast, shortDay, withPeriod } from './wording.ts';
import { minuteOfDay } from '../domain/time/instant.ts';

/** Titles that can follow a date: 9月30日前报送…. A title such as 开工后填报… cannot: 9月30日前开工后填报…. */
const readsOn = /^(报送|上报|填报|申请|提交|移交|汇总|完成|办理|补办)/u;

/** 【提醒】9月30日前报送2025年度《档案工作情况自查报告》——洪江区教育局 */
export function dutySubject(letter: DutyLetter): string {
  if (letter.above) return `${aboveSubject(letter)}——${letter.bureau}`;
  return `${subject(letter)}——${letter.kind === 'report-up' ? letter.bureau : letter.owner}`;
}

function subject(letter: DutyLetter): string {
  const title = withPeriod(letter.ruleTitle.replace(/^每年/u, ''), letter.period);
  const due = dueShort(letter);
  switch (letter.kind) {
    case 'reminder':
      return `【提醒】${before(title, letter)}`;
    case 'overdue':
      return `【逾期】${title}，期限已于${due}届满`;
    case 'correction':
      if (isExtension(letter)) return `【延期】${title}，办理期限延期至${due}`;
      return letter.ended ? `【更正】${title}无需办理` : `【更正】${title}，到期日期更正为${due}`;
    case 'report-returned':
      return `【退回】${title}，请${isPast(letter) ? '尽快' : `于${due}前`}补正后重新报送`;
    case 'report-up':
      return `【报告】${title}未按期办结`;
    case 'bureau-alert':
      return `【内部提醒】${isPast(letter) ? `${title}，期限已于${due}届满` : before(title, letter)}`;
  }
}

function before(title: string, letter: DutyLetter): string {
  const due = dueShort(letter);
  return letter.dueAt === undefined && readsOn.test(title) ? `${due}前${title}` : `${title}，${due}到期`;
}

function dueShort(letter: DutyLetter): string {
  const due = shortDay(letter.dueOn, letter.today);
  if (letter.dueAt === undefined) return due;
  const minute = minuteOfDay(letter.dueAt);
  return `${due}${Math.floor(minute / 60)}时${String(minute % 60).padStart(2, '0')}分`;
}
