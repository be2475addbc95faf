import { signature } from '../../domain/actor.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import { proceduresFor } from '../../domain/checks/inspection.ts';
import { checkFormsOf } from '../../domain/checks/forms.ts';
import { checkFormTable } from '../../vocabulary/check-forms.ts';
import { promptedBy } from '../../domain/checks/scope.ts';
import type { CountedTo } from '../../domain/quotas/types.ts';
import type { InspectionContent, InspectionRecord } from '../../records/inspection.ts';
import type { Followed } from './findings.ts';
import type { OwnSubjects } from '../register/own-subjects.ts';
import type { Request } from '../request.ts';

/** A record as the API answers it; `own` are the subjects that a unit may see, undefined for the bureau. */
export function inspectionView(
  { context }: Request,
  record: InspectionRecord,
  counted: readonly CountedTo[],
  own: OwnSubjects | undefined,
  followed: Followed = () => ({}),
) {
  const { id, content, recordedAt, recordedBy, originals, version } = record;
  const rules = context.rulebook
    .rulesOn(formatDay(dayOf(content.at)))
    .filter(({ regime }) => regime === content.regime);
  const [procedure] = proceduresFor(rules, content.regime, content.mode).map((rule) => rule.procedure);
  const prompt = promptedBy(rules, content.regime, content.cause);
  return {
    id,
    ...contentView(content, own),
    findings: content.findings.filter(seenBy(own)).map((finding) => ({
      ...findingView(finding),
      ...followed(record, finding),
    })),
    counted: own === undefined ? counted : counted.filter(({ subjectId }) => subjectId === undefined),
    form: procedure?.forms?.[0],
    system: procedure?.system,
    documents: checkFormsOf(record.content, procedure).filter(
      (form) => own === undefined || checkFormTable[form].signed,
    ),
    promptedBy: prompt && { ruleId: prompt.ruleId, title: prompt.title, section: prompt.cite },
    recordedAt: formatInstant(recordedAt),
    recordedBy: signature(recordedBy),
    originals: originals.map((original) => ({
      ...contentView(original.content, own),
      until: formatInstant(original.until),
      by: signature(original.by),
      reason: original.reason,
    })),
    version,
  };
}

const seenBy =
  (own: OwnSubjects | undefined) =>
  ({ subjectId }: { readonly subjectId?: string | undefined }): boolean =>
    own === undefined || subjectId === undefined || own.has(subjectId);

type Finding = InspectionContent['findings'][number];

const findingView = ({ subjectId, text, severity, handling, rectifyBy }: Finding) => ({
  subjectId,
  text,
  severity,
  handling,
  rectifyBy,
});

const named = ({
  name,
  certificate,
}: {
  readonly name: string;
  readonly certificate?: string | undefined;
}) => ({
  name,
  certificate,
});

type Rechecked = NonNullable<InspectionContent['rechecked']>[number];
const recheckedView = ({ obligationId, result, note }: Rechecked) => ({ obligationId, result, note });

/** Of a joint check, a unit sees only what concerns itself. */
function contentView(content: InspectionContent, own: OwnSubjects | undefined) {
  const mine = seenBy(own);
  return {
    regime: content.regime,
    ruleId: content.ruleId,
    at: formatInstant(content.at),
    mode: content.mode,
    cause: content.cause,
    countsTowards: content.countsTowards,
    targets: content.targets.filter((subjectId) => mine({ subjectId })),
    outsideScope: content.outsideScope?.filter((subjectId) => mine({ subjectId })),
    officers: content.officers.map(({ name, certificate, recuse, unverified }) => ({
      name,
      certificate,
      ...(own === undefined ? { recuse } : {}),
      unverified,
    })),
    checklist: content.checklist
      .filter(mine)
      .map(({ item, result, subjectId }) => ({ item, result, subjectId })),
    findings: content.findings.filter(mine).map(findingView),
    signatures: content.signatures
      .filter(mine)
      .map(({ subjectId, by, refused, note }) => ({ subjectId, by, refused, note })),
    sites: content.sites?.filter(mine).map(({ subjectId, place, until, host }) => ({
      subjectId,
      place,
      until: until && formatInstant(until),
      host,
    })),
    certificatesShown: content.certificatesShown,
    rightsTold: content.rightsTold,
    joined: content.joined?.map(({ body, part, officers }) => ({
      body,
      part,
      officers: officers?.map(named),
    })),
    rechecked: own === undefined ? content.rechecked?.map(recheckedView) : undefined,
    visitId: own === undefined ? content.visitId : undefined,
    withoutNotice: own === undefined ? content.withoutNotice : undefined,
    coordinatingBodies: own === undefined ? content.coordinatingBodies : undefined,
  };
}
