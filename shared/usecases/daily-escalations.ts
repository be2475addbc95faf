import { escalationNames } from '../domain/escalation-names.ts';
import type { DocumentLine } from '../letters/types.ts';
import type { OfficeName } from '../rules/schema.ts';
import { escalationRecord, type EscalationRecord } from '../store/escalation-record.ts';
import { escalationKey, subjectKey } from '../store/keys.ts';
import { readInOrder } from '../store/read.ts';
import { subjectRecord, type DailyLineType } from '../store/records.ts';
import type { Context } from './context.ts';
import type { Deps } from './deps.ts';
import { titleOf } from './escalation-title.ts';
import { documentRule } from './rule-of.ts';

/** What the daily mail says of a document, while it still holds. */
const notes: Readonly<Partial<Record<DailyLineType, (escalation: EscalationRecord) => string | undefined>>> =
  {
    drafted: ({ status }) => (status === 'draft' ? '已起草，待审核提请审批' : undefined),
    decided: ({ status }) =>
      status === 'approved' ? '已批准，待印发' : status === 'rejected' ? '未获批准' : undefined,
    unserved: ({ status }) => (status === 'issued' ? '印发后尚未登记送达' : undefined),
    unrectified: ({ status, complied }) =>
      status === 'served' && !complied ? '改正期限已届满，未见改正' : undefined,
  };

export interface OfficeDocument {
  readonly office: OfficeName;
  readonly line: DocumentLine;
}

/** The documents that came up for the daily mail and still wait for somebody. */
export async function documentLines(
  deps: Deps,
  context: Context,
  lines: readonly { readonly type: DailyLineType; readonly id: string }[],
): Promise<OfficeDocument[]> {
  const own = lines.filter(({ type }) => notes[type] !== undefined);
  if (own.length === 0) return [];
  const jurisdiction = context.jurisdiction.id;
  const ids = [...new Set(own.map(({ id }) => id))];
  const items = await readInOrder(
    deps.store,
    ids.map((id) => escalationKey(jurisdiction, id)),
  );
  const escalations = new Map(
    items.map((item) => escalationRecord.parse(item)).map((record) => [record.id, record]),
  );
  const holders = await deps.store.getMany(
    [...new Set([...escalations.values()].map(({ subjectId }) => subjectId))].map((id) =>
      subjectKey(jurisdiction, id),
    ),
  );
  const names = new Map(holders.map((item) => subjectRecord.parse(item)).map(({ id, name }) => [id, name]));
  const told = own.flatMap(({ type, id }): OfficeDocument[] => {
    const escalation = escalations.get(id);
    const note = escalation && notes[type]?.(escalation);
    if (!escalation || note === undefined) return [];
    const rule = documentRule(context.rulebook, escalation);
    const line = {
      owner: names.get(escalation.subjectId) ?? '',
      document: rule ? titleOf(context, { escalation, rule }) : escalationNames[escalation.step],
      number: escalation.issue?.number,
      note,
    };
    return [{ office: escalation.office, line }];
  });
  const seen = new Set<string>();
  return told.filter(({ line }) => {
    const key = JSON.stringify(line);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
