import { addDays, addMonths, formatDay, type Day } from '../../shared/domain/time/day.ts';
import type { PartyRecord } from '../../shared/records/party.ts';
import type { Nature } from '../../shared/vocabulary/parties.ts';
import type { StaffMember, StaffRole } from '../../shared/records/staff.ts';
import type { OfficeName, SubjectKind } from '../../shared/rules/schema.ts';

/** Demonstration data: invented, with addresses and mobile numbers that belong to nobody. */

export interface DemoContact {
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly role?: string;
}

export interface DemoSubject {
  readonly kind: Exclude<SubjectKind, 'bureau'>;
  readonly code: string;
  readonly name: string;
  /** The code of the unit to which it belongs. */
  readonly parentCode?: string;
  readonly nature?: Nature;
  readonly parties?: readonly PartyRecord[];
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly contacts: readonly DemoContact[];
}

export interface DemoStaff {
  readonly sub: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly office?: OfficeName;
  readonly email: string;
  readonly certificate?: { readonly number: string; readonly validUntil: string };
  readonly duties?: StaffMember['duties'];
}

export interface DemoOffice {
  readonly office: OfficeName;
  readonly contacts: readonly DemoContact[];
}

export interface DemoPapers {
  readonly address: string;
  readonly telephone: string;
  readonly contact: string;
  readonly court: string;
  readonly bank: string;
  readonly bankAccount: string;
}

export interface DemoJurisdiction {
  readonly id: string;
  /** The day from which duties are pursued: in the recent past, so that some are late on entry. */
  readonly trackFrom: string;
  readonly superiors: readonly string[];
  /** What papers say of where the bureau is found, and of the court. */
  readonly papers: DemoPapers;
  readonly staff: readonly DemoStaff[];
  /** The people whom the letters of each office name for questions. */
  readonly offices: readonly DemoOffice[];
  readonly subjects: readonly DemoSubject[];
}

interface Particulars {
  readonly in?: string;
  readonly nature?: Nature;
  /** The party that answers for it, if that is not the unit to which it belongs. */
  readonly party?: PartyRecord;
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly contacts?: readonly DemoContact[];
}

/** A subject; its name says that it is an example. */
export function entry(
  kind: DemoSubject['kind'],
  code: string,
  name: string,
  more: Particulars = {},
): DemoSubject {
  return {
    kind,
    code,
    name: `${name}（示例）`,
    ...(more.in === undefined ? {} : { parentCode: more.in }),
    ...(more.nature === undefined ? {} : { nature: more.nature }),
    ...(more.party === undefined ? {} : { parties: [more.party] }),
    traits: more.traits ?? [],
    facts: more.facts ?? {},
    contacts: more.contacts ?? [],
  };
}

export const mail = (box: string): string => `${box}@example.com`;

/** 13800000001 and up: a range that is assigned to nobody. */
const mobile = (number: number): string => `138${String(number).padStart(8, '0')}`;

export function archivist(name: string, box: string, number: number): DemoContact {
  return { name, email: mail(box), mobile: mobile(number), role: '档案管理员' };
}

/** Can be reached only by SMS. */
export function byMobile(name: string, number: number): DemoContact {
  return { name, mobile: mobile(number), role: '档案管理员' };
}

export function desk(name: string, box: string, number: number): DemoContact {
  return { name, email: mail(box), mobile: mobile(number), role: '业务咨询' };
}

/** Invented, as everything here, but for the name of the court. */
export const papersOf = (court: string, contact: string, number: number): DemoPapers => ({
  address: `示例路${number}号`,
  telephone: `0000-0000${number}`,
  contact,
  court,
  bank: '示例银行某支行',
  bankAccount: `0000 0000 0000 0000 ${number}`,
});

export const inDays = (today: Day, days: number): string => formatDay(addDays(today, days));

/** The day from which this many months end in this many days; negative if they have ended. */
export const monthsEndIn = (today: Day, days: number, months: number): string =>
  formatDay(addMonths(addDays(today, days), -months));

export const monthsAgo = (today: Day, months: number): string => formatDay(addMonths(today, -months));

/** The planned day whose preceding month ends in this many days. */
export const monthBeforeIn = (today: Day, days: number): string =>
  formatDay(addMonths(addDays(today, days), 1));

interface Person {
  readonly sub: string;
  readonly name: string;
  readonly office?: OfficeName;
  readonly duties?: StaffMember['duties'];
}

export interface People {
  readonly officers: readonly Person[];
  readonly leaders: readonly Person[];
  readonly admin: Person;
}

/** The bureau’s people. Officers have a certificate; the last one’s ends within the quarter. */
export function staffOf(jurisdiction: string, today: Day, people: People): DemoStaff[] {
  const member = (person: Person, role: StaffRole): DemoStaff => ({
    ...person,
    role,
    email: mail(`${jurisdiction}-${person.sub}`),
  });
  const officers = people.officers.map((person, index) => ({
    ...member(person, 'bureau-officer'),
    certificate: {
      number: `SL-${jurisdiction.toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
      validUntil: index === people.officers.length - 1 ? inDays(today, 75) : inDays(today, 900),
    },
  }));
  const leaders = people.leaders.map((person) => member(person, 'bureau-leader'));
  return [...officers, ...leaders, member(people.admin, 'bureau-admin')];
}

const TRACKED_DAYS = 30;

export const trackedFrom = (today: Day): string => inDays(today, -TRACKED_DAYS);
