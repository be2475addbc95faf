import { dutyIdsOf } from '../../records/escalation.ts';
import { notFound, ok, problemAt, type Outcome } from '../../outcome.ts';
import { checkBasis } from '../../domain/checks/basis.ts';
import { checkFormsOf } from '../../domain/checks/forms.ts';
import { CATALOGUE, proceduresFor } from '../../domain/checks/inspection.ts';
import { isOut } from '../../domain/escalations/state.ts';
import { concernOf } from '../../domain/register/party.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { CheckParts, RecheckedParts } from '../../documents/checks/parts.ts';
import { checkPaper } from '../../documents/checks/papers.ts';
import type { DocumentModel } from '../../documents/model.ts';
import type { InspectionContent } from '../../records/inspection.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Rule } from '../../rules/rule.ts';
import { checkFormTable, type CheckForm } from '../../vocabulary/check-forms.ts';
import { causeWords } from '../../vocabulary/value-words.ts';
import { deskNow } from '../escalations/acting.ts';
import { escalationsOf } from '../escalations/list.ts';
import { answerableFor } from '../register/party.ts';
import { ownSubjects } from '../register/own-subjects.ts';
import type { Request } from '../request.ts';
import { earlierFindings } from '../checks/earlier-findings.ts';
import { findInspection } from '../checks/list.ts';

/**
 * A paper of a check for one of the subjects checked: `subjectId`, or the only one. 404 when the check or the subject
 * does not exist or is not visible, 409 for a paper that the record does not give, which says what is missing.
 */
export async function checkDocument(
  request: Request,
  id: string,
  { subjectId, form }: { readonly subjectId?: string | undefined; readonly form: CheckForm },
): Promise<Outcome<DocumentModel>> {
  const record = await findInspection(request, id);
  if (!record) return notFound;
  const { content } = record;
  const own = await ownSubjects(request);
  // A unit has what it signs. What the bureau makes of it reaches the unit by service.
  if (own !== undefined && !checkFormTable[form].signed) return notFound;
  const targets = content.targets.filter((target) => own === undefined || own.has(target));
  const target = subjectId ?? (targets.length === 1 ? targets[0] : undefined);
  if (target === undefined || !targets.includes(target)) return notFound;
  const { context, deps } = request;
  const item = await deps.store.get(subjectRecord.key({ jurisdiction: context.jurisdiction.id, id: target }));
  if (!item) return notFound;
  const subject = subjectRecord.of(item);
  const rules = context.rulebook
    .rulesOn(formatDay(dayOf(content.at)))
    .filter(({ regime }) => regime === content.regime);
  const parts = await partsOf(request, { content, subject, rules });
  const lack = formLack(form, { content, subject, rules, rechecked: parts.rechecked });
  return lack ?? ok(checkPaper(parts, form));
}

interface Source {
  readonly content: InspectionContent;
  readonly subject: SubjectRecord;
  readonly rules: readonly Rule[];
}

const procedureOf = ({ rules, content }: Pick<Source, 'rules' | 'content'>): Rule['procedure'] =>
  proceduresFor(rules, content.regime, content.mode)[0]?.procedure;

/** Why a paper cannot be made from the record; undefined where it can. */
function formLack(
  form: CheckForm,
  { content, subject, rules, rechecked }: Source & Pick<CheckParts, 'rechecked'>,
) {
  if (form === 'recheck-opinion' && rechecked.length === 0)
    return problemAt('form', 'check.nothing-rechecked', { form });
  if (!checkFormsOf(content, procedureOf({ rules, content })).includes(form))
    return problemAt('form', 'check.no-such-form', { form });
  return form === 'patrol-record' && !subject.traits.includes(CATALOGUE)
    ? problemAt('form', 'check.not-catalogued', { form, name: subject.name })
    : undefined;
}

async function partsOf(request: Request, source: Source): Promise<CheckParts> {
  const { context, deps } = request;
  const { content, subject, rules } = source;
  const office = rules[0]?.office ?? 'archives';
  const { organ, ...desk } = await deskNow(request, office);
  const { party } = await answerableFor(deps, subject);
  const { owner, about } = concernOf(subject, party);
  const names = new Map(
    rules.flatMap(({ procedure }) => (procedure?.checklist ?? []).map((entry) => [entry.id, entry.text])),
  );
  const procedures = proceduresFor(rules, content.regime, content.mode).map(({ procedure }) => procedure);
  const of = <T extends { readonly subjectId?: string | undefined }>(entries: readonly T[]): T[] =>
    entries.filter((entry) => entry.subjectId === undefined || entry.subjectId === subject.id);
  const [signed] = of(content.signatures);
  const site = content.sites?.find(({ subjectId }) => subjectId === subject.id);
  return {
    bureau: organ.name,
    desk: { ...desk, delegation: organ.delegation },
    at: content.at,
    until: site?.until,
    mode: content.mode,
    cause: causeWords[content.cause],
    target: owner,
    party,
    about,
    work: workOf(subject),
    place: site?.place,
    host: site?.host,
    officers: content.officers,
    certificates: procedures.find((one) => one?.certificates !== undefined)?.certificates ?? 'enforcement',
    certificatesShown: content.certificatesShown,
    rightsTold: content.rightsTold,
    joined: content.joined ?? [],
    checklist: of(content.checklist).map(({ item, result }) => ({ item: names.get(item) ?? item, result })),
    findings: of(content.findings).map(({ text, handling, rectifyBy }) => ({
      text,
      handling,
      ...(rectifyBy === undefined ? {} : { rectifyBy: day(rectifyBy) }),
    })),
    rechecked: await recheckedIn(request, source),
    signature:
      signed === undefined
        ? undefined
        : signed.by === undefined
          ? { refused: signed.note ?? '' }
          : { by: signed.by },
    law: checkBasis(content.regime, context.jurisdiction, formatDay(dayOf(content.at))),
    system: procedures.find((one) => one?.system !== undefined)?.system,
  };
}

/** What the register knows of a civil-defence work. */
function workOf({ kind, facts }: SubjectRecord): CheckParts['work'] {
  if (kind !== 'civil-defence-work') return undefined;
  const { approvedUse, builtOn } = facts;
  return {
    approvedUse: typeof approvedUse === 'string' ? approvedUse : undefined,
    builtOn: typeof builtOn === 'string' ? day(builtOn) : undefined,
  };
}

/** What was seen of the subject’s earlier problems, with the numbers of the papers that asked to put them right. */
async function recheckedIn({ deps }: Request, { content, subject }: Source): Promise<RecheckedParts[]> {
  const rechecked = content.rechecked ?? [];
  if (rechecked.length === 0) return [];
  const known = await earlierFindings(
    deps,
    [subject],
    rechecked.map(({ obligationId }) => obligationId),
  );
  const issued = (await escalationsOf(deps, subject.jurisdiction, subject.id)).filter(({ status }) =>
    isOut(status),
  );
  return rechecked.flatMap(({ obligationId, result, note }) => {
    const finding = known.get(obligationId)?.finding;
    if (!finding) return [];
    const papers = issued.filter(
      (one) => one.inspectionId === finding.inspectionId || dutyIdsOf(one).includes(obligationId),
    );
    return [
      {
        text: finding.text,
        foundOn: day(finding.on),
        rectifyBy: day(finding.rectifyBy),
        papers: papers.flatMap(({ issue }) => (issue ? [issue.number] : [])),
        result,
        note,
      },
    ];
  });
}
