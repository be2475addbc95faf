import { useState } from 'react';
import type { Act } from './use-api.ts';

/** An act with its last answer, which stays after the form has closed: a secret, or what has to be looked at. */
export function useLast<Asked, Answered>(
  act: Act<Asked, Answered>,
): { readonly act: Act<Asked, Answered>; readonly last: Answered | undefined } {
  const [last, setLast] = useState<Answered>();
  return {
    last,
    act: {
      ...act,
      mutate: (asked, then = {}) =>
        act.mutate(asked, {
          ...then,
          onSuccess: (answer) => {
            setLast(() => answer);
            then.onSuccess?.(answer);
          },
        }),
    },
  };
}
