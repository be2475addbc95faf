import { fieldError, type FieldError } from '../../outcome.ts';
import { hasLeft } from '../../domain/notices/state.ts';
import { stepId } from '../../domain/duties/schedule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { readAll } from '../../store/read.ts';
import { noticeRecord, type NoticeRecord, noticesAbout } from '../../records/notice.ts';
import type { Deps } from '../deps.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/**
 * The party may say that nobody told it: the overdue notice of the missed day never left. Undefined where one left to
 * it or to whoever reads its mail for it; what others were told about it does not count. Undefined too where none was called for; and for what no missed duty started.
 */
export async function unsentNotice(
  { store }: Pick<Deps, 'store'>,
  escalation: EscalationRecord,
  obligation: ObligationRecord | undefined,
): Promise<{ readonly status: NoticeRecord['status'] | 'none' } | undefined> {
  if (!obligation || escalation.previousId !== undefined || escalation.due === undefined) return undefined;
  const step = obligation.steps.find(({ kind }) => kind === 'overdue');
  if (!step) return undefined;
  const isOf = (notice: NoticeRecord): boolean =>
    notice.obligationId === obligation.id && notice.step === stepId(step);
  const about = noticesAbout(escalation.jurisdiction, escalation.subjectId);
  const own = (await readAll(store, about))
    .map(noticeRecord.of)
    .filter((notice) => isOf(notice) && notice.others !== true && notice.toldDue === escalation.due);
  return own.some(({ status }) => hasLeft(status)) ? undefined : { status: own.at(-1)?.status ?? 'none' };
}

/** What a proposal lacks for it, until a person has said why it may go on. */
export const unsentNoticeMissing = (
  unsent: { readonly status: string } | undefined,
  { unsentNoticeReason }: EscalationRecord,
): FieldError[] =>
  unsent === undefined || unsentNoticeReason !== undefined
    ? []
    : [fieldError('unsentNotice', 'escalation.notice-not-sent')];
