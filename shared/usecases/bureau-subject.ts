import { subjectIdOf } from '../domain/ids.ts';
import type { OfficeName } from '../rules/schema.ts';

/** The subject of a bureau’s office, which owes the bureau’s own deadlines. */
export function bureauSubjectId(jurisdiction: string, office: OfficeName): string {
  return subjectIdOf(jurisdiction, 'bureau', office);
}
