import { formatDay } from '../../domain/time/day.ts';
import { concernOf } from '../../domain/register/party.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { inspectionBlocks } from '../../documents/escalations/forms.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { answerableFor } from '../register/party.ts';
import { findInspection } from '../checks/record.ts';
import { ownSubjects } from '../register/own-subjects.ts';
import type { Request } from '../request.ts';
import { subjectRecord } from '../../records/subject.ts';

/**
 * The 现场检查笔录 of a check for one of the subjects checked: `subjectId`, or the only one. Undefined when the
 * check or the subject does not exist or is not visible.
 */
export async function inspectionDocument(
  request: Request,
  id: string,
  subjectId: string | undefined,
): Promise<DocumentModel | undefined> {
  const record = await findInspection(request, id);
  if (!record) return undefined;
  const { content } = record;
  const own = await ownSubjects(request);
  const targets = content.targets.filter((target) => own === undefined || own.has(target));
  const target = subjectId ?? (targets.length === 1 ? targets[0] : undefined);
  if (target === undefined || !targets.includes(target)) return undefined;
  const { jurisdiction, rulebook } = request.context;
  const item = await request.deps.store.get(subjectRecord.key({ jurisdiction: jurisdiction.id, id: target }));
  if (!item) return undefined;
  const subject = subjectRecord.of(item);
  const rules = rulebook
    .rulesOn(formatDay(dayOf(content.at)))
    .filter(({ regime }) => regime === content.regime);
  const office = jurisdiction.offices?.find((one) => one.office === rules[0]?.office);
  const names = new Map(
    rules.flatMap(({ procedure }) => (procedure?.checklist ?? []).map((entry) => [entry.id, entry.text])),
  );
  const of = <T extends { readonly subjectId?: string | undefined }>(entries: readonly T[]): T[] =>
    entries.filter((entry) => entry.subjectId === undefined || entry.subjectId === target);
  const [signed] = of(content.signatures);
  const { owner, about } = concernOf(subject, (await answerableFor(request.deps, subject)).party);
  const bureau = office?.name ?? jurisdiction.bureau;
  return {
    name: '现场检查笔录',
    at: content.at,
    author: bureau,
    blocks: [
      { kind: 'title', lines: [bureau, '现场检查笔录'] },
      ...inspectionBlocks({
        bureau,
        at: content.at,
        mode: content.mode,
        target: owner,
        about,
        officers: content.officers,
        checklist: of(content.checklist).map((entry) => ({
          item: names.get(entry.item) ?? entry.item,
          result: entry.result,
        })),
        findings: of(content.findings),
        signature:
          signed === undefined
            ? undefined
            : signed.by === undefined
              ? { refused: signed.note ?? '' }
              : { by: signed.by },
      }),
    ],
  };
}
