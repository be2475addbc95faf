import {
  caseDossierDownload,
  caseDownload,
  documentDownload,
  dutyFormDownload,
  dossierDownload,
  inspectionDownload,
  visitDownload,
} from '../../shared/contract/documents.ts';
import { notFound, ok, type Outcome } from '../../shared/outcome.ts';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { caseDossierFile } from '../../shared/documents/dossiers/case-dossier-file.ts';
import { dossierFile } from '../../shared/documents/dossiers/file.ts';
import { dutyFormDocument } from '../../shared/usecases/forms/duty.ts';
import { projectFormDocument } from '../../shared/usecases/forms/project.ts';
import { isCaseForm } from '../../shared/vocabulary/case-forms.ts';
import { dutyFormTable } from '../../shared/vocabulary/duty-forms.ts';
import { caseDocument } from '../../shared/usecases/cases/document.ts';
import { projectDossierFile } from '../../shared/documents/dossiers/project-dossier-file.ts';
import type { SubjectRecord } from '../../shared/records/subject.ts';
import { caseDossierOf } from '../../shared/usecases/dossiers/case.ts';
import { projectDossierOf } from '../../shared/usecases/dossiers/project.ts';
import type { Request } from '../../shared/usecases/request.ts';
import { documentParts } from '../../shared/usecases/escalations/document-parts.ts';
import { dossierOf } from '../../shared/usecases/dossiers/escalation.ts';
import { findEscalation } from '../../shared/usecases/escalations/list.ts';
import { readStaged } from '../../shared/usecases/cases/enter-event.ts';
import { checkDocument } from '../../shared/usecases/dossiers/check.ts';
import { visitDocument } from '../../shared/usecases/visits/document.ts';
import { z } from 'zod';
import { noBody, route, type Reply, type Route } from './route.ts';
import { here, param } from './routes/within.ts';

const file = (bytes: Uint8Array, type: string, name: string): Reply => ({
  status: 200,
  body: {},
  file: { bytes, type, name },
});

async function ofCase(request: Request, subject: SubjectRecord): Promise<Outcome<Uint8Array>> {
  const dossier = await caseDossierOf(request, subject);
  return dossier.ok ? ok(await caseDossierFile(dossier.value)) : dossier;
}

async function ofProject(request: Request, subject: SubjectRecord): Promise<Outcome<Uint8Array>> {
  const dossier = await projectDossierOf(request, subject);
  return dossier.ok ? ok(await projectDossierFile(dossier.value)) : dossier;
}

/** Every route that answers with a file. */
export const documentRoutes: readonly Route[] = [
  route({
    ...documentDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const found = await findEscalation(request, param(input, 'id'));
        if (!found) return notFound;
        const { form } = input.query;
        // A unit sees documents issued to it. How they came about, and forms for the bureau, are not for the
        // unit.
        if (request.principal.role === 'unit' && form !== 'document') return notFound;
        const model = documentFor(await documentParts(request, found), form);
        if (!model) return notFound;
        return ok(file(await docxOf(model), documentDownload.type, `${model.name}.docx`));
      }),
  }),
  route({
    ...inspectionDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const model = await checkDocument(request, param(input, 'id'), input.query);
        if (!model.ok) return model;
        return ok(file(await docxOf(model.value), inspectionDownload.type, `${model.value.name}.docx`));
      }),
  }),
  route({
    ...visitDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const model = await visitDocument(request, param(input, 'id'), input.query);
        if (!model.ok) return model;
        return ok(file(await docxOf(model.value), visitDownload.type, `${model.value.name}.docx`));
      }),
  }),
  route({
    ...dossierDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const found = await findEscalation(request, param(input, 'id'));
        if (!found) return notFound;
        const dossier = await dossierOf(request, found);
        return ok(file(await dossierFile(dossier), dossierDownload.type, `${dossier.subject.name}案卷.zip`));
      }),
  }),
  route({
    ...caseDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const { form } = input.query;
        // A party is informed of its case by the documents served to it, and has no forms but those to fill in.
        const isUnits = !isCaseForm(form) && dutyFormTable[form].unit === true;
        if (request.principal.role === 'unit' && !isUnits) return notFound;
        const subject = await readStaged(request, param(input, 'id'));
        if (!subject) return notFound;
        const model = isCaseForm(form)
          ? await caseDocument(request, subject, form)
          : await projectFormDocument(request, subject, form);
        if (!model.ok) return model;
        return ok(file(await docxOf(model.value), caseDownload.type, `${model.value.name}.docx`));
      }),
  }),
  route({
    ...dutyFormDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const model = await dutyFormDocument(request, param(input, 'id'), input.query.form);
        if (!model.ok) return model;
        return ok(file(await docxOf(model.value), dutyFormDownload.type, `${model.value.name}.docx`));
      }),
  }),
  route({
    ...caseDossierDownload,
    method: 'GET',
    body: noBody,
    answer: z.unknown(),
    run: (input) =>
      here(input, async (request) => {
        const subject = await readStaged(request, param(input, 'id'));
        if (!subject) return notFound;
        const bytes =
          subject.kind === 'project' ? await ofProject(request, subject) : await ofCase(request, subject);
        return bytes.ok ? ok(file(bytes.value, caseDossierDownload.type, `${subject.name}案卷.zip`)) : bytes;
      }),
  }),
];
