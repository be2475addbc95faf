import { useDeputyFor } from '../api/use-deputy.ts';
import { useWords } from '../i18n/words.ts';
import { may, useSession } from '../session/use-session.ts';

/**
 * Whether this person may decide what leaders decide: a leader, or an officer who stands in for an absent one today.
 * `hint` tells such an officer for whom. The server decides.
 */
export function useDeciding(): { readonly decides: boolean; readonly hint: string } {
  const { role } = useSession();
  const { escalations } = useWords();
  const absent = useDeputyFor();
  return {
    decides: may.decide(role) || absent !== undefined,
    hint: absent === undefined ? '' : escalations.standsIn(absent.name),
  };
}
