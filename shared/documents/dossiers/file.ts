import { formatInstant } from '../../domain/time/instant.ts';
import { formatDay } from '../../domain/time/day.ts';
import { documentFor } from '../escalations/compose.ts';
import { docxOf } from '../docx/docx.ts';
import { latestOf } from './blocks.ts';
import { DOSSIER_NAME, dossierModel } from './dossier.ts';
import { legalSheet, LEGAL_NAME } from './legal.ts';
import type { DossierEscalation, DossierParts } from './parts.ts';
import type { DocumentModel } from '../model.ts';
import { documentForms } from '../parts.ts';
import { zipOf } from '../../files/zip.ts';

/** The dossier as one archive; equal parts give equal bytes. */
export async function dossierFile(parts: DossierParts): Promise<Uint8Array> {
  const documents: Record<string, Uint8Array> = {};
  for (const [index, one] of parts.escalations.entries())
    Object.assign(documents, await documentsOf(one, index + 1));
  return archiveOf(dossierModel(parts), dossierJson(parts), parts, documents);
}

/** 案卷.docx and 法制审查表.docx for people, dossier.json and ledger.json for programs, the documents. */
export async function archiveOf(
  model: DocumentModel,
  json: object,
  parts: Pick<DossierParts, 'bureau' | 'chain' | 'legal' | 'timeline' | 'notices'>,
  documents: Readonly<Record<string, Uint8Array>>,
): Promise<Uint8Array> {
  const { bureau, chain, legal } = parts;
  return zipOf({
    [DOSSIER_NAME]: await docxOf(model),
    'dossier.json': `${JSON.stringify(json, undefined, 2)}\n`,
    'ledger.json': `${JSON.stringify({ items: chain.links }, undefined, 2)}\n`,
    [`${LEGAL_NAME}.docx`]: await docxOf(legalSheet(legal, { bureau, at: latestOf(parts) })),
    ...documents,
  });
}

/** A document’s place in the archive; `number` from 1. */
export const documentPath = (number: number, name: string): string =>
  `文书/${String(number).padStart(2, '0')}-${fileName(name)}.docx`;

/** The document and the forms that have something to say: prior notice and circular once told, receipt once served. */
export async function documentsOf(
  { parts }: DossierEscalation,
  number: number,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const form of documentForms) {
    if (form === 'filing-approval') continue;
    if (form === 'prior-notice' && !parts.priorNotice) continue;
    if (form === 'circular' && (!parts.issuedOn || parts.form === 'internal-circular')) continue;
    if (form === 'service-receipt' && !parts.service) continue;
    if (form === 'interview-record' && !parts.issuedOn) continue;
    const model = documentFor(parts, form);
    if (model) files[documentPath(number, model.name)] = await docxOf(model);
  }
  return files;
}

/** What every file system takes. */
function fileName(text: string): string {
  const safe = text.replace(/[\\/:*?"<>|\s\p{C}]/gu, '_');
  return Array.from(safe).slice(0, 40).join('');
}

/** For programs: days `YYYY-MM-DD`, instants ISO 8601 in +08:00. */
function dossierJson(parts: DossierParts): object {
  return {
    format: 'archive-duty/dossier',
    version: 1,
    ...parts,
    until: formatInstant(latestOf(parts)),
    ...recordsJson(parts),
  };
}

/** What every dossier holds, for programs. */
export function recordsJson({
  chain,
  timeline,
  notices,
  escalations,
}: Pick<DossierParts, 'chain' | 'timeline' | 'notices' | 'escalations'>): object {
  return {
    timeline: timeline.map((event) => ({ ...event, at: formatInstant(event.at) })),
    notices: notices.map((notice) => ({
      ...notice,
      createdAt: formatInstant(notice.createdAt),
      attempts: notice.attempts.map((attempt) => ({ ...attempt, at: formatInstant(attempt.at) })),
    })),
    escalations: escalations.map(escalationJson),
    chain: {
      ...chain.verified,
      own: chain.links.filter(({ content }) => content !== undefined).map(({ number }) => number),
    },
  };
}

function escalationJson({
  id,
  parts,
  approval,
  withdrawal,
  corrections,
  ...rest
}: DossierEscalation): object {
  const { step, status, number, text, legalBasis, form, refusal, statement, legalReview } = parts;
  const { proposedAt, at, ...approved } = approval;
  const change = <T extends { readonly at: DossierEscalation['parts']['draftedAt'] }>(one: T) => ({
    ...one,
    at: formatInstant(one.at),
  });
  return {
    id,
    step,
    status,
    number,
    ...(parts.issuedOn === undefined ? {} : { issuedOn: formatDay(parts.issuedOn) }),
    draftedAt: formatInstant(parts.draftedAt),
    text,
    legalBasis,
    form,
    refusal,
    priorNotice: parts.priorNotice && {
      ...parts.priorNotice,
      servedOn: formatDay(parts.priorNotice.servedOn),
    },
    statement,
    legalReview,
    service: parts.service && { ...parts.service, on: formatDay(parts.service.on) },
    rectifyBy: parts.rectifyBy === undefined ? undefined : formatDay(parts.rectifyBy),
    onTheSpot: parts.onTheSpot && change(parts.onTheSpot),
    approval: {
      ...approved,
      ...(proposedAt === undefined ? {} : { proposedAt: formatInstant(proposedAt) }),
      ...(at === undefined ? {} : { at: formatInstant(at) }),
    },
    withdrawal: withdrawal && change(withdrawal),
    corrections: corrections.map(change),
    ...rest,
  };
}
