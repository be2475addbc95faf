import type { PeopleRecord, StaffMember } from '../../records/staff.ts';
import type { Deps } from '../deps.ts';

/** With accounts of the product, nobody else could let people in again once the last administrator is gone. */
export const lastAdmin = (
  { accounts }: Deps,
  { members }: PeopleRecord,
  { sub, role }: StaffMember,
): boolean =>
  accounts.inUse &&
  role === 'bureau-admin' &&
  !members.some((one) => one.sub !== sub && one.role === 'bureau-admin' && one.invited !== undefined);
