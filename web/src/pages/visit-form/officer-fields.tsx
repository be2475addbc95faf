import type { ReactElement } from 'react';
import type { StaffMember } from '../../api/contract.ts';
import { OfficerRows } from '../../features/checks/officer-rows.tsx';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useWords } from '../../i18n/words.ts';

/** Who will make the check. */
export function VisitOfficers({ staff }: { readonly staff: readonly StaffMember[] }): ReactElement {
  const { common, checks } = useWords();
  const { form: text } = useVisitWords();
  return (
    <fieldset className="part">
      <legend>{text.officers}</legend>
      <p className="hint tight">{text.officersHint}</p>
      <OfficerRows
        staff={staff}
        labels={checks.form}
        certificate={{ label: common.optional(checks.form.certificates.enforcement) }}
      />
    </fieldset>
  );
}
