import { z } from 'zod';
import { caseForms } from '../vocabulary/case-forms.ts';
import { checkForms } from '../vocabulary/check-forms.ts';
import { visitForms } from '../vocabulary/visit-forms.ts';
import { dutyForms, projectForms } from '../vocabulary/duty-forms.ts';
import { documentForms } from '../documents/parts.ts';
import type { Role } from '../rules/schema.ts';
import { noQuery } from './bodies.ts';
import { bureauReaders, everyone } from '../domain/principal.ts';

/** A download. It has a function of its own, and is described with the API. */
export interface Download {
  readonly operationId: string;
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly query: z.ZodType;
  readonly type: string;
}

const at = '/v1/jurisdictions/{j}/escalations/{id}';

const documentQuery = z.strictObject({
  form: z
    .enum(documentForms)
    .default('document')
    .describe('The document itself, or a form that goes with it'),
});

export const documentDownload = {
  operationId: 'downloadEscalationDocument',
  path: `${at}/document.docx`,
  summary:
    'The document of an escalation, or a form that goes with it; for a unit, only what was issued to it',
  roles: everyone,
  query: documentQuery,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Download;

export const inspectionDownload = {
  operationId: 'downloadInspectionDocument',
  path: '/v1/jurisdictions/{j}/inspections/{id}/document.docx',
  summary:
    'A paper of a check, for one of the subjects checked. `documents` of the record lists those available; 409 for any other, 404 for a unit where it is not a paper that the unit signs',
  roles: everyone,
  query: z.strictObject({
    form: z
      .enum(checkForms)
      .default('record')
      .describe(
        '检查笔录 (by the mode: 现场检查笔录, 书面检查记录, 案卷评查记录), 巡查、回访记录, 检查意见书, 复查意见书',
      ),
    subjectId: z.string().min(1).max(100).optional().describe('Which subject, if several were checked'),
  }),
  type: documentDownload.type,
} as const satisfies Download;

export const visitDownload = {
  operationId: 'downloadVisitDocument',
  path: '/v1/jurisdictions/{j}/visits/{id}/document.docx',
  summary:
    'A paper of a planned check. `documents` lists those available; 409 for a letter to nobody, and for the notice of a firm’s check before its approval',
  roles: bureauReaders,
  query: z.strictObject({
    form: z
      .enum(visitForms)
      .describe('行政检查审批表, 行政检查通知书, 行政复议答复通知书, 联合检查函, 协助函'),
    subjectId: z.string().min(1).max(100).optional().describe('Who is told, if several are checked'),
  }),
  type: documentDownload.type,
} as const satisfies Download;

export const dossierDownload = {
  operationId: 'downloadEscalationDossier',
  path: `${at}/dossier.zip`,
  summary: 'The whole file: 案卷.docx for people, dossier.json and ledger.json for programs, the documents',
  roles: bureauReaders,
  query: noQuery,
  type: 'application/zip',
} as const satisfies Download;

const subject = '/v1/jurisdictions/{j}/subjects/{id}';

export const caseDownload = {
  operationId: 'downloadCaseDocument',
  path: `${subject}/document.docx`,
  summary:
    'A paper of a penalty case, made from its events, or a form of a project. stage.documents of the case and forms of the project list those available now; 409 for one that it has not come to, 422 for a subject that has no such paper or lacks what it needs, 404 for a unit except for the forms that it fills in',
  roles: everyone,
  query: z.strictObject({
    form: z
      .enum([...caseForms, ...projectForms])
      .describe(
        'Of a case: 立案审批表, 行政处罚事先告知书, minutes of the collective discussion, 送达回证 of the decision. Of a project: 登记表, 申请报告, 评分表, 验收组名单, 验收意见',
      ),
  }),
  type: documentDownload.type,
} as const satisfies Download;

export const caseDossierDownload = {
  operationId: 'downloadCaseDossier',
  path: `${subject}/dossier.zip`,
  summary:
    'The whole file of a penalty case or a project: 案卷.docx for people, dossier.json and ledger.json for programs, its papers; 422 for any other subject',
  roles: bureauReaders,
  query: noQuery,
  type: dossierDownload.type,
} as const satisfies Download;

export const dutyFormDownload = {
  operationId: 'downloadDutyForm',
  path: '/v1/jurisdictions/{j}/obligations/{id}/document.docx',
  summary:
    'A form of a duty, filled in as far as the records go. forms of the obligation lists them; 422 for a duty without such a form, and where the records lack what it needs',
  roles: everyone,
  query: z.strictObject({
    form: z.enum(dutyForms).optional().describe('Which form; the first of the duty, if none is named'),
  }),
  type: documentDownload.type,
} as const satisfies Download;

export const downloads: readonly Download[] = [
  documentDownload,
  inspectionDownload,
  visitDownload,
  dossierDownload,
  caseDownload,
  caseDossierDownload,
  dutyFormDownload,
];
