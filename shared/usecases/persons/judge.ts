import { chainedBy, rolesAt, type Where } from '../../domain/people/place.ts';
import type { Principal } from '../../domain/principal.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { StaffMember } from '../../records/staff.ts';
import { role as anyRole } from '../../rules/schema.ts';

/** What is wrong with a person as entered or changed; `others` are those who work there beside them. */
export function flawsOf(
  where: Where,
  principal: Principal,
  member: StaffMember,
  others: readonly StaffMember[],
  before?: StaffMember,
): FieldError[] {
  const roles = rolesAt(where);
  const role = anyRole.safeParse(member.role).data;
  const errors: FieldError[] = [];
  const isNewRole = before?.role !== member.role;
  if (isNewRole && !roles.some((one) => one === role))
    errors.push(fieldError('role', 'person.role', { roles: [...roles], role: member.role }));
  if (before && isNewRole && member.sub === principal.sub) errors.push(fieldError('role', 'person.own-role'));
  if (where.unitId === undefined) errors.push(...officeFlaws(principal, member, before));
  errors.push(...deputyFlaws(member, others));
  return errors;
}

/** What keeps somebody from seeing to a person: who administers one office has its people alone. */
export const foreignFlaws = ({ unitId }: Where, principal: Principal, member: StaffMember): FieldError[] =>
  unitId === undefined ? officeFlaws(principal, member, member) : [];

/** Whoever administers one office has its people alone. */
export function officeFlaws({ office }: Principal, member: StaffMember, before?: StaffMember): FieldError[] {
  if (office === undefined) return [];
  const isOther = member.office !== office || (before !== undefined && before.office !== office);
  return isOther ? [fieldError('office', 'person.other-office', { office })] : [];
}

function deputyFlaws(member: StaffMember, others: readonly StaffMember[]): FieldError[] {
  const { deputyFor, sub } = member;
  if (!deputyFor) return [];
  const { from, to } = deputyFor;
  if (to < from) return [fieldError('deputyFor.to', 'field.span', { from, to })];
  if (deputyFor.sub === sub) return [fieldError('deputyFor.sub', 'person.deputy-self')];
  const leader = others.find((one) => one.sub === deputyFor.sub);
  if (!leader) return [fieldError('deputyFor.sub', 'person.deputy-unknown')];
  if (leader.role !== 'bureau-leader')
    return [fieldError('deputyFor.sub', 'person.deputy-of-whom', { name: leader.name })];
  const chained = chainedBy(others, member);
  return chained ? [fieldError('deputyFor', 'person.deputy-chain', { name: chained.name })] : [];
}
