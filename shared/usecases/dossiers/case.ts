import { signature } from '../../domain/actor.ts';
import { ok, type Outcome } from '../../outcome.ts';
import { everyClock } from '../../domain/cases/clocks.ts';
import { formsOf } from '../../domain/cases/forms.ts';
import { caseEventNames, caseStageNames } from '../../vocabulary/stage-words.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import type { CaseDossierParts } from '../../documents/dossiers/case-dossier-parts.ts';
import type { LegalPaper } from '../../documents/dossiers/legal-parts.ts';
import type { DossierEscalation, DossierEvent } from '../../documents/dossiers/parts.ts';
import { caseOf, caseParts, sourceOf } from '../cases/document.ts';
import { chainOf, dutyOf, escalationParts, noticesOf } from './records.ts';
import { peopleOf, timelineOf } from './timeline.ts';
import { personOf, everybody } from '../people.ts';
import { escalationsOf, type FoundEscalation } from '../escalations/list.ts';
import { titleOf } from '../escalations/title.ts';
import { legalCasePapers } from '../legal/case-papers.ts';
import { legalPaperOf } from '../legal/paper.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import type { Request } from '../request.ts';
import { documentRule, dutyRule } from '../register/rule-of.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import type { CaseAt } from '../cases/file.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** Everything that the records contain about a penalty case. 422 when the subject is not a case. */
export async function caseDossierOf(
  request: Request,
  subject: SubjectRecord,
): Promise<Outcome<CaseDossierParts>> {
  const found = caseOf(request, subject);
  return found.ok ? ok(await gathered(request, subject, found.value)) : found;
}

async function gathered(request: Request, subject: SubjectRecord, at: CaseAt): Promise<CaseDossierParts> {
  const { context, deps } = request;
  const { jurisdiction, settings, calendar } = context;
  const staff = everybody(context);
  const { file, rules, entries } = at;
  const duties = [...(await obligationsOf(deps, subject)).values()];
  const others = await undertaken(request, subject, at);
  const escalations: DossierEscalation[] = [];
  const papers = await legalCasePapers(request, subject);
  const legal: LegalPaper[] = [];
  for (const one of others) {
    escalations.push(await escalationParts(request, one));
    legal.push(await legalPaperOf(request, one));
  }
  const own = new Set<unknown>([
    ...duties.map(({ id }) => id),
    ...others.map(({ escalation }) => escalation.id),
  ]);
  const holders = [subject.id, bureauSubjectId(jurisdiction.id, at.office)];
  const notices = await noticesOf(
    request,
    holders,
    (notice) => own.has(notice.obligationId) || own.has(notice.escalationId),
  );
  const chain = await chainOf(request, (content) => content['subjectId'] === subject.id);
  const parts = await caseParts(request, subject, at);
  const signed = entries.map(({ by }): [string, string] => [signature(by), personOf(staff, by)]);
  return {
    id: subject.id,
    bureau: parts.bureau,
    area: jurisdiction.name,
    subject: { id: subject.id, name: subject.name, code: subject.code },
    matter: subject.name,
    ...sourceOf(rules.stages),
    stage: { name: file.stage, title: caseStageNames[file.stage] },
    facts: subject.facts,
    officers: file.officers.length > 0 ? file.officers : (file.filing?.officers ?? []),
    recused: file.recused,
    decision: file.decision,
    duties: duties
      .filter(({ closed }) => closed?.how !== 'superseded')
      .sort((a, b) => a.overdueFrom - b.overdueFrom)
      .map((duty) => dutyOf(request, subject, duty)),
    clocks: everyClock(
      file,
      { rules, choices: choicesOf(settings), policy: { calendar, settings } },
      deps.clock.now(),
    ),
    case: parts,
    forms: formsOf(file, { rules, choices: choicesOf(settings) }),
    notices,
    escalations,
    legal: [...(papers.ok ? papers.value : []), ...legal],
    timeline: timelineOf(
      staff,
      [
        ...duties.map((duty) => ({
          title: `应办事项“${dutyRule(context.rulebook, duty)?.title ?? duty.ruleId}”`,
          history: duty.history,
        })),
        ...others.map((one) => ({ title: titleOf(context, one), history: one.escalation.history })),
      ],
      [entered(subject), ...entries.map((entry) => eventOf(request, entry))],
    ),
    people: {
      ...peopleOf(
        staff,
        others.map(({ escalation }) => escalation),
        chain.links,
      ),
      ...Object.fromEntries(signed),
    },
    chain,
  };
}

/** The documents issued besides, as far as the case’s office may see them and their rule is known. */
async function undertaken(
  { context, deps }: Request,
  subject: SubjectRecord,
  { office }: CaseAt,
): Promise<FoundEscalation[]> {
  const all = await escalationsOf(deps, subject.jurisdiction, subject.id);
  return all.flatMap((escalation) => {
    const rule = documentRule(context.rulebook, escalation);
    return rule && escalation.office === office ? [{ escalation, subject, rule }] : [];
  });
}

const entered = ({ createdAt }: SubjectRecord): DossierEvent => ({
  at: createdAt,
  what: '登记案件',
  by: '未记载',
});

/** When an event was entered, and the day on which it happened: 批准立案（2026年9月11日）. */
function eventOf({ context }: Request, { at, by, body }: CaseAt['entries'][number]): DossierEvent {
  const on = 'on' in body ? body.on : 'servedOn' in body ? body.servedOn : undefined;
  const when =
    'at' in body && body.at !== undefined ? chineseInstant(instant(body.at)) : on && chineseDay(day(on));
  const what = `${caseEventNames[body.event]}${when === undefined ? '' : `（${when}）`}`;
  return { at, what, by: personOf(everybody(context), by) };
}
