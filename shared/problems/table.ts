import { acceptanceProblems } from './acceptance.ts';
import { answerProblems } from './answer.ts';
import { caseProblems } from './case.ts';
import { caseAfterServiceProblems } from './case-after-service.ts';
import { caseOnTheSpotProblems } from './case-on-the-spot.ts';
import { checkProblems } from './check.ts';
import { fieldProblems } from './fields.ts';
import { findingProblems } from './finding.ts';
import { fileProblems } from './file.ts';
import { importProblems } from './import.ts';
import { textProblems } from './text.ts';
import { requestProblems } from './request.ts';
import { stageProblems } from './stage.ts';
import { calendarProblems } from './calendar.ts';
import { documentProblems } from './document.ts';
import { drawProblems } from './draw.ts';
import { dutyProblems } from './duty.ts';
import { escalationProblems } from './escalation.ts';
import { feedProblems } from './feed.ts';
import { hearingProblems } from './hearing.ts';
import { legalProblems } from './legal.ts';
import { formProblems } from './form.ts';
import { noticeProblems } from './notice.ts';
import { personProblems } from './person.ts';
import { quotaProblems } from './quota.ts';
import { settingsProblems } from './settings.ts';
import { subjectProblems } from './subject.ts';
import { visitProblems } from './visit.ts';
import type { Names } from './sentence.ts';

/** Every problem that an answer can contain, by its code `<area>.<name>`. */
export const problems = {
  ...requestProblems,
  ...fieldProblems,
  ...answerProblems,
  ...stageProblems,
  ...caseProblems,
  ...caseAfterServiceProblems,
  ...caseOnTheSpotProblems,
  ...acceptanceProblems,
  ...checkProblems,
  ...findingProblems,
  ...textProblems,
  ...importProblems,
  ...fileProblems,
  ...calendarProblems,
  ...documentProblems,
  ...drawProblems,
  ...dutyProblems,
  ...escalationProblems,
  ...feedProblems,
  ...hearingProblems,
  ...legalProblems,
  ...formProblems,
  ...noticeProblems,
  ...personProblems,
  ...quotaProblems,
  ...settingsProblems,
  ...subjectProblems,
  ...visitProblems,
} as const;

export type ProblemCode = keyof typeof problems;

/** The names of a problem's parameters; `never` when it has none. */
export type NamesOf<Code extends ProblemCode> = Names<(typeof problems)[Code]['en']>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
