import { behind, partyOf, type Against, type Party } from '../../domain/register/party.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';

/** A case may be about a project below a unit that has a successor. Nobody further up answers for it. */
export const LEVELS = 4;

export interface Answerable {
  readonly party: Party | undefined;
  /** The party’s unit in the register, if it is not the subject itself. */
  readonly unit: SubjectRecord | undefined;
}

/**
 * The party that answers for a subject, read from the register, whoever asks. `against` comes from the rule of
 * a document.
 */
export async function answerableFor(
  { store }: Pick<Deps, 'store'>,
  subject: SubjectRecord,
  against?: Against,
): Promise<Answerable> {
  const known = new Map([[subject.id, subject]]);
  let at = subject;
  for (let level = 0; level < LEVELS; level += 1) {
    const next = behind(at, against);
    if (next === undefined || known.has(next)) break;
    const item = await store.get(subjectRecord.key({ jurisdiction: subject.jurisdiction, id: next }));
    if (!item) break;
    at = subjectRecord.of(item);
    known.set(at.id, at);
  }
  return answerable(subject, known, against);
}

/** The same when the records that lead to the party have been read already. */
export function answerable(
  subject: SubjectRecord,
  known: ReadonlyMap<string, SubjectRecord>,
  against?: Against,
): Answerable {
  const party = partyOf(subject, known, against);
  const id = party?.subjectId;
  return { party, unit: id === undefined || id === subject.id ? undefined : known.get(id) };
}
