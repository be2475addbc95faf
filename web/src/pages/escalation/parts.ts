import type { Escalation } from '../../api/contract.ts';
import type { Part } from '../../components/compare.ts';
import { escalationParts } from '../../features/facts/changed-parts.ts';
import { useSpeech } from '../../i18n/words.ts';

/** What a person can read of a document and its particulars. */
export function useEscalationParts(): (escalation: Escalation) => readonly Part[] {
  const speech = useSpeech();
  return (escalation) => escalationParts(speech, escalation);
}
