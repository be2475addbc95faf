import type { OfficePapers } from '../../records/papers.ts';
import type { SettingsRecord } from '../../records/settings.ts';
import type { Jurisdiction } from '../../rules/catalogue.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { officeToday } from '../../vocabulary/bodies.ts';

/** The organ in whose name documents are issued. */
export interface ActingOrgan {
  readonly name: string;
  /** What empowers the organ to act: 三定规定, an announced list of enforcement bodies. */
  readonly qualification?: string | undefined;
  /** The written delegation under which it acts. */
  readonly delegation?: string | undefined;
}

/** What the documents of one office say about the organ: the entries, else the defaults. */
export interface OfficeDesk {
  readonly organ: ActingOrgan;
  readonly address: string | undefined;
  readonly telephone: string | undefined;
  readonly contact: string | undefined;
  readonly reconsiderationBody: string;
  readonly court: string | undefined;
  /** Who collects fines, and into which account. */
  readonly bank: string | undefined;
  readonly bankAccount: string | undefined;
  readonly numbering: Readonly<Record<string, string>>;
}

type Entered = Omit<OfficePapers, 'actingOrgan' | 'numbering'>;

/**
 * An office acts in its own name, with its own numbers. Its address and the reconsideration body are the
 * bureau’s entries, unless the office has its own.
 */
export function officeDesk(
  { jurisdiction, settings }: { readonly jurisdiction: Jurisdiction; readonly settings: SettingsRecord },
  office: OfficeName,
  named = nameOf(jurisdiction, office),
): OfficeDesk {
  const { papers } = settings;
  const own = isMain(jurisdiction, office) ? papers : papers?.offices?.[office];
  const entered = (field: keyof Entered): string | undefined => own?.[field] ?? papers?.[field];
  return {
    organ: { ...own?.actingOrgan, name: own?.actingOrgan?.name ?? officeToday(named, papers?.bodies) },
    address: entered('address'),
    telephone: entered('telephone'),
    contact: entered('contact'),
    reconsiderationBody: entered('reconsiderationBody') ?? reconsiderationIn(jurisdiction),
    court: entered('court'),
    bank: entered('bank'),
    bankAccount: entered('bankAccount'),
    numbering: own?.numbering ?? {},
  };
}

const nameOf = ({ offices = [], bureau }: Jurisdiction, office: OfficeName): string =>
  offices.find((one) => one.office === office)?.name ?? bureau;

/** The first office of a jurisdiction is the bureau itself. */
export const isMain = ({ offices = [] }: Jurisdiction, office: OfficeName): boolean =>
  offices[0] === undefined || offices[0].office === office;

/** 鹿泉区人民政府; for a management district its committee. */
export const governmentOf = ({ government, name }: Pick<Jurisdiction, 'government' | 'name'>): string =>
  government ?? `${name}人民政府`;

/** 行政复议法第二十四条: the people’s government of the same level. */
const reconsiderationIn = (jurisdiction: Jurisdiction): string =>
  jurisdiction.reconsideration ?? governmentOf(jurisdiction);

/**
 * An archive (档案馆) keeps archives; only the administration issues orders, notices and decisions
 * (档案法第八条). An archive needs a delegation on file.
 */
export const mayBind = ({ name, delegation }: ActingOrgan): boolean =>
  !name.endsWith('馆') || delegation !== undefined;
