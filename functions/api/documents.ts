import {
  caseDossierDownload,
  caseDownload,
  documentDownload,
  dossierDownload,
  inspectionDownload,
  visitDownload,
} from '../../shared/contract/documents.ts';
import { notFound, ok } from '../../shared/outcome.ts';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { caseDossierFile } from '../../shared/documents/dossiers/case-dossier-file.ts';
import { dossierFile } from '../../shared/documents/dossiers/file.ts';
import { caseDocument } from '../../shared/usecases/cases/document.ts';
import { caseDossierOf } from '../../shared/usecases/dossiers/case.ts';
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
        // A party is informed of its case by the documents served to it.
        if (request.principal.role === 'unit') return notFound;
        const subject = await readStaged(request, param(input, 'id'));
        if (!subject) return notFound;
        const model = await caseDocument(request, subject, input.query.form);
        if (!model.ok) return model;
        return ok(file(await docxOf(model.value), caseDownload.type, `${model.value.name}.docx`));
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
        const dossier = await caseDossierOf(request, subject);
        if (!dossier.ok) return dossier;
        const bytes = await caseDossierFile(dossier.value);
        return ok(file(bytes, caseDossierDownload.type, `${subject.name}案卷.zip`));
      }),
  }),
];
