import { type Principal } from '../../domain/principal.ts';
import { subjectPartition } from '../../records/keys.ts';
import { readAll } from '../../store/read.ts';
import { type Request } from '../request.ts';

/** The subjects of a unit’s token: itself and its children; undefined for the bureau’s people. */
export async function ownSubjects(request: Request): Promise<ReadonlySet<string> | undefined> {
  const { principal, deps, context } = request;
  if (principal.role !== 'unit') return undefined;
  if (principal.unitId === undefined) return new Set();
  const pk = subjectPartition(context.jurisdiction.id, principal.unitId);
  const children = await readAll(deps.store, { pk, from: '3#', to: '3#~' });
  return new Set([principal.unitId, ...children.map((item) => item.sk.slice(2))]);
}

/** Whether a person of this role may see who did what by name. */
export function namesVisible(principal: Principal): boolean {
  return principal.role !== 'unit';
}
