import { day, formatDay, type Day } from '../../domain/time/day.ts';
import { shortDay } from '../../letters/wording.ts';
import { outlookRecord } from '../../records/outlook.ts';
import type { Deps } from '../deps.ts';

const number = new Intl.NumberFormat('en');

/** What the daily mail says of days on which the mail provider will not take everything. */
export async function outlookLines({ store, pace }: Deps, today: Day): Promise<string[]> {
  if (!pace?.limits.email) return [];
  const { short = [] } = (await outlookRecord.read(store, 'email')) ?? {};
  return short
    .filter((one) => one.day >= formatDay(today))
    .map(
      (one) =>
        `${shortDay(day(one.day), today)}各单位到期的通知共约${number.format(one.due)}件，超过邮件渠道当日可以发送的${number.format(one.fits)}件；限时事项和逾期通知先发，其余提醒顺延，来不及提醒的请另行联系`,
    );
}
