import { idOf } from '../ids.ts';

/**
 * The duty that follows from a problem found by a check: it must be put right by the day that the record sets.
 */

/** The rule of a regime that turns such problems into duties. */
export const rectificationRuleOf = (regime: string): string => `${regime}/rectification`;

/** The id depends on the text of a finding: another text is another problem. */
export const findingIdOf = (inspectionId: string, subjectId: string, text: string): string =>
  idOf('finding', inspectionId, subjectId, text);

const LONGEST = 200;

/** The text of a finding on one line, shortened if it is too long for a letter. */
export function shortFinding(text: string): string {
  const line = Array.from(text.replace(/\s+/gu, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}
