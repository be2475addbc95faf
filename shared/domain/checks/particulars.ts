import { fieldError, type FieldError } from '../../outcome.ts';
import { formatDay, type Day } from '../time/day.ts';
import type { RecheckResult } from '../../vocabulary/check-forms.ts';

/** What a record tells of each place, and of problems that were found before. */
export interface Particulars {
  readonly targets: readonly string[];
  /** Milliseconds. */
  readonly at: number;
  readonly sites?: readonly { readonly subjectId: string; readonly until?: number | undefined }[] | undefined;
}

/** What is wrong about the places: nobody who was checked, twice, or an end before the beginning or in the future. */
export function siteFlaws({ targets, at, sites = [] }: Particulars, now: number): FieldError[] {
  return sites.flatMap(({ subjectId, until }, index): FieldError[] => {
    const path = `sites.${index}`;
    if (!targets.includes(subjectId))
      return [fieldError(`${path}.subjectId`, 'check.no-target', { id: subjectId })];
    if (sites.findIndex((site) => site.subjectId === subjectId) !== index)
      return [fieldError(`${path}.subjectId`, 'check.twice', { name: subjectId })];
    if (until === undefined) return [];
    if (until > now) return [fieldError(`${path}.until`, 'check.future')];
    return until < at ? [fieldError(`${path}.until`, 'check.ends-before')] : [];
  });
}

/** A problem that is looked at again: undefined where the record of none of the subjects checked has it. */
export interface Again {
  readonly result: RecheckResult;
  readonly finding:
    | { readonly on: Day; readonly rectifyBy: Day; readonly regime: string; readonly isDone: boolean }
    | undefined;
}

/**
 * A recheck is of a problem that an earlier check of the same regime found at somebody who is checked now. Nobody says
 * before the end of its period that it was not put right.
 */
export function recheckFlaws(
  again: readonly Again[],
  { on, regime }: { readonly on: Day; readonly regime: string },
): FieldError[] {
  return again.flatMap(({ result, finding }, index): FieldError[] => {
    const path = `rechecked.${index}`;
    if (finding === undefined || finding.regime !== regime || finding.on > on)
      return [fieldError(`${path}.obligationId`, 'check.no-finding')];
    return result !== 'rectified' && !finding.isDone && on <= finding.rectifyBy
      ? [fieldError(`${path}.result`, 'check.recheck-early', { until: formatDay(finding.rectifyBy) })]
      : [];
  });
}
