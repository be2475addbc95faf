import { addressKey } from '../../domain/address.ts';
import { fail, notFound, problem, type Outcome } from '../../outcome.ts';
import type { ContactRecord } from '../../records/records.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { readSubject } from '../register/find-subject.ts';
import { staleVersion, type Request } from '../request.ts';
import { patchSubject } from './subjects.ts';

/**
 * An officer decides on the contacts that a unit gave by the link of a letter. Confirmed, they take the place of
 * the person who got the letter; the other contacts stay.
 */
export async function decideContacts(
  request: Request,
  id: string,
  { decision }: { readonly decision: 'confirm' | 'refuse' },
): Promise<Outcome<SubjectRecord>> {
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  const stale = staleVersion(request, subject.version);
  if (stale) return fail(stale);
  const { contactProposal: proposal } = subject;
  if (!proposal) return problem('subject.no-contacts-proposed');
  if (decision === 'confirm')
    return patchSubject(
      request,
      id,
      { contacts: [...merged(subject.contacts, proposal)] },
      { contactProposal: undefined },
    );
  const stored = await subjectRecord.put(request.deps.store, { ...subject, contactProposal: undefined });
  return stored ? { ok: true, value: stored } : problem('subject.changed');
}

function merged(
  known: readonly ContactRecord[],
  { contacts, insteadOf }: NonNullable<SubjectRecord['contactProposal']>,
): readonly ContactRecord[] {
  const isThe = ({ email }: ContactRecord): boolean =>
    email !== undefined && addressKey(email) === addressKey(insteadOf);
  const at = known.findIndex(isThe);
  const others = known.filter((one) => !isThe(one));
  return at < 0 ? [...known, ...contacts] : [...others.slice(0, at), ...contacts, ...others.slice(at)];
}
