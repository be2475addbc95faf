import type { AcceptanceFile } from '../../domain/cases/acceptance.ts';
import { gradeNames, gradeOf } from '../../domain/cases/acceptance.ts';
import { groupLack } from '../../domain/cases/acceptance-group.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { standsBelow } from '../../domain/principal.ts';
import type { OfficeDesk } from '../../domain/papers/acting-organ.ts';
import type { Party } from '../../domain/register/party.ts';
import { projectForm } from '../../documents/duties/builders.ts';
import type { ContactParts, ProjectFormParts } from '../../documents/duties/parts.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { failOf, fieldError, ok, problemAt, type FieldError, type Outcome } from '../../outcome.ts';
import { said } from '../../problems/say.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { cited, numberFigure } from '../../rules/rule.ts';
import { dutyFormNames, formsOfProject, type ProjectForm } from '../../vocabulary/duty-forms.ts';
import { sourceOf } from '../cases/document.ts';
import { stageOf, type AcceptanceAt } from '../cases/file.ts';
import { deskNow } from '../escalations/acting.ts';
import { answerableFor } from '../register/party.ts';
import { todayOf, type Request } from '../request.ts';

/** What the forms of a project are filled in from; `party` is undefined while nobody is known. */
interface World {
  readonly subject: SubjectRecord;
  readonly at: AcceptanceAt;
  readonly file: AcceptanceFile;
  readonly desk: OfficeDesk;
  readonly party: Party | undefined;
}

/** The forms of a project that the token may have, each with what is missing for it; none for other subjects. */
export async function formsView(request: Request, subject: SubjectRecord): Promise<object> {
  const world = await worldOf(request, subject);
  if (!world) return {};
  return {
    forms: formsOfProject(request.principal.role === 'unit').map((form) => {
      const lacks = lacksOf(request, world, form);
      return {
        form,
        name: nameOf(world, form),
        open: lacks.length === 0,
        lacks: said(lacks, request.language),
      };
    }),
  };
}

/** A form of a project. 422 where the records lack what it needs, 409 where the acceptance has not come to it. */
export async function projectFormDocument(
  request: Request,
  subject: SubjectRecord,
  form: ProjectForm,
  duty?: ProjectFormParts['duty'],
): Promise<Outcome<DocumentModel>> {
  if (subject.kind !== 'project')
    return problemAt('form', 'form.other-subject', { form, kind: subject.kind });
  const world = await worldOf(request, subject);
  if (!world) return problemAt('form', 'form.no-rule', { form });
  const lacks = lacksOf(request, world, form);
  if (!world.party || lacks.length > 0) return failOf(lacks);
  return ok(projectForm(form, partsOf(request, world, world.party, duty)));
}

const nameOf = ({ at }: World, form: ProjectForm): string =>
  form === 'score-sheet' ? scoreSheetIn(at) : dutyFormNames[form];

const scoreSheetIn = ({ rules }: AcceptanceAt): string =>
  rules.contents.procedure?.forms?.find((title) => title.includes('评分表'))?.replace(/[《》]/gu, '') ??
  dutyFormNames['score-sheet'];

async function worldOf(request: Request, subject: SubjectRecord): Promise<World | undefined> {
  const at = stageOf(request.context, subject, todayOf(request));
  if (at?.kind !== 'acceptance') return undefined;
  const { party } = await answerableFor(request.deps, await answering(request, subject));
  // What the group has found is told to the unit with its opinion.
  const { file } = at;
  const hidden = request.principal.role === 'unit' && file.opinionOn === undefined;
  return {
    subject,
    at,
    file: hidden ? { ...file, group: undefined, metOn: undefined, score: undefined } : file,
    desk: await deskNow(request, at.rules.grades.office),
    party,
  };
}

/** A unit that is one of several parties has the form in its own name: the others are none of its business. */
async function answering({ deps, principal }: Request, subject: SubjectRecord): Promise<SubjectRecord> {
  const { role, unitId } = principal;
  if (role !== 'unit' || unitId === undefined || standsBelow(principal, subject)) return subject;
  return (
    (await subjectRecord.read(deps.store, { jurisdiction: subject.jurisdiction, id: unitId })) ?? subject
  );
}

/** The events that a form of the group waits for. */
const waits = { 'acceptance-group': 'group', 'acceptance-opinion': 'score' } as const;

function lacksOf(
  { context }: Request,
  { subject, at, file, desk, party }: World,
  form: ProjectForm,
): FieldError[] {
  const nobody = party ? [] : [fieldError('parties', 'form.no-party', { relation: 'construction-unit' })];
  const fact = (name: string): FieldError[] =>
    subject.facts[name] === undefined ? [fieldError(`facts.${name}`, 'form.no-fact', { fact: name })] : [];
  switch (form) {
    case 'registration-form':
      return [...nobody, ...fact('startedOn')];
    case 'acceptance-application':
      return [...nobody, ...fact('plannedCompletionAcceptanceOn'), ...lowScore(subject, at, file, context)];
    case 'acceptance-group':
    case 'acceptance-opinion': {
      const event = waits[form];
      const lack = file[event] === undefined ? undefined : groupLack(file);
      const later =
        file[event] === undefined
          ? [fieldError('form', 'form.later', { ...cited(at.rules.procedure), form, event })]
          : [];
      return [
        ...nobody,
        ...later,
        ...(lack ? [{ path: 'members', ...lack }] : []),
        ...(form === 'acceptance-opinion' ? courtLack(at, file, desk) : []),
      ];
    }
    default:
      return nobody;
  }
}

/** An application is made with a self-score that passes. */
function lowScore(
  { facts }: SubjectRecord,
  { rules }: AcceptanceAt,
  file: AcceptanceFile,
  { settings }: Request['context'],
): FieldError[] {
  const fact = facts['selfScore'];
  const score = file.selfScore ?? (typeof fact === 'number' ? fact : undefined);
  const least = numberFigure(rules.application, 'selfScoreMin', choicesOf(settings), rules.on);
  return score === undefined || score >= least
    ? []
    : [
        fieldError('facts.selfScore', 'acceptance.self-score-low', {
          ...cited(rules.application),
          least,
          score,
        }),
      ];
}

/** A failed acceptance may be contested: the paper says where. */
const courtLack = (
  { passMark }: AcceptanceAt,
  { score }: AcceptanceFile,
  { court }: OfficeDesk,
): FieldError[] =>
  score !== undefined && score < passMark && court === undefined
    ? [fieldError('papers.court', 'document.open-in-settings', { place: '人民法院' })]
    : [];

function partsOf(
  { context }: Request,
  { subject, at, file, desk }: World,
  party: Party,
  duty: ProjectFormParts['duty'],
): ProjectFormParts {
  const { rules, passMark } = at;
  const choices = choicesOf(context.settings);
  const figure = (name: string): number => numberFigure(rules.grades, name, choices, rules.on);
  const { organ, ...rest } = desk;
  const grade = file.score === undefined ? undefined : gradeOf(file.score, rules, choices);
  const checks = context.rulebook.ruleOf('key-project-archives/inspection-record', rules.on);
  const registration = context.rulebook.ruleOf('key-project-archives/registration-after-start', rules.on);
  return {
    bureau: organ.name,
    desk: { ...rest, delegation: organ.delegation },
    at: changedAt(subject),
    contacts: contactsOf(subject),
    project: { name: subject.name, code: subject.code },
    party,
    facts: subject.facts,
    duty,
    checklist: (checks?.procedure?.checklist ?? [])
      .filter(({ id }) => id !== 'registration-form' && id !== 'other-statutory')
      .map(({ text }) => text),
    acceptance: {
      file,
      scoreSheet: scoreSheetIn(at),
      contents: rules.contents.procedure?.parts ?? [],
      steps: rules.procedure.procedure?.steps ?? [],
      reports: rules.procedure.procedure?.reports ?? [],
      pass: passMark,
      excellent: figure('excellent'),
      selfScoreMin: numberFigure(rules.application, 'selfScoreMin', choices, rules.on),
      grade: grade && { passed: grade !== 'failed', name: gradeNames[grade] },
    },
    clauses: {
      registration: registration === undefined ? '' : sourceOf(registration).clause,
      application: sourceOf(rules.application).clause,
      grades: sourceOf(rules.grades).clause,
    },
  };
}

/** When something that a form shows was last entered. */
export const changedAt = ({ createdAt, recorded, stage }: SubjectRecord): SubjectRecord['createdAt'] =>
  [...Object.values(recorded), ...(stage?.entries ?? []).map(({ at }) => at)].reduce(
    (latest, at) => (at > latest ? at : latest),
    createdAt,
  );

export const contactsOf = ({ contacts }: Pick<SubjectRecord, 'contacts'>): ContactParts[] =>
  contacts.map(({ name, mobile, telephone }) => ({ name, phone: telephone ?? mobile }));
