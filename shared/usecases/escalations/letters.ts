import { addressKey } from '../../domain/address.ts';
import { chineseDay, day, formatDay } from '../../domain/time/day.ts';
import { concernOf } from '../../domain/register/party.ts';
import { footingOf, lawOf } from '../../domain/escalations/paper.ts';
import { measures, paperIn, periodOf as periodIn, reachesParty } from '../../vocabulary/measures.ts';
import { dayOf, minutes } from '../../domain/time/instant.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import { mayHaveLeft } from '../../domain/notices/state.ts';
import { renderEscalation, type EscalationLetter } from '../../letters/escalation.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { Addressee } from '../../records/escalation.ts';
import { noticeRecord, type NoticeKind } from '../../records/notice.ts';
import type { Deps } from '../deps.ts';
import type { Escalated } from './escalated.ts';
import { deskOf } from '../notices/bureau-people.ts';
import { noticeIdOf, type NoticeDraft } from '../notices/notice.ts';
import { leaders, type Recipient } from '../notices/recipients.ts';
import { rethrow } from '../notices/send-letters.ts';
import { recordUndeliverable, withdrawQueued, type Letter } from '../notices/send.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { letterText } from '../notices/texts.ts';
import { askFor, signedBy } from '../notices/wording.ts';
import { citeOf, titleOf } from './title.ts';

/** The letters that a pointer of an escalation asks for; none where its time has passed. */
export async function lettersOf(deps: Deps, found: Escalated): Promise<readonly Letter[]> {
  const { escalation, pointer } = found;
  const [what = '', which = ''] = pointer.step.split(':');
  switch (what) {
    case 'issue':
      return issueLetters(deps, found);
    case 'withdraw':
      return escalation.withdrawal ? toldOf(deps, found, 'withdrawn', escalation.withdrawal) : [];
    case 'correct': {
      const correction = escalation.corrections[Number(which)];
      return correction && escalation.status !== 'withdrawn'
        ? outside(found, 'corrected', escalation.recipients, correction)
        : [];
    }
    case 'proposed':
    case 'unserved':
      return inside(found, what, alertedBy(found, pointer.step) ?? []);
    default:
      return [];
  }
}

/** The bureau’s own people whom a step alerts; undefined where it does not, or its time has passed. */
export function alertedBy(found: Escalated, step: string): Recipient[] | undefined {
  const { escalation, context } = found;
  const { status, complied, office, approval } = escalation;
  const [what = '', which = ''] = step.split(':');
  const isOwn = what === 'next' && found.obligation === undefined && status === 'served' && !complied;
  const isUnserved = what === 'unserved' && status === 'issued' && !complied;
  if (isOwn || isUnserved) return deskOf({ ...found, office });
  const isProposed =
    what === 'proposed' && status === 'awaiting-approval' && String(approval.proposedAt) === which;
  return isProposed ? leaders(context, office) : undefined;
}

/** What was issued goes to each of its recipients once; where the party has no address, the bureau is told. */
async function issueLetters(deps: Deps, found: Escalated): Promise<Letter[]> {
  const { escalation, pointer } = found;
  if (!escalation.issue) return [];
  if (escalation.status === 'withdrawn') {
    for (const to of escalation.recipients) await withdrawQueued(deps, draftOf(found, 'issued', to, '', ''));
    return [];
  }
  const letters = outside(found, 'issued', escalation.recipients, undefined);
  if (letters.length === 0) {
    const nobody: Addressee = { name: '', to: '', why: 'unit' };
    const what = titleOf(found.context, found);
    rethrow(
      await recordUndeliverable(deps, [{ draft: draftOf(found, 'issued', nobody, '', ''), what, pointer }]),
    );
  }
  return letters;
}

interface Change {
  readonly reason: string;
  readonly text?: string | undefined;
}

/** A withdrawal goes to those whom the issue has reached, or may have. */
async function toldOf(deps: Deps, found: Escalated, kind: 'withdrawn', change: Change): Promise<Letter[]> {
  const { escalation } = found;
  const keys = escalation.recipients.map((to) => noticeRecord.key(draftOf(found, 'issued', to, '', '')));
  const notices = (await deps.store.getMany(keys)).map(noticeRecord.of);
  const reached = new Set(
    notices.filter((notice) => mayHaveLeft(notice)).map((notice) => addressKey(notice.to)),
  );
  const told = escalation.recipients.filter((to) => reached.has(addressKey(to.to)));
  return outside(found, kind, told, change);
}

type Outside = 'issued' | 'withdrawn' | 'corrected';

function outside(
  found: Escalated,
  kind: Outside,
  recipients: readonly Addressee[],
  change: Change | undefined,
): Letter[] {
  return recipients.map((to) => {
    const role = roleOf(found, to);
    const rendered = renderEscalation({
      ...partsOf(found),
      kind,
      addressee: to.why === 'unit' ? concernOf(found.subject, found.party).owner : to.name,
      role,
      text: change ? (change.text ?? '') : found.escalation.text,
      reason: change?.reason,
    });
    const stored = letterText(rendered.text, rendered.html);
    return {
      draft: draftOf(found, kind, to, rendered.subject, stored.hash),
      pointer: found.pointer,
      message: { channel: 'email', content: { to: to.to, ...rendered } },
      stored,
    };
  });
}

/** A report to a superior or a government is one to whomever it goes. */
const isUpward = (step: EscalationStep): boolean => measures[step].makes === 'report';

function roleOf({ escalation }: Escalated, { why }: Addressee): EscalationLetter['role'] {
  if (why === 'unit') return 'owner';
  if (why === 'parent') return 'stand-in';
  return why === 'superior' || isUpward(escalation.step) ? 'above' : 'informed';
}

/** Alerts to the bureau’s own people are about its office’s subject: a unit does not see them. */
export function inside(
  found: Escalated,
  kind: 'proposed' | 'unserved' | 'unrectified',
  recipients: readonly Recipient[],
): Letter[] {
  const { context, escalation } = found;
  const rendered = renderEscalation({
    ...partsOf(found),
    kind,
    addressee: '',
    role: 'inside',
    text: '',
    reason: undefined,
  });
  const stored = letterText(rendered.text, rendered.html);
  const subjectId = bureauSubjectId(context.jurisdiction.id, escalation.office);
  return recipients.map((recipient) => ({
    draft: {
      ...meaning(found, subjectId, recipient.to),
      kind: 'bureau-alert',
      toName: recipient.name,
      subject: rendered.subject,
      textHash: stored.hash,
      late: isLate(found),
    },
    pointer: found.pointer,
    message: { channel: 'email', content: { to: recipient.to, ...rendered } },
    stored,
  }));
}

function draftOf(
  found: Escalated,
  kind: Outside,
  to: Addressee,
  subject: string,
  textHash: string,
): NoticeDraft {
  const kinds: Readonly<Record<Outside, NoticeKind>> = {
    issued: found.escalation.step,
    withdrawn: 'withdrawal',
    corrected: 'correction',
  };
  const step = kind === 'issued' ? 'issue' : found.pointer.step;
  return {
    ...meaning({ ...found, pointer: { ...found.pointer, step } }, found.subject.id, to.to),
    kind: kinds[kind],
    toName: to.name,
    others: to.why !== 'unit' && to.why !== 'parent',
    ...(to.why === 'unit' ? { against: unitOf(found) } : {}),
    subject,
    textHash,
    late: isLate(found),
  };
}

/** The party’s unit; undefined where it is the subject itself, or none of the register. */
const unitOf = ({ party, subject }: Escalated): string | undefined =>
  party?.subjectId === subject.id ? undefined : party?.subjectId;

function meaning(found: Escalated, subjectId: string, to: string) {
  const { escalation, pointer } = found;
  const step = pointer.step;
  return {
    id: noticeIdOf({
      jurisdiction: escalation.jurisdiction,
      subjectId,
      rule: 'escalation',
      period: escalation.id,
      step,
      due: '',
      to,
      channel: 'email',
    }),
    jurisdiction: escalation.jurisdiction,
    subjectId,
    obligationId: escalation.obligationId,
    escalationId: escalation.id,
    ruleId: escalation.ruleId,
    step,
    to,
    channel: 'email' as const,
  };
}

/** From when on a letter is marked as late. */
const LATE = minutes(60);
const isLate = (found: Escalated): boolean => found.now - found.pointer.at >= LATE;

function partsOf(
  found: Escalated,
): Omit<EscalationLetter, 'kind' | 'addressee' | 'role' | 'text' | 'reason'> {
  const { context, escalation, rule, subject, party, bureau } = found;
  const { owner, about } = concernOf(subject, party);
  return {
    bureau: signedBy(context, bureau),
    isPerson: party?.nature === 'individual',
    asksOnly: paperIn(escalation) === 'reminder-letter',
    document: titleOf(context, found),
    owner,
    about,
    toOthers: !reachesParty(paperIn(escalation)),
    number: escalation.issue?.number,
    issuedOn: escalation.issue && day(escalation.issue.on),
    period: periodOf(found),
    law: lawOf(footingOf(rule, escalation, party?.nature, formatDay(dayOf(found.now))), escalation),
    clause: `${documentTitles[rule.document]} ${citeOf(found)}`,
    ask: askFor(context, bureau, rule.office),
    today: dayOf(found.now),
    late: isLate(found),
  };
}

/** 自送达之日起15日内, the set day, or once served the last day. */
function periodOf({ context, escalation, rule }: Escalated): string | undefined {
  if (periodIn(escalation.step, paperIn(escalation)) === undefined) return undefined;
  const last = escalation.rectifyUntil ?? escalation.rectifyBy;
  if (last !== undefined) return `${chineseDay(day(last))}前（含当日）`;
  const from = paperIn(escalation) === 'reminder-letter' ? '收到' : '送达';
  return `自${from}之日起${rectificationDays(context.settings, rule)}日内`;
}
