import type { z } from 'zod';
import type { visitsQuery } from '../../contract/visits.ts';
import { visitStatus } from '../../domain/checks/visit.ts';
import { seesOffice } from '../../domain/principal.ts';
import { visitRecord, visitsOf, type VisitRecord } from '../../records/visit.ts';
import { readAll } from '../../store/read.ts';
import type { Listed } from '../listing.ts';
import type { Request } from '../request.ts';

/** Undefined where the caller may not see it: a unit never does, an office its own. */
export async function findVisit(request: Request, id: string): Promise<VisitRecord | undefined> {
  const { deps, context } = request;
  const record = await visitRecord.read(deps.store, { jurisdiction: context.jurisdiction.id, id });
  return record && isVisible(request, record) ? record : undefined;
}

function isVisible({ context, principal }: Request, { content }: VisitRecord): boolean {
  const office = context.rulebook.rules.find(({ regime }) => regime === content.regime)?.office;
  return principal.role !== 'unit' && office !== undefined && seesOffice(principal, office);
}

/** The latest day first. A bureau plans some hundred a year: they are read whole. */
export async function listVisits(
  request: Request,
  { status, from = '0', to = '~', limit, cursor }: z.infer<typeof visitsQuery>,
): Promise<Listed<VisitRecord>> {
  const all = await readAll(request.deps.store, {
    ...visitsOf(request.context.jurisdiction.id),
    from,
    to: `${to}~`,
    descending: true,
  });
  const wanted = all
    .map(visitRecord.of)
    .filter(
      (record) =>
        isVisible(request, record) &&
        (cursor === undefined || record.id < cursor) &&
        (status === undefined || visitStatus({ ...record, targets: record.content.targets }) === status),
    );
  const items = wanted.slice(0, limit);
  return { items, nextCursor: wanted.length > limit ? (items.at(-1)?.id ?? null) : null };
}
