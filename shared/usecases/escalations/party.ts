import { fieldError, type FieldError } from '../../outcome.ts';
import { partyLacks, type Party } from '../../domain/register/party.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';
import { answerableFor, type Answerable } from '../register/party.ts';
import type { FoundEscalation } from './list.ts';

/** Whom an escalation is directed against: once proposed, as the register had it then. */
export async function partyFor(
  deps: Pick<Deps, 'store'>,
  { party }: Pick<EscalationRecord, 'party'>,
  subject: SubjectRecord,
): Promise<Party | undefined> {
  return party ?? (await answerableFor(deps, subject)).party;
}

/** The same with the unit that it is, whose contacts are those of today. */
export async function answeringFor(
  deps: Pick<Deps, 'store'>,
  { party }: Pick<EscalationRecord, 'party'>,
  subject: SubjectRecord,
): Promise<Answerable> {
  if (!party) return answerableFor(deps, subject);
  const { subjectId: id } = party;
  const unit =
    id === undefined || id === subject.id
      ? undefined
      : await subjectRecord.read(deps.store, { jurisdiction: subject.jurisdiction, id });
  return { party, unit };
}

/** What a proposal lacks of the party, and of the form that the party does not allow. */
export async function partyMissing(
  deps: Pick<Deps, 'store'>,
  { escalation, subject }: FoundEscalation,
): Promise<FieldError[]> {
  const answering = await answeringFor(deps, escalation, subject);
  const { party } = answering;
  const lacks = partyLacks(party).map((path) =>
    path === 'party'
      ? fieldError(path, 'escalation.no-party', { name: subject.name })
      : fieldError(path, 'escalation.no-nature', { name: party?.name ?? subject.name }),
  );
  return [...lacks, ...formFlaws(escalation, answering, subject)];
}

/** An internal circular is no way to act against a party outside of the administration, nor against its project. */
export function formFlaws(
  { form }: Pick<EscalationRecord, 'form'>,
  { party, unit }: Answerable,
  subject: SubjectRecord,
): FieldError[] {
  if (form !== 'internal-circular') return [];
  // A unit whose nature nobody has entered yet may still be known as an enterprise.
  const isOutside =
    party?.nature === undefined
      ? (unit ?? subject).traits.includes('enterprise')
      : party.nature === 'private' || party.nature === 'individual';
  return isOutside ? [fieldError('form', 'escalation.circular-against-enterprise')] : [];
}
