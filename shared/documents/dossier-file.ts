import { formatInstant } from '../domain/instant.ts';
import { formatDay } from '../domain/day.ts';
import { documentFor } from './compose.ts';
import { docxOf } from './docx.ts';
import { DOSSIER_NAME, dossierModel, latestOf } from './dossier.ts';
import type { DossierEscalation, DossierParts } from './dossier-parts.ts';
import { documentForms } from './parts.ts';
import { zipOf } from './zip.ts';

/** The dossier as one archive; equal parts give equal bytes. */
export async function dossierFile(parts: DossierParts): Promise<Uint8Array> {
  const documents: Record<string, Uint8Array> = {};
  for (const [index, one] of parts.escalations.entries())
    Object.assign(documents, await documentsOf(one, String(index + 1).padStart(2, '0')));
  return zipOf({
    [DOSSIER_NAME]: await docxOf(dossierModel(parts)),
    'dossier.json': `${JSON.stringify(dossierJson(parts), undefined, 2)}\n`,
    'ledger.json': `${JSON.stringify({ items: parts.chain.links }, undefined, 2)}\n`,
    ...documents,
  });
}

/** The document and the forms that have something to say: prior notice and circular once told, receipt once served. */
async function documentsOf(
  { parts }: DossierEscalation,
  number: string,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const form of documentForms) {
    if (form === 'filing-approval') continue;
    if (form === 'prior-notice' && !parts.priorNotice) continue;
    if (form === 'circular' && (!parts.issuedOn || parts.form === 'internal-circular')) continue;
    if (form === 'service-receipt' && !parts.service) continue;
    const model = documentFor(parts, form);
    if (model) files[`文书/${number}-${fileName(model.name)}.docx`] = await docxOf(model);
  }
  return files;
}

/** What every file system takes. */
export function fileName(text: string): string {
  const safe = text.replace(/[\\/:*?"<>|\s\p{C}]/gu, '_');
  return Array.from(safe).slice(0, 40).join('');
}

/** For programs: days `YYYY-MM-DD`, instants ISO 8601 in +08:00. */
export function dossierJson(parts: DossierParts): object {
  const { chain, timeline, notices, escalations, ...rest } = parts;
  return {
    format: 'archive-duty/dossier',
    version: 1,
    ...rest,
    until: formatInstant(latestOf(parts)),
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
