import { z } from 'zod';
import { problemAt } from '../../outcome.ts';
import { lastCount, numberFor, plainNumber, stemOf } from '../../domain/papers/numbering.ts';
import { minutes } from '../../domain/time/instant.ts';
import { day, yearOf } from '../../domain/time/day.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { numberKey } from '../../records/keys.ts';
import { stored } from '../../records/stored.ts';
import { readAll } from '../../store/read.ts';
import { deskNow } from './acting.ts';
import type { Deps } from '../deps.ts';
import type { Request } from '../request.ts';
import { caseEntries } from '../register/case-entries.ts';
import { subjectRecord } from '../../records/subject.ts';

/** What can bear a number (文号): a document that is issued, or the decision of a penalty case. */
const bearer = { kind: z.enum(['escalation', 'case']), id: z.string() };

const taken = stored({ ...bearer, at: z.number(), version: z.number() });

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
  const item = { ...numberKey(jurisdiction, plainNumber(number)), v: 1, kind, id, at: now };
  if (await deps.store.put({ ...item, version: 1 }, 'absent')) return true;
  const there = await deps.store.get(item);
  if (!there) return false;
  const known = taken.parse(there);
  if (known.kind === kind && known.id === id) return true;
  if (now - known.at < WRITTEN_BY || (await bears(deps, { jurisdiction, ...known }, number))) return false;
  return deps.store.put({ ...item, version: known.version + 1 }, { version: known.version });
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
  const { pk } = numberKey(jurisdiction, stem);
  const known = await readAll(request.deps.store, { pk, from: stem, to: `${stem}~`, consistent: true });
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
    ({ body }) => body.event === 'decision-approval' && same(body.number),
  );
}
