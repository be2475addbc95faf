import { PASSED, noticeAfter } from '../../domain/notices/state.ts';
import { noticeRecord, type NoticeRecord } from '../../records/notice.ts';
import type { Deps } from '../deps.ts';
import { recipientsOf } from './addressing.ts';
import { dailyItem } from './daily-line.ts';
import { draftFor, type LetterDuty } from './duty-letters.ts';
import { freshNotice, type NoticeDraft } from './notice.ts';
import { withdrawQueued } from './send.ts';

/**
 * A step is not to be sent any more. Its queued notices are withdrawn. A reminder that the provider’s limits kept
 * back until it had lost its use is recorded, so that people see it: nobody was reminded, though the duty stands.
 */
export async function letGo(deps: Deps, duty: LetterDuty): Promise<void> {
  const { recipients } = await recipientsOf(deps, duty);
  const passed = isPassed(duty);
  for (const recipient of recipients) {
    const draft = draftFor(duty, recipient, duty.obligation.title ?? duty.rule.deadline.what, '');
    if (!passed || !(await recordPassed(deps, draft))) await withdrawQueued(deps, draft);
  }
}

/** It had its time ahead when it was planned, and its duty is still to be done. */
const isPassed = ({ step, obligation }: LetterDuty): boolean =>
  step.kind === 'reminder' &&
  obligation.closed === undefined &&
  step.at >= Math.max(obligation.enteredAt, obligation.datedAt);

/**
 * Records that nobody was reminded; the bureau’s line is written first. Returns whether it is recorded: a notice
 * that was tried is no matter of limits, and where there are none nothing was kept back.
 */
async function recordPassed(deps: Deps, draft: NoticeDraft): Promise<boolean> {
  const now = deps.clock.now();
  const known = await noticeRecord.read(deps.store, draft);
  if (known ? !isUntried(known) : deps.pace?.limits[draft.channel] === undefined) return false;
  const notice = known ?? freshNotice({ ...draft, toldDue: undefined }, now);
  await deps.store.putMany([dailyItem(draft.jurisdiction, 'passed', draft.id, now)]);
  const attempts = [{ at: now, provider: 'none', outcome: PASSED }];
  const status = noticeAfter(notice.status, 'withdraw') ?? notice.status;
  if (!(await noticeRecord.put(deps.store, { ...notice, status, attempts, notBefore: undefined })))
    return false;
  deps.log('info', 'REMINDER_PASSED', 'A reminder lost its use before it could leave.', { notice: draft.id });
  return true;
}

const isUntried = ({ status, attempts, claim }: NoticeRecord): boolean =>
  status === 'queued' && attempts.length === 0 && claim === undefined;
