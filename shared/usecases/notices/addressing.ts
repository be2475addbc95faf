import { addressKey } from '../../domain/address.ts';
import { hasLeft, mayHaveLeft } from '../../domain/notices/state.ts';
import { stepId } from '../../domain/duties/schedule.ts';
import { readAll } from '../../store/read.ts';
import { noticeRecord, type NoticeRecord, noticesAbout } from '../../records/notice.ts';
import { circleOf, deskOf, type Desk } from './bureau-people.ts';
import { competentBody, tellsCompetent } from '../register/competent.ts';
import type { Deps } from '../deps.ts';
import type { Duty } from './duty.ts';
import { isWaiting } from './notice.ts';
import { toldDate } from '../register/obligations-of.ts';
import {
  addresseeOf,
  channelSetting,
  leaders,
  superiors,
  unitRecipients,
  distinct,
  type Recipient,
} from './recipients.ts';

export interface Addressing {
  readonly recipients: readonly Recipient[];
  /** For corrections: the date that the recipients got before. */
  readonly toldBefore: string | undefined;
}

/** The recipients of a step’s notice. */
export async function recipientsOf(deps: Pick<Deps, 'store'>, duty: Duty): Promise<Addressing> {
  if (duty.step.kind === 'correction') return correctionRecipients(deps, duty);
  const own = dutyRecipients(duty);
  // When the party has no address, the bureau is informed instead of the department.
  const told =
    !isOwn(duty) && own.length > 0 && (duty.step.kind === 'reminder' || duty.step.kind === 'overdue');
  return {
    recipients: told ? distinct([...own, ...(await competentRecipients(deps, duty))]) : own,
    toldBefore: undefined,
  };
}

/** The project’s competent department, by mail, if the rule says that it is informed at each step. */
async function competentRecipients(deps: Pick<Deps, 'store'>, { rule, subject }: Duty): Promise<Recipient[]> {
  const body = tellsCompetent(rule.deadline.tell) ? await competentBody(deps, subject) : undefined;
  if (!body) return [];
  return unitRecipients(
    body.contacts.filter(({ email }) => email !== undefined),
    ['email'],
    true,
  ).map((recipient) => ({ ...recipient, body: body.name }));
}

/** Whether the bureau itself owes the duty, whatever the duty is about. */
const isOwn = ({ rule, subject }: Duty): boolean =>
  rule.deadline.pursuit === 'bureau' || subject.kind === 'bureau';

const deskFor = ({ context, rule, bureau, subject }: Duty): Desk => ({
  context,
  office: rule.office,
  bureau,
  subject,
});

/** Whether the addressee reads for the subject without answering for it. */
const standsIn = ({ subject, unit }: Duty, { id }: { readonly id: string }): boolean =>
  id !== subject.id && id !== unit?.id;

/** Whose duty it is decides first: what the bureau owes never goes to an address of the subject. */
function dutyRecipients(duty: Duty): Recipient[] {
  const { context, rule, subject, unit, parent, step } = duty;
  if (step.kind === 'alert-leader') return leaders(context, rule.office);
  if (step.kind === 'alert-superior') return superiors(context);
  if (isOwn(duty) || step.kind === 'alert-officers') return deskOf(deskFor(duty));
  // A government is written to: no text message hurries it.
  const channels =
    subject.kind === 'government'
      ? (['email'] as const)
      : (context.settings.channels[channelSetting(step, duty.obligation.steps)] ?? ['email']);
  const addressee = addresseeOf(subject, unit, parent);
  return addressee ? unitRecipients(addressee.contacts, channels, standsIn(duty, addressee)) : [];
}

/**
 * Everyone whose last notice has another date than the present one, each once. Also everyone to whom this
 * correction was begun: it may have left without a record, so they get it even if another notice brought them
 * the date meanwhile.
 */
async function correctionRecipients(deps: Pick<Deps, 'store'>, duty: Duty): Promise<Addressing> {
  const { obligation, step } = duty;
  const about = noticesAbout(obligation.jurisdiction, obligation.subjectId);
  const items = await readAll(deps.store, { ...about, consistent: true });
  const known = items
    .map(noticeRecord.of)
    .filter((notice) => notice.obligationId === obligation.id && notice.toldDue !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt);
  const present = step.key === 'ended' ? 'ended' : toldDate(obligation);
  const isOfStep = (notice: NoticeRecord): boolean =>
    notice.step === stepId(step) && notice.toldDue === present;
  // A notice with another date counts if it may have left; a notice with the present date counts only if it
  // certainly left.
  const notices = known.filter((notice) =>
    notice.toldDue === present ? hasLeft(notice.status) : mayHaveLeft(notice),
  );
  const lastTold = new Map<string, NoticeRecord>();
  for (const notice of notices) lastTold.set(`${notice.channel}:${addressKey(notice.to)}`, notice);
  const wrong = [...lastTold.values()].filter(
    (notice) => notice.toldDue !== present && notice.channel === 'email',
  );
  const begun = known.filter((notice) => isWaiting(notice) && isOfStep(notice));
  const competent = new Map(
    (await competentRecipients(deps, duty)).map((recipient) => [addressKey(recipient.to), recipient]),
  );
  const inside = isOwn(duty) ? new Set(circleOf(deskFor(duty)).map(({ to }) => addressKey(to))) : undefined;
  const addressee = addresseeOf(duty.subject, duty.unit, duty.parent);
  const standIn = !inside && addressee !== undefined && standsIn(duty, addressee);
  // A correction of the bureau’s own duty does not go to outsiders who got its notice by mistake.
  const told = [...wrong, ...begun].filter(({ to }) => !inside || inside.has(addressKey(to)));
  return {
    recipients: distinct(
      told.map(({ toName, to, channel }) => ({
        name: toName,
        to,
        channel,
        onBehalf: standIn,
        ...competent.get(addressKey(to)),
      })),
    ),
    toldBefore: (wrong.length > 0 ? wrong : notices).findLast(
      (notice) => notice.toldDue !== 'ended' && notice.toldDue !== present,
    )?.toldDue,
  };
}
