import { day, formatDay } from '../../domain/time/day.ts';
import { measures, paperIn, reachesParty } from '../../vocabulary/measures.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import type { DocumentLine } from '../../letters/types.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { listOf } from '../../records/keys.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { unservedAt } from '../escalations/issue.ts';
import { legalStanding } from '../escalations/legal-word.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { titleOf } from '../escalations/title.ts';
import { documentRule } from '../register/rule-of.ts';
import { subjectRecord } from '../../records/subject.ts';

/** The line of the daily mail about a document, for as long as the document waits for somebody. */
function waitsFor(context: Context, escalation: EscalationRecord, now: Instant): string | undefined {
  const { status, issue, rectifyUntil, complied, takenOnTheSpot } = escalation;
  switch (status) {
    case 'draft':
      return '已起草，待审核提请审批';
    case 'awaiting-approval':
      return '已提请审批，待审批';
    case 'approved':
      return '已批准，待印发';
    case 'issued': {
      const on = issue?.on ?? (takenOnTheSpot && formatDay(dayOf(takenOnTheSpot.at)));
      const asked = !complied && on !== undefined && reachesParty(paperIn(escalation));
      return asked && unservedAt({ context }, on) <= now ? '印发后尚未登记送达' : undefined;
    }
    case 'served':
      return !complied && rectifyUntil !== undefined && day(rectifyUntil) < dayOf(now)
        ? paperIn(escalation) === 'reminder-letter'
          ? '函中所提期限已届满，未见办理'
          : '改正期限已届满，未见改正'
        : undefined;
    case 'rejected':
    case 'withdrawn':
      return undefined;
  }
}

export interface OfficeDocument {
  readonly office: OfficeName;
  readonly line: DocumentLine;
  /** Whether it waits for the word of the legal officer. */
  readonly legal?: boolean;
}

/** Once it is proposed: before that its words are not what they will be. */
async function waitsForWord(deps: Deps, context: Context, found: FoundEscalation): Promise<boolean> {
  const { status } = found.escalation;
  if (status !== 'awaiting-approval' && status !== 'approved') return false;
  const { open, word, officers } = await legalStanding({ deps, context }, found);
  return open.length > 0 && word === undefined && officers.length > 0;
}

/**
 * All documents that wait for somebody, in the order in which they were drafted, and those refused since the
 * last mail.
 */
export async function documentLines(
  deps: Deps,
  context: Context,
  lines: readonly { readonly type: string; readonly id: string }[],
  now: Instant,
): Promise<OfficeDocument[]> {
  const jurisdiction = context.jurisdiction.id;
  const keys = await readAll(deps.store, { pk: listOf(jurisdiction, 'ESCALATION'), index: 'list' });
  const decided = new Set(lines.flatMap(({ type, id }) => (type === 'decided' ? [id] : [])));
  const told = (await readInOrder(deps.store, keys)).flatMap((item) => {
    const escalation = escalationRecord.of(item);
    const refused = escalation.status === 'rejected' && decided.has(escalation.id);
    const note = refused ? '未获批准' : waitsFor(context, escalation, now);
    return note === undefined ? [] : [{ escalation, note }];
  });
  const ids = [...new Set(told.map(({ escalation }) => escalation.subjectId))];
  const holders = await deps.store.getMany(ids.map((id) => subjectRecord.key({ jurisdiction, id })));
  const subjects = new Map(holders.map(subjectRecord.of).map((subject) => [subject.id, subject]));
  return Promise.all(
    told.map(async ({ escalation, note }) => {
      const rule = documentRule(context.rulebook, escalation);
      const subject = subjects.get(escalation.subjectId);
      const legal =
        rule !== undefined &&
        subject !== undefined &&
        (await waitsForWord(deps, context, { escalation, subject, rule }));
      return {
        office: escalation.office,
        legal,
        line: {
          owner: subject?.name ?? '',
          document: rule ? titleOf(context, { escalation, rule }) : measures[escalation.step].name,
          number: escalation.issue?.number,
          note: legal ? `${note}，待法制员提出意见` : note,
        },
      };
    }),
  );
}
