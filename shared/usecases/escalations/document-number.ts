import { numberRecord, numbersFrom } from '../../records/number.ts';
import { problemAt } from '../../outcome.ts';
import { lastCount, numberFor, plainNumber, stemOf } from '../../domain/papers/numbering.ts';
import { minutes } from '../../domain/time/instant.ts';
import { day, yearOf } from '../../domain/time/day.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { readAll } from '../../store/read.ts';
import { deskNow } from './acting.ts';
import type { Deps } from '../deps.ts';
import type { Request } from '../request.ts';
import { caseEntries } from '../register/case-entries.ts';
import { subjectRecord } from '../../records/subject.ts';

export interface Bearer {
  readonly jurisdiction: string;
  readonly kind: 'escalation' | 'case';
  readonly id: string;
}

/** A request that took a number has written its record by then, or never will. */
const WRITTEN_BY = minutes(2);

export const borneAlready = (number: string) => problemAt('number', 'document.number-taken', { number });

/**
 * Takes a number for one document of a jurisdiction: of two that ask at the same moment, one gets it. It is taken
 * before the record that bears it is written; where that never was, the next one may have it after two minutes.
 */
export async function takeNumber(deps: Deps, of: Bearer, number: string): Promise<boolean> {
  const { jurisdiction, kind, id } = of;
  const now = deps.clock.now();
  const place = { jurisdiction, number: plainNumber(number) };
  const taken = { kind, id, at: now };
  if (await numberRecord.put(deps.store, place, { version: 0, ...taken })) return true;
  const known = await numberRecord.read(deps.store, place);
  if (!known) return false;
  if (known.kind === kind && known.id === id) return true;
  if (now - known.at < WRITTEN_BY || (await bears(deps, { jurisdiction, ...known }, number))) return false;
  return (await numberRecord.put(deps.store, place, { ...known, ...taken })) !== undefined;
}

/** The next free number of the pattern that the office has for such papers; undefined where it has none. */
export async function nextNumber(
  request: Request,
  { jurisdiction, office, step }: Pick<EscalationRecord, 'jurisdiction' | 'office' | 'step'>,
  on: string,
): Promise<string | undefined> {
  const pattern = (await deskNow(request, office)).numbering[step];
  if (pattern === undefined) return undefined;
  const year = yearOf(day(on));
  const stem = stemOf(pattern, year);
  const begun = numbersFrom(jurisdiction, stem);
  const known = await readAll(request.deps.store, { ...begun, consistent: true });
  return numberFor(
    pattern,
    year,
    lastCount(
      pattern,
      year,
      known.map(({ sk }) => sk),
    ) + 1,
  );
}

async function bears(deps: Deps, { jurisdiction, kind, id }: Bearer, number: string): Promise<boolean> {
  const same = (other: string | undefined) =>
    other !== undefined && plainNumber(other) === plainNumber(number);
  if (kind === 'escalation') {
    return same((await escalationRecord.read(deps.store, { jurisdiction, id }))?.issue?.number);
  }
  const item = await deps.store.get(subjectRecord.key({ jurisdiction, id }));
  if (!item) return false;
  return caseEntries(subjectRecord.of(item)).some(
    ({ body }) => (body.event === 'decision-approval' || body.event === 'spot-decision') && same(body.number),
  );
}
