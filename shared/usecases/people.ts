import { isPerson, type Actor } from '../domain/actor.ts';
import type { StaffMember } from '../records/staff.ts';

const roleNames: Readonly<Record<string, string>> = {
  'bureau-officer': '经办人员',
  'bureau-leader': '负责人',
  'bureau-admin': '管理员',
  superior: '上级',
  unit: '当事人',
  auditor: '审计人员',
};

/** The name of a person as the staff list has it, else the `sub`. */
export const nameOf = (staff: readonly StaffMember[], sub: string): string =>
  staff.find((member) => member.sub === sub)?.name ?? sub;

/** An officer as 王科员（经办人员） if the staff list has them. */
export function personOf(staff: readonly StaffMember[], by: Actor): string {
  if (isPerson(by)) {
    const acting =
      by.deputyFor === undefined ? (roleNames[by.role] ?? by.role) : `代${nameOf(staff, by.deputyFor)}`;
    return `${nameOf(staff, by.sub)}（${acting}）`;
  }
  return by.role === 'system' ? '系统' : by.role;
}
