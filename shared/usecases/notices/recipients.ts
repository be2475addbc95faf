import { addressKey } from '../../domain/address.ts';
import { legalOfficersOf } from '../../domain/papers/deputies.ts';
import { channelNames, channels, type ChannelName } from '../../vocabulary/channels.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { ContactRecord } from '../../records/records.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Context } from '../context.ts';
import type { StepRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** One address to which a notice goes. */
export interface Recipient {
  readonly name: string;
  readonly to: string;
  readonly channel: ChannelName;
  /** True if the address belongs neither to the subject nor to whoever answers for it, but to its parent. */
  readonly onBehalf: boolean;
  /** The name of the body whose address it is, when it belongs neither to the subject nor to its parent. */
  readonly body?: string;
}

/** Each address once; different spellings of an address count as the same. */
export function distinct(recipients: readonly Recipient[]): Recipient[] {
  const seen = new Set<string>();
  return recipients.filter((recipient) => {
    const key = `${recipient.channel}:${addressKey(recipient.to)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The subject whose contacts are used: the subject itself, else the unit that answers for it, else its parent.
 * Undefined when none has contacts. A retired parent is not used.
 */
export const addresseeOf = (
  subject: SubjectRecord,
  unit: SubjectRecord | undefined,
  parent: SubjectRecord | undefined,
): SubjectRecord | undefined =>
  [subject, unit, standing(parent)].find((one) => one?.contacts.some(reachable));

export const standing = (subject: SubjectRecord | undefined): SubjectRecord | undefined =>
  subject?.retiredOn === undefined ? subject : undefined;

const reachable = (contact: ContactRecord): boolean =>
  contact.email !== undefined || contact.mobile !== undefined;

/** The setting from which the channels of a step are taken. */
export function channelSetting(step: StepRecord, steps: readonly StepRecord[]): string {
  if (step.kind === 'overdue' || step.kind === 'correction') return step.kind;
  if (step.kind === 'returned') return 'report-returned';
  if (step.kind !== 'reminder') return 'bureau-alert';
  const last = steps.filter((other) => other.kind === 'reminder').sort((a, b) => b.at - a.at)[0];
  return last && last.at === step.at && last.key === step.key ? 'last-reminder' : 'reminder';
}

/**
 * A unit’s people, by the channels of the setting. A person with an address for only one channel gets every
 * notice there.
 */
export function unitRecipients(
  contacts: readonly ContactRecord[],
  chosen: readonly ChannelName[],
  onBehalf: boolean,
): Recipient[] {
  return distinct(
    contacts.flatMap((contact): Recipient[] => {
      const reached = channelNames.flatMap((channel): Recipient[] => {
        const to = contact[channels[channel].address];
        return to === undefined ? [] : [recipient(contact.name, to, channel, onBehalf)];
      });
      const wanted = reached.filter(({ channel }) => chosen.includes(channel));
      if (wanted.length > 0) return wanted;
      const addresses = new Set(reached.map(({ to }) => to));
      return chosen.length > 0 || addresses.size === 1 ? reached.slice(0, 1) : [];
    }),
  );
}

function recipient(name: string, to: string, channel: ChannelName, onBehalf: boolean): Recipient {
  return { name, to, channel, onBehalf };
}

const inOffice = (member: StaffMember, office: OfficeName): boolean =>
  member.office === undefined || member.office === office;

/** The officers of an office: the contacts of its bureau subject, and the staff with an address. */
export function officers(
  context: Context,
  office: OfficeName,
  bureau: SubjectRecord | undefined,
): Recipient[] {
  const contacts = (bureau?.contacts ?? []).flatMap((contact) =>
    contact.email === undefined ? [] : [recipient(contact.name, contact.email, 'email', false)],
  );
  return distinct([...contacts, ...staffMail(context, 'bureau-officer', office)]);
}

export function leaders(context: Context, office: OfficeName): Recipient[] {
  const named = context.settings.alerts.leaders.map((to) => recipient('', to, 'email', false));
  return distinct([...named, ...staffMail(context, 'bureau-leader', office)]);
}

/** The legal officers of an office, whatever their role. */
export const legalPeople = ({ staff }: Context, office: OfficeName): Recipient[] =>
  distinct(
    legalOfficersOf(staff, office).flatMap(({ name, email }) =>
      email === undefined ? [] : [recipient(name, email, 'email', false)],
    ),
  );

export function superiors(context: Context): Recipient[] {
  return distinct(context.settings.alerts.superiors.map((to) => recipient('', to, 'email', false)));
}

function staffMail(context: Context, role: string, office: OfficeName): Recipient[] {
  return context.staff.flatMap((member) =>
    member.role === role && member.email !== undefined && inOffice(member, office)
      ? [recipient(member.name, member.email, 'email', false)]
      : [],
  );
}
