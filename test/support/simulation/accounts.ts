import { z } from 'zod';
import { formatDay } from '../../../shared/domain/time/day.ts';
import { dayOf, sortableInstant } from '../../../shared/domain/time/instant.ts';
import { noticeRecord, type NoticeRecord } from '../../../shared/records/notice.ts';
import type { HandOver } from './provider.ts';
import type { Simulation } from './simulation.ts';
import { type ObligationRecord, obligationRecord } from '../../../shared/records/obligation.ts';

const within = (simulation: Simulation, sk: string) =>
  simulation.world.store.dump().filter((item) => item.pk.includes('#S#') && item.sk.startsWith(sk));

export const noticesIn = (simulation: Simulation): NoticeRecord[] =>
  within(simulation, 'N#').map(noticeRecord.of);

const dutiesIn = (simulation: Simulation): ObligationRecord[] =>
  within(simulation, '2#').map(obligationRecord.of);

/**
 * `2026-03-02 archivist@unit.example.com 【提醒】…`: the day on which it was first due to be sent, to whom, the
 * subject.
 */
export const lineOf = ({ at, to, subject }: Pick<HandOver, 'at' | 'to' | 'subject'>): string =>
  `${formatDay(dayOf(at))} ${to} ${subject}`;

/** What was delivered, as lines in an order of their own. */
export const delivered = (simulation: Simulation): string[] =>
  simulation.world.provider.mailbox.map(lineOf).sort();

/** The outcome of each duty: its dates, its steps, how it ended, and its history. */
export function outcomes(simulation: Simulation): object[] {
  return dutiesIn(simulation).map(({ history, closed, report, ...duty }) => ({
    ...duty,
    version: undefined,
    closed: closed && { how: closed.how, on: closed.on, at: closed.at },
    report: report && { state: report.state, on: report.on, at: report.at },
    history: history.map(({ at, what, text }) => ({ at, what, text })),
  }));
}

const last = z.object({ pk: z.string(), at: z.string() });

/** By subject, the day of its last notice, as in the status look-up. */
export const lastNotices = (simulation: Simulation): string[] =>
  within(simulation, '1').map((item) => {
    const { pk, at } = last.parse(item);
    return `${pk} ${at.slice(0, 10)}`;
  });

/** What should not exist when everything has been handled; each in words. */
export function looseEnds(simulation: Simulation): string[] {
  const now = sortableInstant(simulation.now);
  const items = simulation.world.store.dump();
  const notices = noticesIn(simulation);
  const taken = new Set(simulation.world.provider.mailbox.map((message) => message.noticeId));
  return [
    ...items.filter((item) => item.pk.startsWith('QUEUE#')).map((item) => `waits in a queue: ${item.pk}`),
    ...items
      .filter((item) => item.pk.startsWith('DEAD#'))
      .map((item) => `dead letter: ${JSON.stringify(item)}`),
    ...items
      .filter((item) => item.pk.startsWith('AGENDA#') && item.sk < now)
      .map((item) => `was due and stands in the agenda: ${item.pk} ${item.sk}`),
    ...notices
      .filter((notice) => notice.status === 'queued')
      .map((notice) => `still queued: ${notice.subject}`),
    ...notices
      .filter((notice) => (notice.status === 'sent') !== taken.has(notice.id) && !wasCutShort(notice))
      .map(
        (notice) =>
          `recorded as ${notice.status}, at the provider: ${taken.has(notice.id)}: ${notice.subject}`,
      ),
    ...sentTwice(simulation).map((id) => `taken twice from one process: ${id}`),
  ];
}

/** Nobody can know whether it left, and its record says so. */
const wasCutShort = ({ status, attempts }: NoticeRecord): boolean =>
  status === 'unknown' && attempts.at(-1)?.outcome === 'unknown: 发送中途停机';

/** Notices that one process sent again after the provider had taken them: no crash excuses that. */
function sentTwice(simulation: Simulation): string[] {
  const accepted = simulation.world.provider.handOvers
    .filter((message) => message.outcome === 'accepted')
    .map((message) => `${message.run} ${message.noticeId}`);
  return accepted.filter((entry, index) => accepted.indexOf(entry) !== index);
}

/** Notices that were sent again because a process ended before it had recorded the first time. */
export function repeatedHandOvers(simulation: Simulation): HandOver[] {
  const { handOvers } = simulation.world.provider;
  const accepted = handOvers.filter((message) => message.outcome === 'accepted');
  return accepted.filter(
    (message, index) => accepted.findIndex((other) => other.noticeId === message.noticeId) !== index,
  );
}
