import { checkFormNames, recordNames, type CheckForm } from '../../vocabulary/check-forms.ts';
import type { Block, DocumentModel } from '../model.ts';
import { checkOpinion, recheckOpinion } from './opinions.ts';
import type { CheckParts } from './parts.ts';
import { checkRecord, patrolRecord } from './record.ts';

const builders: Readonly<Record<CheckForm, (parts: CheckParts) => Block[]>> = {
  record: checkRecord,
  'patrol-record': patrolRecord,
  opinion: checkOpinion,
  'recheck-opinion': recheckOpinion,
};

/** A paper of a check for one of those that were checked. */
export function checkPaper(parts: CheckParts, form: CheckForm): DocumentModel {
  const name = form === 'record' ? recordNames[parts.mode] : checkFormNames[form];
  return {
    name,
    at: parts.at,
    author: parts.bureau,
    blocks: [{ kind: 'title', lines: [parts.bureau, name] }, ...builders[form](parts)],
  };
}
