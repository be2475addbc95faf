import { yearOf, type Day } from '../time/day.ts';
import { answeringOf, type Register } from './population.ts';
import type { QuotaInput } from './types.ts';
import { ENTERPRISE, ON_SITE } from './yearly-cap.ts';

/**
 * The visits that the bureau’s yearly cap leaves for each enterprise; they are used up while planning. Some are
 * reserved for quotas that no other subject can serve. A subject has no limit if neither it nor its owner is an
 * enterprise.
 */
export interface Allowance {
  /** Whether another visit in that year is allowed. `must`: for a quota that visits are reserved for. */
  readonly room: (id: string, year: number, must: boolean) => boolean;
  /** The same for a day. A subject that is visited on the day already may be visited in further regimes. */
  readonly lets: (id: string, day: Day, must: boolean) => boolean;
  readonly visit: (ids: readonly string[], day: Day) => void;
  readonly hold: (id: string) => void;
  readonly release: (id: string) => void;
}

const FREE: Allowance = {
  room: () => true,
  lets: () => true,
  visit: () => undefined,
  hold: () => undefined,
  release: () => undefined,
};

export function allowanceOf(input: QuotaInput, register: Register): Allowance {
  const { byId } = register;
  const { enterpriseYearlyCap: cap, inspections } = input;
  if (cap === undefined) return FREE;
  const days = new Map<string, Set<Day>>();
  const held = new Map<string, number>();
  // A visit of a work or a project is a visit of whoever answers for it.
  const enterprises = (id: string): string[] =>
    [id, ...answeringOf(id, register)].filter((one) => byId.get(one)?.traits.includes(ENTERPRISE) === true);
  const visitsIn = (id: string, year: number): Set<Day> => {
    const key = `${year} ${id}`;
    const known = days.get(key) ?? new Set<Day>();
    days.set(key, known);
    return known;
  };
  const change = (id: string, by: number): void => {
    for (const one of enterprises(id)) held.set(one, Math.max(0, (held.get(one) ?? 0) + by));
  };
  const open = (id: string, year: number, must: boolean): boolean =>
    visitsIn(id, year).size + (must ? 0 : (held.get(id) ?? 0)) < cap;
  const visit = (ids: readonly string[], day: Day): void => {
    for (const id of ids.flatMap(enterprises)) visitsIn(id, yearOf(day)).add(day);
  };
  for (const { on, mode, targets } of inspections) if (mode === ON_SITE) visit(targets, on);
  return {
    room: (id, year, must) => enterprises(id).every((one) => open(one, year, must)),
    lets: (id, day, must) =>
      enterprises(id).every((one) => visitsIn(one, yearOf(day)).has(day) || open(one, yearOf(day), must)),
    visit,
    hold: (id) => change(id, 1),
    release: (id) => change(id, -1),
  };
}
