import { z } from 'zod';
import { pointer, type Pointer } from '../../records/agenda.ts';
import { messageVersion } from '../../records/stored.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { withdrawMoved, withdrawWithoutStep } from '../notices/outdated.ts';
import { rethrow, sendLetters } from '../notices/send-letters.ts';
import { judge } from '../notices/judge.ts';
import { recordUndeliverable } from '../notices/send.ts';
import { LINK_STEP } from '../ledger/append.ts';
import { draftForDuty } from '../escalations/from-duty.ts';
import { OPEN_CASE_STEP } from '../escalations/pointer.ts';
import { openCase } from '../subjects/open-case.ts';
import { deliverEscalations } from '../escalations/run.ts';
import { INVITE_STEP, sendInvitations } from '../persons/invite.ts';
import { type Duty, dutiesFor } from '../notices/duty.ts';
import { type LetterDuty, isLetter, lettersFor, dueText } from '../notices/duty-letters.ts';
import { letGo } from '../notices/passed.ts';

export const deliverMessage = z.object({
  v: messageVersion,
  pointers: z.array(pointer),
  /** The record of the message, which is deleted when it was worked on. */
  handed: z.object({ pk: z.string().startsWith('HANDED#'), sk: z.string() }).optional(),
});

/** Works on a message of the queue, then forgets it. */
export async function deliverHanded(
  deps: Deps,
  { pointers, handed }: z.infer<typeof deliverMessage>,
): Promise<number> {
  const left = await deliver(deps, pointers);
  if (handed) await deps.store.deleteMany([handed]);
  return left;
}

/**
 * Delivers the steps that pointers name. The obligation decides; a pointer is only a hint. A step that was met,
 * moved, held or is past is not sent. On rest days and in quiet hours only notices of duties by the hour are
 * sent.
 */
export async function deliver(deps: Deps, pointers: readonly Pointer[]): Promise<number> {
  const opening = pointers.filter(({ step }) => step === OPEN_CASE_STEP);
  const opened = await Promise.allSettled(opening.map((pointer) => openCase(deps, pointer)));
  const inviting = await Promise.allSettled([
    sendInvitations(
      deps,
      pointers.filter(({ step }) => step === INVITE_STEP),
    ),
  ]);
  const escalated = await deliverEscalations(
    deps,
    pointers.filter(({ step }) => step !== OPEN_CASE_STEP),
  );
  const duties = await dutiesFor(
    deps,
    pointers.filter(
      ({ escalationId, step }) => escalationId === undefined && step !== LINK_STEP && step !== INVITE_STEP,
    ),
  );
  await withdrawWithoutStep(deps, pointers, duties);
  const sending: LetterDuty[] = [];
  const drafting: Duty[] = [];
  const waiting: Pointer[] = [];
  for (const duty of duties) {
    const verdict = judge(duty, deps.clock.now());
    if (verdict.kind === 'send' && isLetter(duty)) sending.push(duty);
    else if (verdict.kind === 'send') drafting.push(duty);
    else if (verdict.kind === 'wait') waiting.push({ ...duty.pointer, at: verdict.until });
    else if (verdict.kind === 'withdraw') {
      if (isLetter(duty)) await letGo(deps, duty);
    } else {
      await withdrawMoved(deps, duty.pointer, dueText(duty.obligation));
      deps.log('info', 'STEP_DROPPED', 'A step is no longer due.', {
        obligation: duty.obligation.id,
        why: verdict.why,
      });
    }
  }
  await enterAgenda(deps.store, waiting, deps.clock.now());
  const drafted = await Promise.allSettled(drafting.map((duty) => draftForDuty(deps, duty)));
  const written = await Promise.allSettled(sending.map((duty) => lettersFor(deps, duty)));
  const made = written.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const recorded = await recordUndeliverable(
    deps,
    made.flatMap(({ nobody }) => nobody ?? []),
  );
  const { left, results } = await sendLetters(
    deps,
    made.flatMap(({ letters }) => letters),
  );
  rethrow([...written, ...recorded, ...results, ...drafted, ...opened, ...inviting, ...escalated.results]);
  return left + escalated.left;
}
