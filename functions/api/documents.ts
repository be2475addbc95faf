import { documentDownload, dossierDownload, inspectionDownload } from '../../shared/contract/documents.ts';
import { notFound, ok } from '../../shared/contract/outcome.ts';
import { documentFor } from '../../shared/documents/compose.ts';
import { docxOf } from '../../shared/documents/docx.ts';
import { dossierFile } from '../../shared/documents/dossier-file.ts';
import { documentParts } from '../../shared/usecases/document-parts.ts';
import { dossierOf } from '../../shared/usecases/dossier.ts';
import { findEscalation } from '../../shared/usecases/escalations.ts';
import { inspectionDocument } from '../../shared/usecases/inspection-document.ts';
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
        // A unit reads what was issued to it; how it came about, and forms for the bureau’s hand, are not for it.
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
        const model = await inspectionDocument(request, param(input, 'id'), input.query.subjectId);
        if (!model) return notFound;
        return ok(file(await docxOf(model), inspectionDownload.type, `${model.name}.docx`));
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
];
