import { chineseDay, weekdayName, yearMonthDay, yearOf, type Day } from '../domain/time/day.ts';
import { minuteOfDay, type Instant } from '../domain/time/instant.ts';
import type { DutyLetter } from './types.ts';

/** Phrases that several letters use. */

export const REMINDER_ONLY = '本邮件为工作提醒，不作为法律文书送达。';
export const REPORT_ONLY = '本邮件为工作情况报告，不作为正式公文。';

/** The bureau’s list of responsibilities is its own procedure and not a law, so it is not called 依据. */
export const CLAUSE = '制度条款';

/** 2026年9月30日（星期三） */
export function dated(day: Day): string {
  return `${chineseDay(day)}（${weekdayName(day)}）`;
}

/** 2026年9月30日（星期三）16时30分 */
export function datedInstant(day: Day, instant: Instant): string {
  const minute = minuteOfDay(instant);
  return `${dated(day)}${Math.floor(minute / 60)}时${String(minute % 60).padStart(2, '0')}分`;
}

/** For subject lines: the year only if it is not this year. */
export function shortDay(day: Day, today: Day): string {
  const { month, day: dayOfMonth } = yearMonthDay(day);
  return yearOf(day) === yearOf(today) ? `${month}月${dayOfMonth}日` : chineseDay(day);
}

/** The word that an office uses for itself: 局, 馆, 办; 单位 for any other name. */
export function officeWord(bureau: string): string {
  if (bureau.endsWith('办公室')) return '办';
  return /[局馆办]$/u.exec(bureau)?.[0] ?? '单位';
}

/**
 * Puts the period in its place: 上一年度《…》 becomes 2025年度《…》; otherwise the period follows in brackets.
 */
export function withPeriod(text: string, period: string | undefined): string {
  if (period === undefined || text.includes(period)) return text;
  if (text.includes('上一年度')) return text.replace('上一年度', period);
  if (text.includes('（年度）')) return text.replace('（年度）', `（${period}）`);
  return `${text.replace(/^每年/u, '')}（${period}）`;
}

/** “填报《重点建设项目档案管理登记表》（2026年度）”; what is quoted in the title has the inner marks. */
export function duty({ ruleTitle, period }: Pick<DutyLetter, 'ruleTitle' | 'period'>): string {
  return `“${withPeriod(ruleTitle, period).replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** The due day in the form of the letter, with the hour for a duty by the hour. */
export function dueText(letter: DutyLetter): string {
  return letter.dueAt === undefined ? dated(letter.dueOn) : datedInstant(letter.dueOn, letter.dueAt);
}

/** The same in a sentence, when no row beside it says that the day may still change. */
export function dueInSentence(letter: DutyLetter): string {
  return `${dueText(letter)}${letter.provisional ? '（暂定）' : ''}`;
}

export function isPast(letter: DutyLetter): boolean {
  return letter.dueOn < letter.today || letter.workingDaysLeft < 0;
}

/** A later day than the one told, by a leader’s decision: no mistake is corrected. */
export function isExtension({ kind, extended, ended, toldBefore, dueOn }: DutyLetter): boolean {
  return kind === 'correction' && extended && !ended && !(toldBefore !== undefined && toldBefore > dueOn);
}

/** 已超过3个工作日: complete working days since the due day. Undefined before the first is complete. */
export function daysOver({ dueAt, workingDaysLeft }: DutyLetter): string | undefined {
  return dueAt === undefined && workingDaysLeft < 0 ? `已超过${-workingDaysLeft}个工作日` : undefined;
}

/** 距到期还有5个工作日; a duty by the hour counts no working days. */
export function timeLeft(letter: DutyLetter): string {
  if (letter.dueAt !== undefined) return '按小时连续计算，休息日不顺延';
  if (isPast(letter)) return ['期限已届满', daysOver(letter)].filter(Boolean).join('，');
  if (letter.dueOn === letter.today) return '今日到期';
  if (letter.actBy === letter.today) return '今日为到期前最后一个工作日';
  return letter.workingDaysLeft > 0 ? `距到期还有${letter.workingDaysLeft}个工作日` : '到期前已无工作日';
}

/** Only when the due day is a rest day and the last working day before it is still to come. */
export function safeDay(letter: DutyLetter): string | undefined {
  if (letter.dueAt !== undefined || letter.actBy >= letter.dueOn || isPast(letter)) return undefined;
  if (letter.actBy < letter.today) return '到期日为休息日，请尽快办理';
  if (letter.actBy === letter.today) return '到期日为休息日，为稳妥起见，请于今日办理';
  return `到期日为休息日，为稳妥起见，请于${dated(letter.actBy)}前办理，该日为到期前最后一个工作日`;
}

const standings: Readonly<Record<string, { readonly text: string; readonly saidBy: RegExp }>> = {
  'in-force': { text: '现行有效', saidBy: /现行/u },
  amended: { text: '已修订', saidBy: /修订|修正/u },
  repealed: { text: '已废止', saidBy: /^已废止/u },
  unverified: { text: '现行效力未核实', saidBy: /未核实/u },
};

/** 《档案法实施办法》（已废止，2024年3月1日起由实施条例取代） */
export function basisText(entry: DutyLetter['basis'][number]): string {
  const standing = standings[entry.status] ?? { text: entry.status, saidBy: /^$/u };
  const note = entry.note?.trim() ?? '';
  const said = note === '' ? standing.text : standing.saidBy.test(note) ? note : `${standing.text}，${note}`;
  return `${entry.instrument}（${said}）`;
}

/** The instruments of the source that are in force, for people outside: names only, without our doubts. */
export function inForce(basis: DutyLetter['basis']): string[] {
  return basis
    .filter(({ status }) => status === 'in-force' || status === 'amended')
    .map(({ instrument }) => instrument);
}

export function askText(person: DutyLetter['ask'][number]): string {
  const phone = person.phone === undefined ? [] : [`电话${person.phone}`];
  const email = person.email === undefined ? [] : [`邮箱${person.email}`];
  return [person.name, ...phone, ...email].join('，');
}

export function sentence(text: string): string {
  return /[。！？]$/u.test(text) ? text : `${text}。`;
}
