/** A time of day as it was written. */
export interface Time {
  readonly seconds: number;
  /** Seconds east of Greenwich, if a zone was written. */
  readonly offset: number | undefined;
}

const clock =
  /^(?<before>上午|下午|凌晨|中午|晚上)?\s*(?<hour>\d{1,2})(?:(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d{1,9})?)?)|[时点](?:(?<minutes>\d{1,2})分?(?:(?<seconds>\d{1,2})秒?)?|(?<half>半))?)\s*(?<after>am|pm)?\s*(?<zone>.*)$/iu;
const zone = /^(?:z|utc|gmt|(?:utc|gmt)?(?<sign>[+-])(?<ahead>\d{1,2}):?(?<more>\d{2})?)$/iu;

/**
 * Reads `T16:00:00.000Z`, `9:30`, `下午3时05分`, `3:05 PM`. Undefined when the text is not a time. The fraction
 * of a second is dropped.
 */
export function timeOf(text: string): Time | undefined {
  const found = clock.exec(text.replace(/^T\s*/iu, ''))?.groups;
  if (!found) return undefined;
  const hour = hourOf(Number(found['hour']), found['before'] ?? found['after']?.toLowerCase());
  const minute = found['half'] === undefined ? Number(found['minute'] ?? found['minutes'] ?? 0) : 30;
  const second = Number(found['second'] ?? found['seconds'] ?? 0);
  const offset = offsetOf(found['zone'] ?? '');
  if (hour === undefined || minute > 59 || second > 59 || offset === 'none') return undefined;
  return { seconds: (hour * 60 + minute) * 60 + second, offset };
}

/** The hour from 0 to 23; undefined when it contradicts its half of the day. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (half === undefined || hour > 12) return half === 'am' ? undefined : hour;
  const early = half === '上午' || half === '凌晨' || half === 'am';
  if (early) return hour === 12 ? 0 : hour;
  if (half === '晚上' && hour === 12) return undefined;
  if (half === '中午') return hour < 4 ? hour + 12 : hour;
  return hour === 12 ? 12 : hour + 12;
}

function offsetOf(text: string): number | undefined | 'none' {
  if (text.trim() === '') return undefined;
  const found = zone.exec(text.trim())?.groups;
  if (!found) return 'none';
  const [ahead, more] = [Number(found['ahead'] ?? 0), Number(found['more'] ?? 0)];
  if (ahead > 14 || more > 59) return 'none';
  return (found['sign'] === '-' ? -1 : 1) * (ahead * 60 + more) * 60;
}
