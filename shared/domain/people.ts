import { jurisdictionOf } from '../rules/catalogue.ts';
import type { Role } from '../rules/schema.ts';

/** The roles that people of a bureau may have. */
const ofBureau = ['bureau-officer', 'bureau-leader', 'bureau-admin', 'auditor'] as const;
/** Those of a superior: one who sees to the people of its own, and everybody else. */
const ofSuperior = ['superior', 'bureau-admin'] as const;

/** The roles with which people may sign in at a place. Whoever enters people there gives no other. */
export function rolesAt({
  jurisdiction,
  unitId,
}: {
  readonly jurisdiction: string;
  readonly unitId?: string | undefined;
}): readonly Role[] {
  if (unitId !== undefined) return ['unit'];
  const known = jurisdictionOf(jurisdiction);
  if (!known) return [];
  return known.document === undefined ? ofSuperior : ofBureau;
}
