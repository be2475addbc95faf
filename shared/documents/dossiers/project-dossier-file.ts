import { signature } from '../../domain/actor.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { acceptanceEventNames } from '../../vocabulary/stage-words.ts';
import { docxOf } from '../docx/docx.ts';
import { latestOf } from './blocks.ts';
import { archiveOf, documentPath, documentsOf, recordsJson } from './file.ts';
import { projectDossierModel } from './project-dossier.ts';
import type { ProjectDossierParts } from './project-dossier-parts.ts';

/** The dossier of a project as one archive; equal parts give equal bytes. */
export async function projectDossierFile(parts: ProjectDossierParts): Promise<Uint8Array> {
  const documents: Record<string, Uint8Array> = {};
  for (const [index, model] of parts.forms.entries())
    documents[documentPath(index + 1, model.name)] = await docxOf(model);
  for (const [index, one] of parts.escalations.entries())
    Object.assign(documents, await documentsOf(one, parts.forms.length + index + 1));
  return archiveOf(projectDossierModel(parts), projectDossierJson(parts), parts, documents);
}

/** For programs: days `YYYY-MM-DD`, instants ISO 8601 in +08:00. */
function projectDossierJson(parts: ProjectDossierParts): object {
  const { acceptance, forms, checks, ...rest } = parts;
  const { file, grade, passed, entries } = acceptance;
  return {
    format: 'archive-duty/project-dossier',
    version: 1,
    ...rest,
    acceptance: { ...file, grade, passed },
    documents: forms.map(({ name }) => name),
    checks: checks.map((one) => ({ ...one, at: formatInstant(one.at) })),
    events: entries.map(({ at, by, body: { event, ...body } }) => ({
      event,
      name: acceptanceEventNames[event],
      at: formatInstant(at),
      by: signature(by),
      body,
    })),
    until: formatInstant(latestOf(parts)),
    ...recordsJson(parts),
  };
}
