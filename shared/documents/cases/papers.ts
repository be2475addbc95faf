import type { CaseEntry } from '../../domain/cases/file.ts';
import { toInstant } from '../../domain/time/instant.ts';
import { caseFormNames, caseFormTable, type CaseForm } from '../../vocabulary/case-forms.ts';
import { marksIn } from '../escalations/compose.ts';
import { draftingBlocks } from '../escalations/drafting.ts';
import type { Block, DocumentModel } from '../model.ts';
import { builders } from './builders.ts';
import type { CaseParts } from './parts.ts';

/** Where the last event stands that the paper tells of; -1 where none has come. */
function lastTold(
  entries: CaseParts['entries'],
  form: CaseForm,
  events: readonly CaseEntry['body']['event'][] = caseFormTable[form].tells,
): number {
  const { anew } = caseFormTable[form];
  const from = entries.findLastIndex(({ body }) => body.event === anew);
  return entries.findLastIndex(({ body }, index) => index > from && events.includes(body.event));
}

/** A paper of the case; only for a case that has come to it (`formLack`). */
export function casePaper(parts: CaseParts, form: CaseForm): DocumentModel {
  const { tells, done } = caseFormTable[form];
  const last = lastTold(parts.entries, form);
  const entries = last < 0 ? parts.entries : parts.entries.slice(0, last + 1);
  const made = builders[form]({ ...parts, entries });
  const { name = caseFormNames[form], blocks } = made;
  const all: Block[] = [
    { kind: 'title', lines: [parts.bureau, name.replace(/（[^（）]*）$/u, '')] },
    ...blocks,
  ];
  const latest = entries.at(-1);
  const finished = last >= 0 && latest !== undefined && (done ?? tells).includes(latest.body.event);
  return {
    name,
    at: latest?.at ?? toInstant(0),
    author: parts.bureau,
    blocks: finished
      ? all
      : [...all, ...draftingBlocks({ ...parts.sources[form], matter: parts.cause }, marksIn(all))],
  };
}

/** Whether the events have said something that the paper is made for: the receipt waits for the service itself. */
export function isTold({ entries }: Pick<CaseParts, 'entries'>, form: CaseForm): boolean {
  return lastTold(entries, form, form === 'service-receipt' ? ['service'] : undefined) >= 0;
}
