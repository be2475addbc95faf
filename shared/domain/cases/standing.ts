import type { SettingsRecord } from '../../records/settings.ts';
import type { Jurisdiction } from '../../rules/catalogue.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { officeDesk } from '../papers/acting-organ.ts';

interface Where {
  readonly jurisdiction: Jurisdiction;
  readonly settings: SettingsRecord;
}

/** A jurisdiction that names no offices has the one for archives. */
export const hasOffice = ({ offices }: Jurisdiction, office: OfficeName): boolean =>
  offices ? offices.some((one) => one.office === office) : office === 'archives';

/** Who acts for an office in a case: as entered, else 柏乡县档案局. */
export const caseOrganOf = (where: Where, office: OfficeName): string => officeDesk(where, office).organ.name;

/**
 * An archive (档案馆) keeps archives and has no power to punish (档案法第八条、第十条); none can be delegated to it
 * without a law, a regulation or a rule (行政处罚法第二十条), and archives law has none.
 */
export const mayPunish = (organ: string): boolean => !organ.endsWith('馆');
