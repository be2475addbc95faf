import type { z } from 'zod';
import type { inspectionsQuery } from '../../contract/inspections.ts';
import { seesOffice } from '../../domain/principal.ts';
import { inspectionRecord, type InspectionRecord, inspectionsOf } from '../../records/inspection.ts';
import type { Listed } from '../listing.ts';
import { ownSubjects, type OwnSubjects } from '../register/own-subjects.ts';
import type { Request } from '../request.ts';

/**
 * Returns the record if the caller may see it, otherwise undefined (404). A unit sees a record if it was
 * checked itself.
 */
export async function findInspection(request: Request, id: string): Promise<InspectionRecord | undefined> {
  const record = await inspectionRecord.read(request.deps.store, {
    jurisdiction: request.context.jurisdiction.id,
    id,
  });
  if (!record) return undefined;
  return visible(request, record, await ownSubjects(request)) ? record : undefined;
}

function visible(
  { context, principal }: Request,
  { content }: InspectionRecord,
  own: OwnSubjects | undefined,
): boolean {
  const office = context.rulebook.rules.find(({ regime }) => regime === content.regime)?.office;
  if (office === undefined || !seesOffice(principal, office)) return false;
  return own === undefined || content.targets.some((target) => own.has(target));
}

/**
 * `PORTION`: index entries read in one round. `ROUNDS`: after so many rounds a short page is returned rather
 * than a late one.
 */
const PORTION = 200;
const ROUNDS = 20;

/** Newest first. */
export async function listInspections(
  request: Request,
  query: z.infer<typeof inspectionsQuery>,
): Promise<Listed<InspectionRecord>> {
  const own = await ownSubjects(request);
  const bound = (day: string): string => day.replaceAll('-', '');
  const kept: InspectionRecord[] = [];
  let after = query.cursor;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await request.deps.store.query({
      ...inspectionsOf(request.context.jurisdiction.id),
      from: query.from === undefined ? '0' : bound(query.from),
      to: query.to === undefined ? '~' : `${bound(query.to)}~`,
      descending: true,
      limit: PORTION,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of page.items) {
      const record = inspectionRecord.of(item);
      const { regime, ruleId, targets } = record.content;
      if (
        visible(request, record, own) &&
        (query.regime === undefined || query.regime === regime) &&
        (query.ruleId === undefined || query.ruleId === ruleId) &&
        (query.subjectId === undefined || targets.includes(query.subjectId))
      ) {
        if (kept.length === query.limit) return { items: kept, nextCursor: kept.at(-1)?.id ?? null };
        kept.push(record);
      }
    }
    after = page.after;
    if (after === undefined) return { items: kept, nextCursor: null };
  }
  return { items: kept, nextCursor: after ?? null };
}
