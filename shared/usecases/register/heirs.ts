import type { Principal } from '../../domain/principal.ts';
import type { Store } from '../../ports.ts';
import { subjectPartition } from '../../records/keys.ts';
import { subjectRecord } from '../../records/subject.ts';
import { readAll } from '../../store/read.ts';
import { LEVELS } from './party.ts';

/**
 * A unit’s token with the retired units whose successor it is, also by way of another that was retired. A pointer may
 * be older than the unit’s record, so each unit itself is read: it counts only where it is retired and names the
 * successor. Everybody else is who the token says.
 */
export async function withInheritance(store: Store, principal: Principal): Promise<Principal> {
  const { role, jurisdiction, unitId } = principal;
  if (role !== 'unit' || unitId === undefined) return principal;
  const heirTo: string[] = [];
  let above: readonly string[] = [unitId];
  for (let level = 0; level < LEVELS && above.length > 0; level += 1) {
    const found: string[] = [];
    for (const successor of above) {
      const pk = subjectPartition(jurisdiction, successor);
      const named = (await readAll(store, { pk, from: '4#', to: '4#~' })).map(({ sk }) => sk.slice(2));
      const units = await subjectRecord.readMany(
        store,
        named.map((id) => ({ jurisdiction, id })),
      );
      for (const { id, kind, retiredOn, successorId } of units)
        if (kind === 'unit' && retiredOn !== undefined && successorId === successor) found.push(id);
    }
    above = found.filter((id) => id !== unitId && !heirTo.includes(id));
    heirTo.push(...above);
  }
  return heirTo.length === 0 ? principal : { ...principal, heirTo };
}
