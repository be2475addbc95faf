import { idOf } from '../ids.ts';

/** What a problem found by a check calls for: that it be put right by the day that its record sets. */

/** The part of a regime that turns such problems into duties. */
export const rectificationRuleOf = (regime: string): string => `${regime}/rectification`;

/** A finding is the same as long as its words are: other words are another problem. */
export const findingIdOf = (inspectionId: string, subjectId: string, text: string): string =>
  idOf('finding', inspectionId, subjectId, text);

const LONGEST = 200;

/** The words of a finding on one line, cut where they are too long for a letter. */
export function shortFinding(text: string): string {
  const line = Array.from(text.replace(/\s+/gu, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}
