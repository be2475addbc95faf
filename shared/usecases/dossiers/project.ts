import { signature } from '../../domain/actor.ts';
import { gradeNames, gradeOf } from '../../domain/cases/acceptance.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import type { LegalPaper } from '../../documents/dossiers/legal-parts.ts';
import type { DossierEscalation, DossierEvent } from '../../documents/dossiers/parts.ts';
import type { ProjectDossierParts } from '../../documents/dossiers/project-dossier-parts.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { ok, problemAt, type Outcome } from '../../outcome.ts';
import { inspectionRecord, inspectionsOf } from '../../records/inspection.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { readAll } from '../../store/read.ts';
import { acceptanceEventNames, acceptanceStageNames } from '../../vocabulary/stage-words.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { sourceOf } from '../cases/document.ts';
import { stageOf, type AcceptanceAt } from '../cases/file.ts';
import { deskNow } from '../escalations/acting.ts';
import { escalationsOf, type FoundEscalation } from '../escalations/list.ts';
import { titleOf } from '../escalations/title.ts';
import { projectFormDocument } from '../forms/project.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import { answerableFor } from '../register/party.ts';
import { documentRule, dutyRule } from '../register/rule-of.ts';
import { todayOf, type Request } from '../request.ts';
import { chainOf, dutyOf, escalationParts, noticesOf } from './records.ts';
import { personOf, everybody } from '../people.ts';
import { legalPaperOf } from '../legal/paper.ts';
import { peopleOf, timelineOf } from './timeline.ts';

/** The forms that the acceptance has made; what the unit fills in itself is not among them. */
const made = ['acceptance-group', 'acceptance-opinion'] as const;

/** Everything that the records contain about a project. 422 where no rule is about projects. */
export async function projectDossierOf(
  request: Request,
  subject: SubjectRecord,
): Promise<Outcome<ProjectDossierParts>> {
  const at = stageOf(request.context, subject, todayOf(request));
  return at?.kind === 'acceptance'
    ? ok(await gathered(request, subject, at))
    : problemAt('id', 'acceptance.no-rule');
}

async function gathered(
  request: Request,
  subject: SubjectRecord,
  { file, rules, entries }: AcceptanceAt,
): Promise<ProjectDossierParts> {
  const { context, deps } = request;
  const { jurisdiction, rulebook } = context;
  const staff = everybody(context);
  const { office } = rules.grades;
  const duties = [...(await obligationsOf(deps, subject)).values()]
    .filter(({ closed }) => closed?.how !== 'superseded')
    .filter((duty) => dutyRule(rulebook, duty)?.office === office)
    .sort((a, b) => a.overdueFrom - b.overdueFrom);
  const others = await undertaken(request, subject, office);
  const escalations: DossierEscalation[] = [];
  const legal: LegalPaper[] = [];
  for (const one of others) {
    escalations.push(await escalationParts(request, one));
    legal.push(await legalPaperOf(request, one));
  }
  const own = new Set<unknown>([
    ...duties.map(({ id }) => id),
    ...others.map(({ escalation }) => escalation.id),
  ]);
  const chain = await chainOf(request, (content) => content['subjectId'] === subject.id);
  const grade =
    file.score === undefined ? undefined : gradeOf(file.score, rules, choicesOf(context.settings));
  const { organ } = await deskNow(request, office);
  return {
    id: subject.id,
    bureau: organ.name,
    area: jurisdiction.name,
    subject: { id: subject.id, name: subject.name, code: subject.code },
    party: (await answerableFor(deps, subject)).party,
    ...sourceOf(rules.procedure),
    stage: { name: file.stage, title: acceptanceStageNames[file.stage] },
    facts: subject.facts,
    duties: duties.map((duty) => dutyOf(request, subject, duty)),
    checks: await checksOf(request, subject, office),
    acceptance: {
      file,
      grade: grade && gradeNames[grade],
      passed: grade && grade !== 'failed',
      entries,
    },
    forms: await formsMade(request, subject),
    notices: await noticesOf(
      request,
      [subject.id, bureauSubjectId(jurisdiction.id, office)],
      (notice) => own.has(notice.obligationId) || own.has(notice.escalationId),
    ),
    escalations,
    legal,
    timeline: timelineOf(
      staff,
      [
        ...duties.map((duty) => ({
          title: `应办事项“${dutyRule(rulebook, duty)?.title ?? duty.ruleId}”`,
          history: duty.history,
        })),
        ...others.map((one) => ({ title: titleOf(context, one), history: one.escalation.history })),
      ],
      [
        { at: subject.createdAt, what: '登记项目', by: '未记载' },
        ...entries.map((entry) => eventOf(request, entry)),
      ],
    ),
    people: {
      ...peopleOf(
        staff,
        others.map(({ escalation }) => escalation),
        chain.links,
      ),
      ...Object.fromEntries(entries.map(({ by }) => [signature(by), personOf(staff, by)] as const)),
    },
    chain,
  };
}

async function undertaken(
  { context, deps }: Request,
  subject: SubjectRecord,
  office: string,
): Promise<FoundEscalation[]> {
  const all = await escalationsOf(deps, subject.jurisdiction, subject.id);
  return all.flatMap((escalation) => {
    const rule = documentRule(context.rulebook, escalation);
    return rule && escalation.office === office ? [{ escalation, subject, rule }] : [];
  });
}

/** Of each check, what concerns the project. */
async function checksOf(
  { context, deps }: Request,
  { id, jurisdiction }: SubjectRecord,
  office: string,
): Promise<ProjectDossierParts['checks']> {
  const regimes = new Set(
    context.rulebook.rules.filter((rule) => rule.office === office).map(({ regime }) => regime),
  );
  return (await readAll(deps.store, inspectionsOf(jurisdiction)))
    .map((item) => inspectionRecord.of(item).content)
    .filter(({ regime, targets }) => regimes.has(regime) && targets.includes(id))
    .map(({ at, mode, officers, findings }) => ({
      at,
      mode,
      officers,
      findings: findings.filter(({ subjectId }) => subjectId === id),
    }));
}

async function formsMade(request: Request, subject: SubjectRecord): Promise<DocumentModel[]> {
  const models: DocumentModel[] = [];
  for (const form of made) {
    const model = await projectFormDocument(request, subject, form);
    if (model.ok) models.push(model.value);
  }
  return models;
}

function eventOf({ context }: Request, { at, by, body }: AcceptanceAt['entries'][number]): DossierEvent {
  const when = 'on' in body ? `（${chineseDay(day(body.on))}）` : '';
  return { at, what: `${acceptanceEventNames[body.event]}${when}`, by: personOf(everybody(context), by) };
}
