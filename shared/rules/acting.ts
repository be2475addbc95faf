/** What the product does by the procedure of this id, whatever its regime, and the file that reads it. */
interface Acting {
  readonly does: string;
  readonly readBy: string;
}

const cases = 'shared/domain/cases/rules.ts';
const checks = 'shared/domain/checks/inspection.ts';
const acceptance = 'shared/domain/cases/acceptance.ts';

/**
 * The procedures that something in the product acts on. A procedure that is not here is only shown: it covers no row.
 * `test/rules/rows.test.ts` holds the list against the files.
 */
export const actingProcedures: Readonly<Record<string, Acting>> = {
  scope: {
    does: 'limit: a check of another kind of subject is refused, one outside is marked',
    readBy: 'shared/domain/checks/scope.ts',
  },
  'complaint-check': {
    does: 'choice: a check prompted by a complaint or a transfer names its clause, and counts to no periodic quota by itself',
    readBy: 'shared/domain/checks/scope.ts',
  },
  'inspection-record': {
    does: 'check: officers, certificates, signatures and items are asked for; a record without them is refused or incomplete',
    readBy: checks,
  },
  'file-check-procedure': { does: 'check: what a review of files asks for', readBy: checks },
  'site-recheck-procedure': { does: 'check: officers and certificates of a check on site', readBy: checks },
  'self-inspection-report-contents': {
    does: 'form: the report and the summary have a place for each of its contents',
    readBy: 'shared/usecases/forms/security.ts',
  },
  'annual-assessment-basis': {
    does: 'form: the assessment of the year is filled from what it rests on',
    readBy: 'shared/usecases/forms/security.ts',
  },
  'acceptance-application-contents': {
    does: 'form: an application without each part of the report is refused',
    readBy: acceptance,
  },
  'acceptance-procedure': {
    does: 'steps: group, meeting with its reports, score and opinion, each in its turn',
    readBy: acceptance,
  },
  stages: { does: 'steps: a case goes through its stages in their order', readBy: cases },
  'filing-conditions': { does: 'check: a filing without each condition is refused', readBy: cases },
  discovery: { does: 'check: two officers and the papers of the discovery', readBy: cases },
  'filing-approval': { does: 'levels: each by another person, in their order', readBy: cases },
  'prior-notice': { does: 'form: no decision without the notice that was served', readBy: cases },
  'statement-and-hearing': {
    does: 'period: statement, defence and hearing before the decision',
    readBy: cases,
  },
  'decision-approval': {
    does: 'levels: each by another person, in their order, with their papers',
    readBy: cases,
  },
  'collective-discussion': {
    does: 'level: a major or complex case is discussed, the result filed',
    readBy: cases,
  },
  service: { does: 'form: service with a signature or the note of two', readBy: cases },
  circumstances: {
    does: 'choice: a decision takes a grade of the benchmark, or a reason to leave it',
    readBy: 'shared/rulebooks/benchmarks.yaml',
  },
};

export const isActing = (id: string): boolean => actingProcedures[id] !== undefined;
