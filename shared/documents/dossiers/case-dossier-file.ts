import { signature } from '../../domain/actor.ts';
import { caseEventNames } from '../../vocabulary/stage-words.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { caseDossierModel, toldPapers } from './case-dossier.ts';
import type { CaseDossierParts } from './case-dossier-parts.ts';
import { docxOf } from '../docx/docx.ts';
import { latestOf } from './blocks.ts';
import { archiveOf, documentPath, documentsOf, recordsJson } from './file.ts';

/** The dossier of a case as one archive; equal parts give equal bytes. */
export async function caseDossierFile(parts: CaseDossierParts): Promise<Uint8Array> {
  const papers = toldPapers(parts);
  const documents: Record<string, Uint8Array> = {};
  for (const [index, model] of papers.entries())
    documents[documentPath(index + 1, model.name)] = await docxOf(model);
  for (const [index, one] of parts.escalations.entries())
    Object.assign(documents, await documentsOf(one, papers.length + index + 1));
  return archiveOf(caseDossierModel(parts), caseDossierJson(parts), parts, documents);
}

/** For programs: days `YYYY-MM-DD`, instants ISO 8601 in +08:00. */
function caseDossierJson(parts: CaseDossierParts): object {
  const { case: own, clocks, forms, ...rest } = parts;
  return {
    format: 'archive-duty/case-dossier',
    version: 1,
    ...rest,
    party: own.party,
    clocks: [...clocks.office, ...clocks.party],
    documents: forms,
    events: own.entries.map(({ at, by, body: { event, ...body } }) => ({
      event,
      name: caseEventNames[event],
      at: formatInstant(at),
      by: signature(by),
      body,
    })),
    until: formatInstant(latestOf(parts)),
    ...recordsJson(parts),
  };
}
