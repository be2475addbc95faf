import { enteredLaw } from '../../domain/escalations/law.ts';
import { citedAs } from '../../domain/escalations/provisions.ts';
import { legalOfficersOf } from '../../domain/papers/deputies.ts';
import type { CaseEvent } from '../../domain/cases/state.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { Request } from '../request.ts';
import type { CaseAt } from './file.ts';

/**
 * A decision under a basis that is unverified or not in force waits for the legal review, whatever the list says,
 * where the staff list names a legal officer of the office.
 */
export function legalLack(
  { context }: Pick<Request, 'context'>,
  { file, office }: CaseAt,
  event: CaseEvent,
): FieldError[] {
  const { proposal, discovered } = file;
  const officers = legalOfficersOf(context.staff, office);
  if (event !== 'decision-approval' || !proposal || officers.length === 0) return [];
  if (proposal.levels.some(({ kind }) => kind === 'legal-review')) return [];
  const { legalBasis = '', on } = proposal.body;
  const open = enteredLaw(legalBasis, {
    division: context.jurisdiction.division,
    nature: undefined,
    days: { act: discovered ?? on, paper: on },
  }).filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  const names = officers.map(({ name }) => name);
  return [fieldError('event', 'legal.open-basis', { basis: open.map(citedAs), officers: names })];
}
