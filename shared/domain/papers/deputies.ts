import type { StaffMember } from '../../records/staff.ts';
import { day, type Day } from '../time/day.ts';

type List = readonly StaffMember[];

/** The absent leader for whom a person acts on a day, within the days that were entered. */
export function deputyFor(staff: List, sub: string, on: Day): StaffMember | undefined {
  const entered = staff.find((member) => member.sub === sub)?.deputyFor;
  if (!entered || on < day(entered.from) || on > day(entered.to)) return undefined;
  return staff.find((member) => member.sub === entered.sub && member.role === 'bureau-leader');
}

/** The legal officers of an office: those of the whole bureau too. */
export const legalOfficersOf = (staff: List, office: string): List =>
  staff.filter(
    (member) =>
      member.duties?.includes('legal-officer') === true &&
      (member.office === undefined || member.office === office),
  );

type Duty = NonNullable<StaffMember['duties']>[number];

/** Whether a person has a duty beside the role: 承办机构负责人, 法制员, 承办人. */
export const hasDuty = (staff: List, sub: string, duty: Duty): boolean =>
  staff.some((member) => member.sub === sub && member.duties?.includes(duty));
