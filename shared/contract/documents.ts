import { z } from 'zod';
import { documentForms } from '../documents/parts.ts';
import type { Role } from '../rules/schema.ts';
import { noQuery } from './bodies.ts';
import { bureauReaders, everyone } from './principal.ts';

/** What is downloaded: answered by a function of its own, and described with the API. */
export interface Download {
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly query: z.ZodType;
  readonly type: string;
}

const at = '/v1/jurisdictions/{j}/escalations/{id}';

export const documentQuery = z.strictObject({
  form: z
    .enum(documentForms)
    .default('document')
    .describe('The document itself, or a form that goes with it'),
});

export const documentDownload = {
  path: `${at}/document.docx`,
  summary: 'The document of an escalation, or a form that goes with it; to a unit, what was issued to it',
  roles: everyone,
  query: documentQuery,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Download;

export const inspectionDownload = {
  path: '/v1/jurisdictions/{j}/inspections/{id}/document.docx',
  summary: 'The 现场检查笔录 of one of those that were checked',
  roles: everyone,
  query: z.strictObject({
    subjectId: z.string().min(1).max(100).optional().describe('Whose; where several were checked'),
  }),
  type: documentDownload.type,
} as const satisfies Download;

export const dossierDownload = {
  path: `${at}/dossier.zip`,
  summary: 'The whole file: 案卷.docx for people, dossier.json and ledger.json for programs, the documents',
  roles: bureauReaders,
  query: noQuery,
  type: 'application/zip',
} as const satisfies Download;

export const downloads: readonly Download[] = [documentDownload, inspectionDownload, dossierDownload];
