import { everybody } from '../people.ts';
import { notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { isPerson } from '../../domain/actor.ts';
import { checkBasis } from '../../domain/checks/basis.ts';
import { isFirm, visitFormsOf } from '../../domain/checks/visit.ts';
import { concernOf } from '../../domain/register/party.ts';
import { day, formatDay, type Day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { visitPaper } from '../../documents/checks/visit-papers.ts';
import type { VisitParts, VisitTarget } from '../../documents/checks/visit-parts.ts';
import { inspectionRecord, inspectionsOf } from '../../records/inspection.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { VisitRecord } from '../../records/visit.ts';
import { readAll } from '../../store/read.ts';
import type { VisitForm } from '../../vocabulary/visit-forms.ts';
import { causeWords, modeWords } from '../../vocabulary/value-words.ts';
import { targetsOf } from '../checks/judge.ts';
import { deskNow } from '../escalations/acting.ts';
import { answerableFor } from '../register/party.ts';
import type { Request } from '../request.ts';
import { findVisit } from './list.ts';

/**
 * A paper of a planned check. 409 for a letter to nobody, and for the notice of a firm’s check that no leader has
 * approved.
 */
export async function visitDocument(
  request: Request,
  id: string,
  { form, subjectId }: { readonly form: VisitForm; readonly subjectId?: string | undefined },
): Promise<Outcome<DocumentModel>> {
  const record = await findVisit(request, id);
  if (!record) return notFound;
  if (!visitFormsOf(record.content).includes(form))
    return problemAt('form', form.endsWith('-letter') ? 'visit.nobody-joins' : 'visit.other-form', { form });
  const subjects = await targetsOf(request, record.content.targets);
  const parts = await partsOf(request, record, subjects);
  if (form !== 'notice' && form !== 'reply-notice') return ok(visitPaper(parts, form, undefined));
  const { targets } = record.content;
  const asked = subjectId ?? (targets.length === 1 ? targets[0] : undefined);
  const target = parts.targets[targets.indexOf(asked ?? '')];
  if (!target) return problemAt('subjectId', 'visit.no-target');
  return target.isFirm && parts.approval?.decision !== 'approve'
    ? problem('visit.not-approved', { name: target.name })
    : ok(visitPaper(parts, form, target));
}

async function partsOf(
  request: Request,
  record: VisitRecord,
  subjects: ReadonlyMap<string, SubjectRecord>,
): Promise<VisitParts> {
  const { context } = request;
  const { content, approval, plannedAt } = record;
  const on = day(content.on);
  const rules = context.rulebook.rulesOn(content.on).filter(({ regime }) => regime === content.regime);
  const { organ, ...desk } = await deskNow(request, rules[0]?.office ?? 'archives');
  const titles = new Map(rules.map(({ ruleId, title }) => [ruleId, title]));
  const checklist = rules.flatMap(({ procedure }) => (procedure?.checklist ?? []).map(({ text }) => text));
  const made = await madeBefore(request, on);
  return {
    bureau: organ.name,
    desk: { ...desk, delegation: organ.delegation },
    plannedAt,
    on,
    until: content.until === undefined ? undefined : day(content.until),
    mode: modeWords[content.mode],
    cause: causeWords[content.cause],
    quotas: (content.ruleIds ?? []).map((id) => titles.get(id) ?? id),
    regime: rules[0]?.regimeTitle ?? content.regime,
    targets: await Promise.all(
      content.targets.flatMap((id) => {
        const subject = subjects.get(id);
        return subject ? [targetOf(request, record, subject, made.get(id)?.size ?? 0)] : [];
      }),
    ),
    officers: content.officers,
    place: content.place,
    items: content.items ?? checklist,
    materials: content.materials ?? [],
    joined: content.joined ?? [],
    cap: context.settings.enterpriseYearlyCap,
    law: checkBasis(content.regime, context.jurisdiction, content.on),
    approval: approval && {
      decision: approval.decision,
      reason: approval.reason,
      at: approval.at,
      by: everybody(context).find(({ sub }) => isPerson(approval.by) && sub === approval.by.sub)?.name,
      isDeputy: isPerson(approval.by) && approval.by.deputyFor !== undefined,
    },
  };
}

async function targetOf(
  { deps }: Request,
  { notices }: VisitRecord,
  subject: SubjectRecord,
  checkedThisYear: number,
): Promise<VisitTarget> {
  const { party } = await answerableFor(deps, subject);
  const { owner, about } = concernOf(subject, party);
  const notice = notices.find(({ subjectId }) => subjectId === subject.id);
  return {
    name: owner,
    about,
    party,
    isFirm: isFirm(subject, party),
    checkedThisYear,
    notice: notice && { number: notice.number, on: day(notice.on) },
  };
}

/** The days of the year before a day on which each subject was checked on the spot. */
async function madeBefore(
  { deps, context }: Request,
  on: Day,
): Promise<ReadonlyMap<string, ReadonlySet<Day>>> {
  const upTo = formatDay(on).replaceAll('-', '');
  const items = await readAll(deps.store, {
    ...inspectionsOf(context.jurisdiction.id),
    from: `${upTo.slice(0, 4)}0101`,
    to: upTo,
  });
  const days = new Map<string, Set<Day>>();
  for (const { content } of items.map(inspectionRecord.of)) {
    if (content.mode !== 'on-site' && content.mode !== 'joint') continue;
    for (const id of content.targets) days.set(id, (days.get(id) ?? new Set<Day>()).add(dayOf(content.at)));
  }
  return days;
}
