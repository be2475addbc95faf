import type { AcceptanceEntry, AcceptanceFile } from '../../domain/cases/acceptance.ts';
import type { InspectionContent } from '../../records/inspection.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { DocumentModel } from '../model.ts';
import type { DossierDuty, DossierParts } from './parts.ts';

/** All that the dossier of a project is made from. */
export interface ProjectDossierParts extends Pick<
  DossierParts,
  | 'id'
  | 'bureau'
  | 'area'
  | 'subject'
  | 'party'
  | 'clause'
  | 'basis'
  | 'legal'
  | 'notices'
  | 'escalations'
  | 'timeline'
  | 'people'
  | 'chain'
> {
  readonly stage: { readonly name: string; readonly title: string };
  readonly facts: SubjectRecord['facts'];
  /** What was registered and applied for, and what is still owed. */
  readonly duties: readonly DossierDuty[];
  /** Checks in which it was looked at, oldest first, with what concerns it. */
  readonly checks: readonly Pick<InspectionContent, 'at' | 'mode' | 'officers' | 'findings'>[];
  readonly acceptance: {
    readonly file: AcceptanceFile;
    readonly grade: string | undefined;
    readonly passed: boolean | undefined;
    readonly entries: readonly AcceptanceEntry[];
  };
  /** The forms of the acceptance that can be had, as far as it has come. */
  readonly forms: readonly DocumentModel[];
}
