import { uncertified } from '../../domain/register/certificate.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { cited } from '../../rules/rule.ts';
import type { Context } from '../context.ts';

/** What the bureau is told of an archivist who works without a certificate, or started before it. */
export function certificateNote(
  { rulebook }: Pick<Context, 'rulebook'>,
  subject: SubjectRecord,
  today: string,
): Raised | undefined {
  const found = uncertified(subject, rulebook.rulesOn, today);
  if (!found) return undefined;
  const { startedOn, certifiedOn, rule } = found;
  const told = { ...cited(rule), started: startedOn };
  return certifiedOn === undefined
    ? raise('subject.no-certificate', told)
    : raise('subject.certificate-later', { ...told, certified: certifiedOn });
}
