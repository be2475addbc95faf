import { failOf, ok, problemAt, type Outcome } from '../../outcome.ts';
import { periodOf } from '../../domain/escalations/ladder.ts';
import { formLack } from '../../domain/cases/forms.ts';
import { caseForms, caseFormTable, type CaseForm } from '../../vocabulary/case-forms.ts';
import { tableOf } from '../../vocabulary/table.ts';
import { day } from '../../domain/time/day.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { casePaper } from '../../documents/cases/papers.ts';
import type { CaseParts } from '../../documents/cases/parts.ts';
import type { DocumentModel } from '../../documents/model.ts';
import type { DocumentParts } from '../../documents/parts.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import type { Rule } from '../../rules/rule.ts';
import { todayOf, type Request } from '../request.ts';
import { answerableFor } from '../register/party.ts';
import { deskNow } from '../escalations/acting.ts';
import { noCase, stageOf, type CaseAt } from './file.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** A paper of a case, made from its events. 422 where the subject is no case, 409 where it has not come to it. */
export async function caseDocument(
  request: Request,
  subject: SubjectRecord,
  form: CaseForm,
): Promise<Outcome<DocumentModel>> {
  const found = caseOf(request, subject);
  if (!found.ok) return found;
  const { file, rules } = found.value;
  const lack = formLack(form, file, { rules, choices: choicesOf(request.context.settings) });
  if (lack) return failOf([{ path: 'form', ...lack }]);
  return ok(casePaper(await caseParts(request, subject, found.value), form));
}

/** Where the case stands; 422 for a subject that is none, or whose office has no such regime. */
export function caseOf({ context, deps }: Request, subject: SubjectRecord): Outcome<CaseAt> {
  if (subject.kind !== 'case') return problemAt('id', 'case.no-case', { kind: subject.kind });
  const at = stageOf(context, subject, todayOf({ deps }));
  return at?.kind === 'case' ? ok(at) : failOf([{ path: 'id', ...noCase(context, subject) }]);
}

export async function caseParts(
  { context, deps }: Request,
  subject: SubjectRecord,
  { office, rules, entries }: CaseAt,
): Promise<CaseParts> {
  const { organ, ...desk } = await deskNow({ context, deps }, office);
  const { party } = await answerableFor(deps, subject);
  const discoveredOn = subject.facts['discoveredOn'];
  return {
    bureau: organ.name,
    desk: { ...desk, delegation: organ.delegation },
    party: party?.name,
    person: party,
    address: party?.address,
    cause: subject.name,
    discoveredOn: typeof discoveredOn === 'string' ? day(discoveredOn) : undefined,
    entries,
    rules,
    choices: choicesOf(context.settings),
    policy: { calendar: context.calendar },
    defenceWorkingDays: periodOf(context.settings, rules.statement, 'defenceWorkingDays'),
    bodies: context.settings.papers?.bodies,
    sources: tableOf(caseForms, (form) => sourceOf(rules[caseFormTable[form].rule])),
    conditionsClause: clauseOf(rules.conditions),
  };
}

const clauseOf = ({ document, cite }: Rule): string =>
  `${documentTitles[document]} ${cite.replaceAll(', ', '、')}`;

export const sourceOf = (rule: Rule): Pick<DocumentParts, 'clause' | 'basis'> => ({
  clause: clauseOf(rule),
  basis: (rule.basis ?? rule.regimeBasis).map(({ instrument, status, note }) => ({
    instrument,
    status,
    ...(note === undefined ? {} : { note }),
  })),
});
