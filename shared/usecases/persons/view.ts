import { day, type Day } from '../../domain/time/day.ts';
import { formatInstant, type Instant } from '../../domain/time/instant.ts';
import type { Where } from '../../domain/people/place.ts';
import type { FormerMember, PeopleRecord, StaffMember } from '../../records/staff.ts';

/** What came of an invitation; `leaving`: it is on its way, `none`: nothing left. */
export type Invited =
  | { readonly status: 'leaving' }
  | { readonly status: 'none'; readonly reason: 'no-accounts' | 'no-address' }
  | {
      readonly status: 'by-hand';
      readonly link: string;
      readonly until: Instant;
      readonly password?: string | undefined;
    };

export interface ViewOf {
  readonly where: Where;
  readonly people: PeopleRecord;
  readonly today: Day;
}

/** A person as the API shows them, with what the invitation of this answer came to. */
export function personView({ where, people, today }: ViewOf, member: StaffMember, invited?: Invited) {
  const left = people.former?.find(({ sub }) => sub === member.sub);
  return {
    id: member.sub,
    name: member.name,
    role: member.role,
    office: member.office,
    email: member.email,
    mobile: member.mobile,
    duties: member.duties,
    certificate: member.certificate && {
      ...member.certificate,
      daysLeft: day(member.certificate.validUntil) - today,
    },
    deputyFor: deputyView(people, member, today),
    unitId: where.unitId,
    status: left ? 'left' : 'active',
    ...leftView(left),
    invitation: invited ? nowView(invited) : lastView(member),
    version: member.revision ?? 1,
  };
}

function deputyView({ members }: PeopleRecord, { deputyFor }: StaffMember, today: Day) {
  if (!deputyFor) return undefined;
  const { sub, from, to } = deputyFor;
  const name = members.find((one) => one.sub === sub)?.name;
  return { sub, name, from, to, now: day(from) <= today && today <= day(to) };
}

const leftView = (left: FormerMember | undefined) => left && { leftOn: left.leftOn, handedTo: left.handedTo };

const nowView = (invited: Invited) =>
  invited.status === 'by-hand' ? { ...invited, until: formatInstant(invited.until) } : invited;

function lastView({ invited }: StaffMember) {
  if (!invited) return undefined;
  const { at, until, outcome } = invited;
  return {
    status: outcome,
    at: formatInstant(at),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
  };
}
