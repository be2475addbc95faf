import { fieldError, type FieldError } from '../../outcome.ts';
import { partyLacks, type Against, type Party } from '../../domain/register/party.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';
import { answerableFor, type Answerable } from '../register/party.ts';
import type { FoundEscalation } from './list.ts';

/** A paper with its subject and the rule that provides for it. */
interface Paper {
  readonly escalation: Pick<EscalationRecord, 'party' | 'form'>;
  readonly subject: SubjectRecord;
  readonly rule: Rule;
}

/** What the party of a paper under the rule must be to the subject. */
export const againstOf = ({ escalation }: Rule): Against => escalation?.against;

/** Whom an escalation is directed against: once proposed, as the register had it then. */
export async function partyFor(
  deps: Pick<Deps, 'store'>,
  { escalation: { party }, subject, rule }: Paper,
): Promise<Party | undefined> {
  return party ?? (await answerableFor(deps, subject, againstOf(rule))).party;
}

/** The same with the unit that it is, whose contacts are those of today. */
export async function answeringFor(
  deps: Pick<Deps, 'store'>,
  { escalation: { party }, subject, rule }: Paper,
): Promise<Answerable> {
  if (!party) return answerableFor(deps, subject, againstOf(rule));
  const { subjectId: id } = party;
  const unit =
    id === undefined || id === subject.id
      ? undefined
      : await subjectRecord.read(deps.store, { jurisdiction: subject.jurisdiction, id });
  return { party, unit };
}

/** What a proposal lacks of the party, and of the form that the party does not allow. */
export async function partyMissing(deps: Pick<Deps, 'store'>, found: FoundEscalation): Promise<FieldError[]> {
  const { escalation, subject, rule } = found;
  const answering = await answeringFor(deps, found);
  const { party } = answering;
  const lacks = partyLacks(party).map((path) =>
    path === 'party'
      ? noParty(subject, againstOf(rule))
      : fieldError(path, 'escalation.no-nature', { name: party?.name ?? subject.name }),
  );
  const misnamed = party ? await misnamedIn(deps, escalation, subject, party) : [];
  return [...lacks, ...misnamed, ...formFlaws(escalation, answering, subject)];
}

/** The text may have been written while another answered for the subject: its unit above, or another of its parties. */
async function misnamedIn(
  deps: Pick<Deps, 'store'>,
  { text }: EscalationRecord,
  { jurisdiction, parentId, parties = [] }: SubjectRecord,
  party: Party,
): Promise<FieldError[]> {
  if (text.includes(party.name)) return [];
  const ids = [parentId, ...parties.map(({ subjectId }) => subjectId)].filter((id) => id !== undefined);
  const units = await subjectRecord.readMany(
    deps.store,
    [...new Set(ids)].map((id) => ({ jurisdiction, id })),
  );
  const names = [...units, ...parties].map(({ name }) => name);
  const other = names.find((name) => name !== undefined && name !== party.name && text.includes(name));
  return other === undefined
    ? []
    : [fieldError('text', 'escalation.text-of-other', { other, name: party.name })];
}

/** Where others answer for it, it is said which one of them the paper asks for. */
const noParty = ({ name, parties = [] }: SubjectRecord, against: Against): FieldError =>
  against === undefined || parties.length === 0
    ? fieldError('party', 'escalation.no-party', { name })
    : fieldError('party', 'escalation.no-party-as', { name, relations: against });

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
  return isOutside
    ? [fieldError('form', 'escalation.circular-against-enterprise', { instead: 'letter-to-department' })]
    : [];
}
