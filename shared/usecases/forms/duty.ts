import type { Occasion } from '../../documents/duties/parts.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { notFound, ok, problemAt, type Outcome } from '../../outcome.ts';
import {
  dutyFormNames,
  dutyFormTable,
  formsOfDuty,
  isProjectForm,
  isYearForm,
  type DutyForm,
} from '../../vocabulary/duty-forms.ts';
import { findObligation, type Found } from '../register/find-obligation.ts';
import type { Request } from '../request.ts';
import { majorPenaltiesDocument } from './major-penalties.ts';
import { projectFormDocument } from './project.ts';
import { unitFormDocument, yearFormDocument } from './security.ts';

/** The forms of a duty for the token; nothing for a duty without any. */
export function dutyFormsView({ principal }: Request, { obligation }: Found): object {
  const forms = formsOfDuty(obligation.ruleId, principal.role === 'unit');
  return forms.length === 0 ? {} : { forms: forms.map((form) => ({ form, name: dutyFormNames[form] })) };
}

const occasions: Readonly<Record<string, Occasion>> = {
  'key-project-archives/registration-after-start': 'after-start',
  'key-project-archives/registration-yearly': 'yearly',
  'key-project-archives/registration-after-acceptance': 'after-acceptance',
};

/**
 * A form of a duty, filled in as far as the records go; without `form` the first. A unit has those that it fills in
 * itself. 422 for a duty without such a form, and where the records lack what the form needs.
 */
export async function dutyFormDocument(
  request: Request,
  id: string,
  asked: DutyForm | undefined,
): Promise<Outcome<DocumentModel>> {
  const found = await findObligation(request, id);
  if (!found) return notFound;
  const { obligation, subject } = found;
  const isUnit = request.principal.role === 'unit';
  // What is the bureau’s own is not there for a unit.
  if (isUnit && asked !== undefined && dutyFormTable[asked].unit !== true) return notFound;
  const known = formsOfDuty(obligation.ruleId, isUnit);
  const [first] = known;
  if (first === undefined) return problemAt('form', 'form.none-here');
  const form = asked ?? first;
  if (!known.includes(form)) return problemAt('form', 'form.other-duty', { form, known });
  if (form === 'major-penalty-list') return ok(await majorPenaltiesDocument(request, found));
  if (isYearForm(form)) return yearFormDocument(request, found, form);
  if (!isProjectForm(form)) return unitFormDocument(request, found);
  return projectFormDocument(request, subject, form, {
    occasion: occasions[obligation.ruleId],
    period: obligation.period,
  });
}
