import { fieldError, type FieldError } from '../../outcome.ts';
import { partyLacks, type Party } from '../../domain/register/party.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';
import { answerableFor } from '../register/party.ts';

/** Whom an escalation is directed against: once proposed, as the register had it then. */
export async function partyFor(
  deps: Pick<Deps, 'store'>,
  { party }: EscalationRecord,
  subject: SubjectRecord,
): Promise<Party | undefined> {
  return party ?? (await answerableFor(deps, subject)).party;
}

/** The same, where the subject has not been read. */
export async function partyAt(
  deps: Pick<Deps, 'store'>,
  escalation: EscalationRecord,
): Promise<Party | undefined> {
  if (escalation.party) return escalation.party;
  const item = await deps.store.get(
    subjectRecord.key({ jurisdiction: escalation.jurisdiction, id: escalation.subjectId }),
  );
  return item && (await answerableFor(deps, subjectRecord.of(item))).party;
}

/** What a proposal lacks of the party. */
export async function partyMissing(
  deps: Pick<Deps, 'store'>,
  escalation: EscalationRecord,
): Promise<FieldError[]> {
  const item = await deps.store.get(
    subjectRecord.key({ jurisdiction: escalation.jurisdiction, id: escalation.subjectId }),
  );
  if (!item) return [];
  const subject = subjectRecord.of(item);
  const party = await partyFor(deps, escalation, subject);
  return partyLacks(party).map((path) =>
    path === 'party'
      ? fieldError(path, 'escalation.no-party', { name: subject.name })
      : fieldError(path, 'escalation.no-nature', { name: party?.name ?? subject.name }),
  );
}
