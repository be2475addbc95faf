import { dutyFormNames, type ProjectForm, type YearForm } from '../../vocabulary/duty-forms.ts';
import type { Block, DocumentModel } from '../model.ts';
import { acceptanceApplication } from './application.ts';
import { acceptanceGroup } from './acceptance-group.ts';
import { acceptanceOpinion } from './acceptance-opinion.ts';
import { assessmentSheet } from './assessment.ts';
import type { ProjectFormParts, UnitFormParts, YearFormParts } from './parts.ts';
import { registrationForm } from './registration.ts';
import { scoreSheet } from './score-sheet.ts';
import { selfInspection } from './self-inspection.ts';
import { yearReport, yearSummary } from './year-summary.ts';

type Builder<Parts> = (parts: Parts) => Block[];

/** How each form of a project is laid out. */
const ofProject: Readonly<Record<ProjectForm, Builder<ProjectFormParts>>> = {
  'registration-form': registrationForm,
  'acceptance-application': acceptanceApplication,
  'score-sheet': scoreSheet,
  'acceptance-group': acceptanceGroup,
  'acceptance-opinion': acceptanceOpinion,
};

/** Forms that the construction unit hands in do not bear the bureau’s name at their head. */
const byTheUnit: ReadonlySet<ProjectForm> = new Set([
  'registration-form',
  'acceptance-application',
  'score-sheet',
]);

/** A form of a project, filled in as far as the records go. */
export function projectForm(form: ProjectForm, parts: ProjectFormParts): DocumentModel {
  const name = form === 'score-sheet' ? parts.acceptance.scoreSheet : dutyFormNames[form];
  return {
    name,
    at: parts.at,
    author: parts.bureau,
    blocks: [
      { kind: 'title', lines: byTheUnit.has(form) ? [name] : [parts.bureau, name] },
      ...ofProject[form](parts),
    ],
  };
}

/** The report of a unit about its own year. */
export function unitForm(parts: UnitFormParts): DocumentModel {
  const name = dutyFormNames['self-inspection-report'];
  return {
    name,
    at: parts.at,
    author: parts.bureau,
    blocks: [{ kind: 'title', lines: [`${parts.period}年度${name}`] }, ...selfInspection(parts)],
  };
}

/** A form of the bureau about a year. */
export function yearForm(form: YearForm, parts: YearFormParts): DocumentModel {
  const name = dutyFormNames[form];
  const head = { name, at: parts.at, author: parts.bureau };
  const titled = (blocks: Block[]): DocumentModel => ({
    ...head,
    blocks: [{ kind: 'title', lines: [parts.bureau, name] }, ...blocks],
  });
  switch (form) {
    case 'self-inspection-summary':
      return titled(yearSummary(parts));
    case 'assessment-sheet':
      return titled(assessmentSheet(parts));
    case 'self-inspection-summary-report':
      return { ...head, blocks: yearReport(parts) };
  }
}
