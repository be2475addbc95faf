import type { Obligation } from '../../api/contract.ts';

type Dated = Pick<Obligation, 'status' | 'lateness' | 'dueOn' | 'dueAt' | 'extendedTo'>;

/** The day that counts now: the extension if there is one. */
export const dueOf = (duty: Pick<Obligation, 'dueOn' | 'dueAt' | 'extendedTo'>): string =>
  duty.extendedTo ?? duty.dueAt ?? duty.dueOn ?? '';

/** Late as the server defines it: past its day, and pursued. */
export const isLate = ({ lateness }: Pick<Obligation, 'lateness'>): boolean => lateness === 'late';

export interface Near {
  /** `grace`: the due day has passed, but the duty is not late yet, for instance on a rest day. */
  readonly is: 'left' | 'grace' | 'late' | 'past';
  readonly days: number;
}

const utc = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / 86_400_000);

/** How near a due day is, in calendar days from the server’s day. Undefined for a closed duty. */
export function nearnessOf(duty: Dated, today: string): Near | undefined {
  if (!['open', 'upcoming', 'overdue'].includes(duty.status)) return undefined;
  const days = daysBetween(today, dueOf(duty));
  if (duty.status === 'overdue') return { is: isLate(duty) ? 'late' : 'past', days: -days };
  return { is: days < 0 ? 'grace' : 'left', days: Math.abs(days) };
}
