import { addressKey } from '../../domain/address.ts';
import { concernOf } from '../../domain/register/party.ts';
import { isServed, measures, paperIn, reachesParty } from '../../vocabulary/measures.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { Addressee, EscalationRecord } from '../../records/escalation.ts';
import type { FoundEscalation } from './list.ts';
import { answeringFor } from './party.ts';
import { competentBody, namedCompetent, tellsCompetent } from '../register/competent.ts';
import { standing, superiors } from '../notices/recipients.ts';
import type { Request } from '../request.ts';
import { superiorName } from '../notices/wording.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

type Why = Addressee['why'];

export interface Reach {
  readonly recipients: Addressee[];
  /** Those who should hear of it and have no address: they must be told in another way. */
  readonly unreached: Why[];
}

/**
 * Who gets the mail of an issue, each address once: the party or, where it has no address, the unit above;
 * for what circulates, and where the rule says that a project’s competent department is told at each step, the
 * body that supervises it; for what circulates the superior bureau; and the range that was approved.
 */
export async function reachOf(request: Request, found: FoundEscalation): Promise<Reach> {
  const { escalation, subject, rule } = found;
  const { step, circulation } = escalation;
  const parent = standing(await parentOf(request, subject));
  const { party, unit } = await answeringFor(request.deps, found);
  const { owner } = concernOf(subject, party);
  const isNamed = namedCompetent(subject) !== undefined;
  const above = isNamed ? await competentBody(request.deps, subject) : parent;
  const made = paperIn(escalation);
  const { paper } = measures[step];
  const circulates = measures[step].circulates === true && reachesParty(made);
  const tellsSuperior = circulates || (paper.as === 'report' && paper.above === 'superior');
  // A letter in place of a circular is written to whoever supervises the party.
  const isInstead = made === 'letter-to-department' && measures[step].makes !== made;
  const tellsAbove =
    circulates || isInstead || ((isNamed || above !== undefined) && tellsCompetent(toldBy(rule, step)));
  const groups: readonly { readonly why: Why; readonly is: boolean; readonly some: Addressee[] }[] = [
    {
      why: 'unit',
      is: isServed(step, made),
      some: partyContacts({ subject, unit, parent }, owner),
    },
    { why: 'supervising', is: tellsAbove, some: above ? contactsOf(above, 'supervising') : [] },
    { why: 'superior', is: tellsSuperior, some: superiorsOf(request, rule) },
    { why: 'circulation', is: circulates || circulation.length > 0, some: circulation.flatMap(ofRange) },
  ];
  const told = groups.filter(({ is }) => is);
  const seen = new Set<string>();
  return {
    recipients: told.flatMap(({ some }) => some).filter(({ to }) => isFirst(seen, to)),
    unreached: told.filter(({ some }) => some.length === 0).map(({ why }) => why),
  };
}

/** Whoever has no mail gets it by hand. */
const ofRange = ({ name, email }: EscalationRecord['circulation'][number]): Addressee[] =>
  email === undefined ? [] : [{ name, to: email, why: 'circulation' }];

const superiorsOf = ({ context }: Request, { office }: Rule): Addressee[] =>
  superiors(context).map(({ to }) => ({ name: superiorName(context, office), to, why: 'superior' }));

function isFirst(seen: Set<string>, to: string): boolean {
  const key = addressKey(to);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Whom the rule tells of the step besides the party. */
const toldBy = ({ deadline, escalation }: Rule, step: EscalationStep): readonly string[] | undefined =>
  deadline?.tell ?? escalation?.steps.find((one) => one.step === step)?.tell;

async function parentOf(request: Request, subject: SubjectRecord): Promise<SubjectRecord | undefined> {
  if (subject.parentId === undefined) return undefined;
  return subjectRecord.read(request.deps.store, { jurisdiction: subject.jurisdiction, id: subject.parentId });
}

interface Reachable {
  readonly subject: SubjectRecord;
  readonly unit: SubjectRecord | undefined;
  readonly parent: SubjectRecord | undefined;
}

/** The party by the contacts of the subject or its own; the unit above where there are none. */
function partyContacts({ subject, unit, parent }: Reachable, owner: string): Addressee[] {
  for (const one of [subject, unit]) {
    const own = one ? contactsOf({ ...one, name: owner }, 'unit') : [];
    if (own.length > 0) return own;
  }
  return parent ? contactsOf(parent, 'parent') : [];
}

function contactsOf(subject: Pick<SubjectRecord, 'name' | 'contacts'>, why: Addressee['why']): Addressee[] {
  return subject.contacts.flatMap(({ email }): Addressee[] =>
    email === undefined ? [] : [{ name: subject.name, to: email, why }],
  );
}
