import { z } from 'zod';
import { day } from '../domain/day.ts';
import { contentHash } from '../domain/ids.ts';
import { effectiveDue, stepId } from '../domain/schedule.ts';
import { renderDuty } from '../letters/duty.ts';
import { smsFor } from '../letters/sms.ts';
import type { DeadlineRule } from '../rules/rule.ts';
import { obligationKey, subjectKey } from '../store/keys.ts';
import {
  obligationRecord,
  pointer,
  subjectRecord,
  type NoticeKind,
  type ObligationRecord,
  type Pointer,
  type StepRecord,
  type SubjectRecord,
} from '../store/records.ts';
import { messageVersion } from '../store/stored.ts';
import { enterAgenda } from './agenda.ts';
import { loadContext, type Context } from './context.ts';
import type { Deps } from './deps.ts';
import { noticeIdOf, type NoticeDraft } from './notice.ts';
import { toldDate } from './plan.ts';
import type { Recipient } from './recipients.ts';
import { recipientsOf } from './addressing.ts';
import { dutyRule } from './rule-of.ts';
import { recordUndeliverable, withdrawQueued, type Letter } from './send.ts';
import { withdrawMoved, withdrawReplaced, withdrawWithoutStep } from './outdated.ts';
import { rethrow, sendLetters } from './send-letters.ts';
import { bureauSubjectId } from './setup.ts';
import { letterOf, type LetterParts, type LetterStep } from './wording.ts';
import { judge } from './judge.ts';
import { LINK_STEP } from './ledger.ts';
import { draftForDuty } from './escalation-from-duty.ts';
import { deliverEscalations } from './escalation-run.ts';

export const deliverMessage = z.object({ v: messageVersion, pointers: z.array(pointer) });

/** One step of one obligation, with all that its letter needs. */
export interface Duty {
  readonly pointer: Pointer;
  readonly context: Context;
  readonly rule: DeadlineRule;
  readonly obligation: ObligationRecord;
  readonly step: StepRecord;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  readonly bureau: SubjectRecord | undefined;
}

/** A step that is a letter; a draft is none. */
type LetterDuty = Duty & { readonly step: LetterStep };
const isLetter = (duty: Duty): duty is LetterDuty => duty.step.kind !== 'draft';

/**
 * Delivers the steps that pointers name. The obligation is the truth, a pointer only a hint: what is met,
 * moved, held or past is not sent. Nothing leaves on a rest day or in quiet hours but what runs by the hour.
 */
export async function deliver(deps: Deps, pointers: readonly Pointer[]): Promise<number> {
  const escalated = await deliverEscalations(deps, pointers);
  const duties = await dutiesFor(
    deps,
    pointers.filter((entry) => entry.escalationId === undefined && entry.step !== LINK_STEP),
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
      if (isLetter(duty)) await withdrawFor(deps, duty);
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
  const letters = written.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const { left, results } = await sendLetters(deps, letters);
  rethrow([...written, ...results, ...drafted, ...escalated.results]);
  return left + escalated.left;
}

export async function dutiesFor(deps: Deps, pointers: readonly Pointer[]): Promise<Duty[]> {
  const unique = [
    ...new Map(pointers.map((entry) => [`${entry.obligationId}/${entry.step}`, entry])).values(),
  ];
  const ids = [...new Set(unique.map((entry) => entry.jurisdiction))];
  const contexts = new Map<string, Context>();
  for (const id of ids) {
    const context = await loadContext(deps.store, id);
    if (context) contexts.set(id, context);
  }
  const items = await deps.store.getMany(
    uniqueKeys(unique.map((entry) => obligationKey(entry.jurisdiction, entry.obligationId))),
  );
  const obligations = new Map(
    items.map((item) => obligationRecord.parse(item)).map((record) => [record.id, record]),
  );
  const subjects = await subjectsFor(deps, [...obligations.values()], contexts);
  return unique.flatMap((entry) => dutyOf(entry, contexts, obligations, subjects));
}

function dutyOf(
  entry: Pointer,
  contexts: ReadonlyMap<string, Context>,
  obligations: ReadonlyMap<string, ObligationRecord>,
  subjects: ReadonlyMap<string, SubjectRecord>,
): Duty[] {
  const context = contexts.get(entry.jurisdiction);
  const obligation = obligations.get(entry.obligationId);
  const rule = obligation && context && dutyRule(context.rulebook, obligation);
  const step = obligation?.steps.find((candidate) => stepId(candidate) === entry.step);
  const subject = obligation && subjects.get(obligation.subjectId);
  if (!context || !obligation || !rule || !step || !subject) return [];
  return [
    {
      pointer: entry,
      context,
      rule,
      obligation,
      step,
      subject,
      parent: subject.parentId === undefined ? undefined : subjects.get(subject.parentId),
      bureau: subjects.get(bureauSubjectId(context.jurisdiction.id, rule.office)),
    },
  ];
}

async function subjectsFor(
  deps: Deps,
  obligations: readonly ObligationRecord[],
  contexts: ReadonlyMap<string, Context>,
): Promise<Map<string, SubjectRecord>> {
  const keys = obligations.flatMap((obligation) => {
    const context = contexts.get(obligation.jurisdiction);
    const office = (context && dutyRule(context.rulebook, obligation))?.office ?? 'archives';
    return [
      subjectKey(obligation.jurisdiction, obligation.subjectId),
      subjectKey(obligation.jurisdiction, bureauSubjectId(obligation.jurisdiction, office)),
    ];
  });
  const own = (await deps.store.getMany(uniqueKeys(keys))).map((item) => subjectRecord.parse(item));
  const parents = own.flatMap((subject) =>
    subject.parentId === undefined ? [] : [subjectKey(subject.jurisdiction, subject.parentId)],
  );
  const more = (await deps.store.getMany(uniqueKeys(parents))).map((item) => subjectRecord.parse(item));
  return new Map([...own, ...more].map((subject) => [subject.id, subject]));
}

function uniqueKeys<K extends { readonly pk: string; readonly sk: string }>(keys: readonly K[]): K[] {
  return [...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
}

const noticeKinds: Readonly<Record<LetterStep['kind'], NoticeKind>> = {
  reminder: 'reminder',
  overdue: 'overdue',
  correction: 'correction',
  returned: 'report-returned',
  'alert-officers': 'bureau-alert',
  'alert-leader': 'bureau-alert',
  'alert-superior': 'bureau-alert',
};

/** The letters of a step, one a recipient; where there is nobody to write to, the bureau is told. */
async function lettersFor(deps: Deps, duty: LetterDuty): Promise<Letter[]> {
  const { recipients, toldBefore } = await recipientsOf(deps, duty);
  if (recipients.length === 0) {
    await withdrawReplaced(deps, duty.pointer, []);
    if (duty.step.kind === 'correction' || duty.step.kind === 'alert-superior') return [];
    await recordUndeliverable(
      deps,
      draftFor(duty, { name: '', to: '', channel: 'email', onBehalf: false }, '', ''),
      duty.rule.deadline.what,
      duty.pointer,
    );
    return [];
  }
  const now = deps.clock.now();
  const verdict = judge(duty, now);
  const parts: LetterParts = { ...duty, now, toldBefore, late: verdict.kind === 'send' && verdict.late };
  const letters = recipients.map((recipient) => letterFor(duty, parts, recipient));
  // Only what was tried before can have left somebody behind.
  await withdrawReplaced(deps, duty.pointer, letters);
  return letters;
}

function letterFor(duty: LetterDuty, parts: LetterParts, recipient: Recipient): Letter {
  if (recipient.channel === 'sms') {
    const kind = duty.step.kind === 'overdue' ? 'overdue' : 'reminder';
    const sms = smsFor(kind, {
      bureau: parts.bureau?.name ?? duty.context.jurisdiction.bureau,
      owner: duty.subject.name,
      dueOn: day(effectiveDue(duty.obligation)),
    });
    const hash = contentHash(sms.text);
    const draft = draftFor(duty, recipient, sms.text, hash, parts.late);
    return {
      draft,
      pointer: duty.pointer,
      message: { channel: 'sms', sms: { to: recipient.to, ...sms } },
      stored: { hash, text: sms.text, html: undefined },
    };
  }
  const rendered = renderDuty(letterOf(parts, recipient.onBehalf, recipient.body));
  const hash = contentHash(rendered.html);
  const draft = draftFor(duty, recipient, rendered.subject, hash, parts.late);
  return {
    draft,
    pointer: duty.pointer,
    message: { channel: 'email', mail: { to: recipient.to, ...rendered } },
    stored: { hash, text: rendered.text, html: rendered.html },
  };
}

function draftFor(
  duty: LetterDuty,
  recipient: Recipient,
  subject: string,
  textHash: string,
  late = false,
): NoticeDraft {
  const { obligation, rule, step } = duty;
  return {
    id: noticeIdOf({
      jurisdiction: obligation.jurisdiction,
      subjectId: obligation.subjectId,
      rule: rule.ruleId,
      period: obligation.key,
      step: stepId(step),
      due: dueText(obligation),
      to: recipient.to,
      channel: recipient.channel,
    }),
    jurisdiction: obligation.jurisdiction,
    subjectId: obligation.subjectId,
    kind: noticeKinds[step.kind],
    obligationId: obligation.id,
    ruleId: rule.ruleId,
    step: stepId(step),
    to: recipient.to,
    toName: recipient.name,
    ...(recipient.body === undefined ? {} : { others: true }),
    channel: recipient.channel,
    subject,
    textHash,
    toldDue: dueText(obligation),
    late,
  };
}

const dueText = (obligation: ObligationRecord): string =>
  obligation.closed?.how === 'superseded' ? 'ended' : toldDate(obligation);

async function withdrawFor(deps: Deps, duty: LetterDuty): Promise<void> {
  const { recipients } = await recipientsOf(deps, duty);
  for (const recipient of recipients) await withdrawQueued(deps, draftFor(duty, recipient, '', ''));
}
