import { linkRecord, linksOf } from '../../records/link.ts';
import { signature } from '../../domain/actor.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { verifyChain, type Link } from '../../domain/ledger.ts';
import { statusOf } from '../../domain/duties/state.ts';
import type {
  DossierDuty,
  DossierEscalation,
  DossierNotice,
  DossierParts,
} from '../../documents/dossiers/parts.ts';
import { noticeRecord, type NoticeRecord, byMaking, noticesAbout } from '../../records/notice.ts';
import { readAll } from '../../store/read.ts';
import { documentParts } from '../escalations/document-parts.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { explain } from '../duties/explain.ts';
import type { Request } from '../request.ts';
import { dutyRule } from '../register/rule-of.ts';
import { readTexts } from '../notices/texts.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The parts of a dossier that come from the records, whatever the dossier is about. */

/** A duty with the computation of its dates. */
export function dutyOf(
  { deps, context }: Request,
  subject: SubjectRecord,
  duty: ObligationRecord,
): DossierDuty {
  const rule = dutyRule(context.rulebook, duty);
  const now = deps.clock.now();
  return {
    id: duty.id,
    ruleId: duty.ruleId,
    title: rule?.title ?? duty.ruleId,
    ruleVersion: duty.ruleVersion,
    period: duty.period,
    arisesOn: duty.arisesOn,
    dueOn: duty.dueOn,
    dueAt: duty.dueAt === undefined ? undefined : formatInstant(duty.dueAt),
    extendedTo: duty.extendedTo,
    status: statusOf(duty, now),
    fulfilledOn: duty.closed?.how.startsWith('fulfilled') === true ? duty.closed.on : undefined,
    explanation: rule ? explain(context, subject, duty, rule, now) : [],
  };
}

/** An escalation with every decision made about it. */
export async function escalationParts(request: Request, found: FoundEscalation): Promise<DossierEscalation> {
  const { escalation } = found;
  const { approval, issue, refusal, complied, withdrawal } = escalation;
  const { role, proposedBy, proposedAt, decidedBy, at, reason, textHash } = approval;
  return {
    id: escalation.id,
    parts: await documentParts(request, found),
    draftedBy: signature(escalation.draftedBy),
    approval: { role, proposedBy, proposedAt, decidedBy, at, reason, textHash },
    issuedBy: issue && signature(issue.by),
    rectifyUntil: escalation.rectifyUntil,
    refusedBy: refusal && signature(refusal.by),
    complied: complied && { on: complied.on, note: complied.note },
    withdrawal: withdrawal && { ...withdrawal, text: withdrawal.text, by: signature(withdrawal.by) },
    corrections: escalation.corrections.map((one) => ({
      ...one,
      text: one.text,
      by: signature(one.by),
    })),
    recipients: escalation.recipients,
  };
}

/** The notices about something, from the partitions of the given holders; oldest first. */
export async function noticesOf(
  { deps, context }: Request,
  holders: Iterable<string>,
  isAbout: (notice: NoticeRecord) => boolean,
): Promise<DossierNotice[]> {
  const notices: NoticeRecord[] = [];
  for (const holder of new Set(holders)) {
    const about = noticesAbout(context.jurisdiction.id, holder);
    for (const item of await readAll(deps.store, { ...about, consistent: true })) {
      const notice = noticeRecord.of(item);
      if (isAbout(notice)) notices.push(notice);
    }
  }
  const texts = await readTexts(deps.store, notices);
  return notices.sort(byMaking).map((notice) => ({
    id: notice.id,
    kind: notice.kind,
    escalationId: notice.escalationId,
    channel: notice.channel,
    to: notice.to,
    toName: notice.toName,
    subject: notice.subject,
    status: notice.status,
    late: notice.late,
    createdAt: notice.createdAt,
    attempts: notice.attempts,
    text: texts.get(notice.textHash)?.text,
    textHash: notice.textHash,
  }));
}

/** The whole chain as hashes. Only the links that the dossier is about have their contents. */
export async function chainOf(
  { deps, context }: Request,
  isAbout: (content: Readonly<Record<string, unknown>>) => boolean,
): Promise<DossierParts['chain']> {
  const items = await readAll(deps.store, { ...linksOf(context.jurisdiction.id), consistent: true });
  const links = items.map((item): Link => {
    const { number, previous, contentHash, hash, content } = linkRecord.of(item);
    return { number, previous, contentHash, hash, ...(isAbout(content) ? { content } : {}) };
  });
  return { links, verified: verifyChain(links) };
}
