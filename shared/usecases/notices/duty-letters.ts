import { day } from '../../domain/time/day.ts';
import { effectiveDue, stepId } from '../../domain/duties/schedule.ts';
import { renderDuty } from '../../letters/duty.ts';
import { smsFor } from '../../letters/sms.ts';
import type { NoticeKind } from '../../records/notice.ts';
import type { Deps } from '../deps.ts';
import { noticeIdOf, type NoticeDraft } from './notice.ts';
import { toldDate } from '../register/obligations-of.ts';
import type { Recipient } from './recipients.ts';
import { recipientsOf } from './addressing.ts';
import type { Letter, Nobody } from './send.ts';
import { withdrawReplaced } from './outdated.ts';
import { linksOf, type AnswerLink } from './answer-link.ts';
import { letterOf, signedBy, type LetterParts, type LetterStep } from './wording.ts';
import { letterText } from './texts.ts';
import { judge } from './judge.ts';
import { type Duty } from './duty.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/** A step that is a letter. A draft is not one. */
export type LetterDuty = Duty & { readonly step: LetterStep };
export const isLetter = (duty: Duty): duty is LetterDuty => duty.step.kind !== 'draft';

const noticeKinds: Readonly<Record<LetterStep['kind'], NoticeKind>> = {
  reminder: 'reminder',
  overdue: 'overdue',
  correction: 'correction',
  returned: 'report-returned',
  'alert-officers': 'bureau-alert',
  'alert-leader': 'bureau-alert',
  'alert-superior': 'bureau-alert',
};

export interface Written {
  readonly letters: readonly Letter[];
  /** Set when there is nobody to write to: what the bureau is informed of. */
  readonly nobody?: Nobody;
}

/** The letters of a step, one for each recipient. */
export async function lettersFor(deps: Deps, duty: LetterDuty): Promise<Written> {
  const { recipients, toldBefore } = await recipientsOf(deps, duty);
  if (recipients.length === 0) {
    await withdrawReplaced(deps, duty.pointer, []);
    if (duty.step.kind === 'correction' || duty.step.kind === 'alert-superior') return { letters: [] };
    const draft = draftFor(duty, { name: '', to: '', channel: 'email', onBehalf: false }, '', '');
    return { letters: [], nobody: { draft, what: duty.rule.deadline.what, pointer: duty.pointer } };
  }
  const now = deps.clock.now();
  const verdict = judge(duty, now);
  const parts: LetterParts = { ...duty, now, toldBefore, late: verdict.kind === 'send' && verdict.late };
  const linkFor = await linksOf(deps, duty);
  const letters = recipients.map((recipient) => letterFor(duty, parts, recipient, linkFor(recipient)));
  // Only a step that was tried before can have notices to people who are no longer recipients.
  await withdrawReplaced(deps, duty.pointer, letters);
  return { letters };
}

function letterFor(
  duty: LetterDuty,
  parts: LetterParts,
  recipient: Recipient,
  link: AnswerLink | undefined,
): Letter {
  switch (recipient.channel) {
    case 'email':
      return mailFor(duty, parts, recipient, link);
    case 'sms':
      return smsLetterFor(duty, parts, recipient);
  }
}

function mailFor(
  duty: LetterDuty,
  parts: LetterParts,
  recipient: Recipient,
  link: AnswerLink | undefined,
): Letter {
  const rendered = renderDuty({
    ...letterOf(parts, recipient.onBehalf, recipient.body),
    ...(link === undefined ? {} : { answerAt: link.url }),
  });
  // Whoever reads the stored text cannot answer in the recipient’s name.
  const kept = (text: string): string => (link === undefined ? text : text.replaceAll(link.token, '…'));
  const stored = letterText(kept(rendered.text), kept(rendered.html));
  return {
    draft: draftFor(duty, recipient, rendered.subject, stored.hash, parts.late),
    pointer: duty.pointer,
    message: { channel: 'email', content: { to: recipient.to, ...rendered } },
    stored,
    ...(link === undefined ? {} : { link: link.item }),
  };
}

function smsLetterFor(duty: LetterDuty, parts: LetterParts, recipient: Recipient): Letter {
  const kind = duty.step.kind === 'overdue' ? 'overdue' : 'reminder';
  const sms = smsFor(kind, {
    bureau: signedBy(duty.context, parts.bureau),
    owner: duty.subject.name,
    dueOn: day(effectiveDue(duty.obligation)),
  });
  const stored = letterText(sms.text, undefined);
  return {
    draft: draftFor(duty, recipient, sms.text, stored.hash, parts.late),
    pointer: duty.pointer,
    message: { channel: 'sms', content: { to: recipient.to, ...sms } },
    stored,
  };
}

export function draftFor(
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

export const dueText = (obligation: ObligationRecord): string =>
  obligation.closed?.how === 'superseded' ? 'ended' : toldDate(obligation);
