import type { PeopleRecord, StaffMember } from '../../records/staff.ts';
import type { Invited } from './view.ts';

/** A person, with the list that they are on, and what an invitation came to. */
export interface Entered {
  readonly member: StaffMember;
  readonly people: PeopleRecord;
  readonly invited?: Invited;
}

export const emptyList: PeopleRecord = { version: 0, members: [] };

/** Whether somebody else of the list has the address: lists that were replaced as a whole are not checked before. */
export const usesEmail = ({ members }: PeopleRecord, { sub, email }: StaffMember): boolean =>
  email !== undefined &&
  members.some((one) => one.sub !== sub && one.email?.toLowerCase() === email.toLowerCase());
