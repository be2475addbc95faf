import type { Clock } from '../../domain/cases/clock.ts';
import type { CaseParts } from '../cases/parts.ts';
import type { CaseForm } from '../../vocabulary/case-forms.ts';
import type { DossierDuty, DossierParts } from './parts.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** All that the dossier of a penalty case is made from. */
export interface CaseDossierParts extends Pick<
  DossierParts,
  | 'id'
  | 'bureau'
  | 'area'
  | 'subject'
  | 'matter'
  | 'clause'
  | 'basis'
  | 'notices'
  | 'escalations'
  | 'legal'
  | 'timeline'
  | 'people'
  | 'chain'
> {
  readonly stage: { readonly name: string; readonly title: string };
  readonly facts: SubjectRecord['facts'];
  readonly officers: readonly { readonly name: string; readonly certificate: string }[];
  readonly recused: readonly string[];
  readonly decision: { readonly on: string; readonly number: string } | undefined;
  /** What the county’s list sets. */
  readonly duties: readonly DossierDuty[];
  /** What national law sets, and the party’s own periods. */
  readonly clocks: { readonly office: readonly Clock[]; readonly party: readonly Clock[] };
  /** What its papers are made from. */
  readonly case: CaseParts;
  /** The papers that can be had. */
  readonly forms: readonly CaseForm[];
}
