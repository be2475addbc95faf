import { addDays, formatDay, type Day } from '../domain/time/day.ts';
import type { Instant } from '../domain/time/instant.ts';
import { shownIn } from '../domain/time/shown.ts';
import { fitText } from '../domain/text.ts';

/** A calendar entry: all day if it has a day, else at an instant. */
export interface CalendarEvent {
  readonly uid: string;
  /** Increases with every change. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly on: { readonly day: Day } | { readonly at: Instant };
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
}

export interface Calendar {
  readonly name: string;
  readonly description: string;
  readonly events: readonly CalendarEvent[];
}

/** How often a calendar program should ask again (RFC 7986, 5.7, and the property used before it). */
const REFRESH = 'PT6H';

/** The calendar in the form of RFC 5545: lines end in CRLF and have at most 75 octets. */
export function icsOf({ name, description, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//archive-duty//archive-duty//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `X-WR-CALDESC:${text(description)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const changed = utc(event.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    ...('day' in event.on
      ? [`DTSTART;VALUE=DATE:${plain(event.on.day)}`, `DTEND;VALUE=DATE:${plain(addDays(event.on.day, 1))}`]
      : [`DTSTART:${utc(event.on.at)}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    'END:VEVENT',
  ];
}

const plain = (day: Day): string => formatDay(day).replaceAll('-', '');

/** `20260930T010000Z`: an instant in UTC needs no description of a time zone. */
const utc = (value: Instant): string => shownIn('utc', value).toFormat("yyyyMMdd'T'HHmmss'Z'");

/** A value of type TEXT (RFC 5545, 3.3.11). Other control characters are not allowed in it. */
function text(value: string): string {
  return fitText(value)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const OCTETS = 75;

/** Folded into lines of at most 75 octets (RFC 5545, 3.1), never inside a character. */
export function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
