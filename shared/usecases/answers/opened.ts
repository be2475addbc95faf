import { addressKey } from '../../domain/address.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Language } from '../../problems/say.ts';
import { answerLinkRecord, type AnswerLinkRecord } from '../../records/answer-link.ts';
import type { ContactRecord } from '../../records/records.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { loadContext } from '../context.ts';
import type { Deps } from '../deps.ts';
import { linkExpiry, linkIdOf } from '../notices/answer-link.ts';
import { findObligation, type Found } from '../register/find-obligation.ts';
import type { Request } from '../request.ts';

/** A link that is good, with the duty that it is about and the contact who got it. */
export interface Opened extends Found {
  readonly link: AnswerLinkRecord;
  readonly request: Request;
  readonly addressee: SubjectRecord;
  readonly contact: ContactRecord;
}

interface Asked {
  readonly token: string;
  readonly repeatable: string | undefined;
  readonly language: Language;
}

/**
 * What a token opens. Undefined when it is unknown or altered, when the duty has ended, when the link has expired,
 * and when the recipient is no longer a contact. It writes nothing: programs that check mails open links too.
 */
export async function openLink(deps: Deps, asked: Asked): Promise<Opened | undefined> {
  const { token, repeatable, language } = asked;
  const jurisdiction = /^([a-z0-9-]{1,64})-[a-z2-7]{26}$/.exec(token)?.[1];
  if (jurisdiction === undefined) return undefined;
  const link = await answerLinkRecord.read(deps.store, { jurisdiction, id: linkIdOf(token) });
  const context = link && (await loadContext(deps.store, jurisdiction));
  // While a bureau moves to another stage nothing is entered here.
  if (!context || context.moved) return undefined;
  const principal = principalOf(link);
  const request: Request = { deps, context, principal, ifMatch: undefined, repeatable, language };
  const found = await findObligation(request, link.obligationId);
  if (!found || found.obligation.closed || found.subject.retiredOn !== undefined) return undefined;
  if (deps.clock.now() >= linkExpiry(found.obligation)) return undefined;
  const addressee = await subjectRecord.read(deps.store, { jurisdiction, id: link.addresseeId });
  const contact = addressee?.contacts.find(({ email }) => isSame(email, link.to));
  if (!addressee || !contact || addressee.retiredOn !== undefined) return undefined;
  return { ...found, link, request, addressee, contact };
}

const isSame = (email: string | undefined, to: string): boolean =>
  email !== undefined && addressKey(email) === addressKey(to);

/** A person who answers by a link: the history has their name, and that they had no account. */
function principalOf({ jurisdiction, name, obligationId }: AnswerLinkRecord): Principal {
  const sub = `${name === '' ? '单位联系人' : name}（凭信中链接）`;
  return { role: 'unit', sub, jurisdiction, unitId: obligationId.split('.')[0] };
}
