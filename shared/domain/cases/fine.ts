import type { CaseBodies } from './event.ts';
import { addDays, day, formatDay, type Day } from '../time/day.ts';

/** What became of a fine once the decision was served. Days are `YYYY-MM-DD`, amounts yuan. */
export interface FineFile {
  /** As decided, or as a reconsideration or a judgment changed it; 0 where there is none. */
  readonly amount: number;
  readonly payments: readonly { readonly on: string; readonly amount: number }[];
  /** What was allowed in place of the one day. */
  readonly instalments: readonly { readonly dueOn: string; readonly amount: number }[];
  readonly remedies: readonly Remedy[];
  readonly demandOn?: string;
  readonly courtOn?: string;
}

interface Remedy {
  readonly kind: CaseBodies['remedy-begun']['kind'];
  readonly from: string;
  readonly to?: string;
  readonly result?: CaseBodies['remedy-ended']['result'];
}

export const noFine: FineFile = { amount: 0, payments: [], instalments: [], remedies: [] };

export const openRemedy = ({ remedies }: FineFile): Remedy | undefined =>
  remedies.find(({ to }) => to === undefined);

export function remedyEnded(
  fine: FineFile,
  { on, result, fine: changed }: CaseBodies['remedy-ended'],
): FineFile {
  const remedies = fine.remedies.map((one) => (one.to === undefined ? { ...one, to: on, result } : one));
  const amount = result === 'revoked' ? 0 : result === 'changed' ? (changed ?? fine.amount) : fine.amount;
  return { ...fine, remedies, amount };
}

/** How a fine is counted: what share of it a late day adds (percent), and until when it was to be paid. */
export interface Terms {
  readonly dailyPercent: number;
  readonly dueOn: Day;
}

export interface Owed {
  readonly amount: number;
  readonly paid: number;
  readonly addition: number;
  readonly outstanding: number;
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

const within = ({ from, to }: Remedy, on: string): boolean => from <= on && (to === undefined || on <= to);

/**
 * What is owed at the end of a day. Each day after the due one adds its share of what of the fine was then due and
 * not paid, never more than the fine itself (行政处罚法第七十二条), and nothing while a reconsideration or a suit runs
 * (第七十三条).
 */
export function owedOn(fine: FineFile, { dailyPercent, dueOn }: Terms, on: Day): Owed {
  const { amount, payments, instalments, remedies } = fine;
  const plan = instalments.length > 0 ? instalments : [{ dueOn: formatDay(dueOn), amount }];
  const sum = (of: readonly { readonly amount: number }[]): number =>
    of.reduce((total, one) => total + one.amount, 0);
  const [first = formatDay(dueOn)] = plan.map((one) => one.dueOn).sort();
  let addition = 0;
  for (let late = addDays(day(first), 1); late <= on && addition < amount; late = addDays(late, 1)) {
    const today = formatDay(late);
    if (remedies.some((remedy) => within(remedy, today))) continue;
    const due = Math.min(amount, sum(plan.filter((one) => one.dueOn < today)));
    const unpaid = Math.max(0, due - sum(payments.filter((payment) => payment.on < today)));
    addition += (unpaid * dailyPercent) / 100;
  }
  const added = cents(Math.min(addition, amount));
  const paid = cents(sum(payments.filter((payment) => payment.on <= formatDay(on))));
  return { amount, paid, addition: added, outstanding: Math.max(0, cents(amount + added - paid)) };
}

/** The day on which all was paid; undefined while something is owed, or where nothing was ever to be paid. */
export function paidOn(fine: FineFile, terms: Terms): string | undefined {
  if (fine.amount === 0) return undefined;
  return fine.payments
    .map(({ on }) => on)
    .sort()
    .find((on) => owedOn(fine, terms, day(on)).outstanding === 0);
}
