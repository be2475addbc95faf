import { z } from 'zod';
import { verifyChain, type Link } from '../domain/ledger.ts';
import { statusOf } from '../domain/obligation-state.ts';
import type {
  DossierDuty,
  DossierEscalation,
  DossierNotice,
  DossierParts,
} from '../documents/dossier-parts.ts';
import type { EscalationRecord } from '../store/escalation-record.ts';
import { ledgerPartition, obligationKey, subjectPartition, textKey } from '../store/keys.ts';
import {
  noticeRecord,
  obligationRecord,
  type NoticeRecord,
  type ObligationRecord,
} from '../store/records.ts';
import { readAll } from '../store/read.ts';
import { documentParts } from './document-parts.ts';
import { peopleOf, timelineOf } from './dossier-timeline.ts';
import { escalationsOf, type FoundEscalation } from './escalations.ts';
import { explain } from './explain.ts';
import { linkRecord } from './ledger.ts';
import type { Request } from './request.ts';
import { bureauSubjectId } from './setup.ts';
import { titleOf } from './escalation-title.ts';

/** Everything about a default that the records hold: the ladder against the same duty, or the one escalation. */
export async function dossierOf(request: Request, found: FoundEscalation): Promise<DossierParts> {
  const { escalation, subject } = found;
  const obligation = await obligationOf(request, escalation);
  const ladder = await ladderOf(request, found);
  const escalations: DossierEscalation[] = [];
  for (const one of ladder) escalations.push(await escalationParts(request, one));
  const notices = await noticesOf(request, ladder, obligation);
  const [first] = escalations;
  const own = escalations.find(({ id }) => id === escalation.id) ?? first;
  const chain = await chainOf(request, ladder, obligation);
  const { bureau, area, clause, basis, matter } = own?.parts ?? (await documentParts(request, found));
  return {
    id: escalation.id,
    bureau,
    area,
    subject: { id: subject.id, name: subject.name, code: subject.code },
    matter: matter === undefined ? titleOf(request.context, found) : `逾期未办理${matter}`,
    clause,
    basis,
    duty: obligation && dutyOf(request, found, obligation),
    notices,
    escalations,
    timeline: timelineOf(
      request.context.staff,
      obligation,
      ladder.map((one) => ({ title: titleOf(request.context, one), history: one.escalation.history })),
      notices,
    ),
    people: peopleOf(
      request.context.staff,
      ladder.map((one) => one.escalation),
      chain.links,
    ),
    chain,
  };
}

async function obligationOf(
  { deps }: Request,
  { jurisdiction, obligationId }: EscalationRecord,
): Promise<ObligationRecord | undefined> {
  if (obligationId === undefined) return undefined;
  const item = await deps.store.get(obligationKey(jurisdiction, obligationId));
  return item && obligationRecord.parse(item);
}

/** Oldest first; only what shows itself to the token’s office, and whose rule is still known. */
async function ladderOf(request: Request, found: FoundEscalation): Promise<FoundEscalation[]> {
  const { escalation, subject } = found;
  const all = await escalationsOf(request.deps, escalation.jurisdiction, subject.id);
  return all.flatMap((one) => {
    const same =
      one.id === escalation.id ||
      (escalation.obligationId !== undefined && one.obligationId === escalation.obligationId) ||
      one.id === escalation.previousId ||
      one.previousId === escalation.id;
    const rule = request.context.rulebook.ruleOf(one.ruleId);
    return same && rule && one.office === escalation.office ? [{ escalation: one, subject, rule }] : [];
  });
}

function dutyOf(
  { deps, context }: Request,
  { subject }: FoundEscalation,
  duty: ObligationRecord,
): DossierDuty {
  const rule = context.rulebook.deadlineOf(duty.ruleId);
  const now = deps.clock.now();
  return {
    id: duty.id,
    ruleId: duty.ruleId,
    ruleVersion: duty.ruleVersion,
    period: duty.period,
    arisesOn: duty.arisesOn,
    dueOn: duty.dueOn,
    extendedTo: duty.extendedTo,
    status: statusOf(duty, now),
    fulfilledOn: duty.closed?.how.startsWith('fulfilled') === true ? duty.closed.on : undefined,
    explanation: rule ? explain(context, subject, duty, rule, now) : [],
  };
}

async function escalationParts(request: Request, found: FoundEscalation): Promise<DossierEscalation> {
  const { escalation } = found;
  const { approval, issue, refusal, complied, withdrawal } = escalation;
  const { role, proposedBy, proposedAt, decidedBy, at, reason, textHash } = approval;
  return {
    id: escalation.id,
    parts: await documentParts(request, found),
    draftedBy: escalation.draftedBy,
    approval: { role, proposedBy, proposedAt, decidedBy, at, reason, textHash },
    issuedBy: issue?.by,
    rectifyUntil: escalation.rectifyUntil,
    refusedBy: refusal?.by,
    complied: complied && { on: complied.on, note: complied.note },
    withdrawal: withdrawal && { ...withdrawal, text: withdrawal.text },
    corrections: escalation.corrections.map((one) => ({ ...one, text: one.text })),
    recipients: escalation.recipients,
  };
}

const storedText = z.object({ text: z.string() });

/** To the unit and those who stand in for it, and those inside the bureau about the same documents. */
async function noticesOf(
  { deps, context }: Request,
  ladder: readonly FoundEscalation[],
  obligation: ObligationRecord | undefined,
): Promise<DossierNotice[]> {
  const [first] = ladder;
  if (!first) return [];
  const own = new Set(ladder.map(({ escalation }) => escalation.id));
  const { id: jurisdiction } = context.jurisdiction;
  const holders = new Set([first.subject.id, bureauSubjectId(jurisdiction, first.escalation.office)]);
  const notices: NoticeRecord[] = [];
  for (const holder of holders) {
    const pk = subjectPartition(jurisdiction, holder);
    for (const item of await readAll(deps.store, { pk, from: 'N#', to: 'N#~', consistent: true })) {
      const notice = noticeRecord.parse(item);
      const about =
        (notice.escalationId !== undefined && own.has(notice.escalationId)) ||
        (obligation !== undefined && notice.obligationId === obligation.id);
      if (about) notices.push(notice);
    }
  }
  const texts = await textsOf(deps, notices);
  return notices
    .sort((a, b) => (a.ls < b.ls ? -1 : 1))
    .map((notice) => ({
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
      text: texts.get(notice.textHash),
      textHash: notice.textHash,
    }));
}

async function textsOf(
  deps: Request['deps'],
  notices: readonly NoticeRecord[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(notices.map(({ textHash }) => textHash).filter((hash) => hash !== ''))];
  const texts = new Map<string, string>();
  for (const hash of hashes) {
    const item = await deps.store.get(textKey(hash));
    const stored = item && storedText.safeParse(item).data;
    if (stored) texts.set(hash, stored.text);
  }
  return texts;
}

/** The whole chain by its hashes, with the contents of this default’s own decisions alone. */
async function chainOf(
  { deps, context }: Request,
  ladder: readonly FoundEscalation[],
  obligation: ObligationRecord | undefined,
): Promise<DossierParts['chain']> {
  const own = new Set([
    ...ladder.map(({ escalation }) => escalation.id),
    ...(obligation === undefined ? [] : [obligation.id]),
  ]);
  const pk = ledgerPartition(context.jurisdiction.id);
  const items = await readAll(deps.store, { pk, consistent: true });
  const links = items.map((item): Link => {
    const { number, previous, contentHash, hash, content } = linkRecord.parse(item);
    const about = [content['escalationId'], content['obligationId']];
    const shown = about.some((id) => typeof id === 'string' && own.has(id));
    return { number, previous, contentHash, hash, ...(shown ? { content } : {}) };
  });
  return { links, verified: verifyChain(links) };
}
