import { useMemo } from 'react';
import type { RequestFailed } from './client.ts';
import type { ActName } from './contract.ts';

/** A name for one act of a person, so that a repetition after a lost answer does it only once. */
export function freshName(): string {
  // Not `randomUUID`: a page without TLS does not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Acts that enter nothing, so doing them twice does no harm. */
const entersNothing: ReadonlySet<ActName> = new Set<ActName>([
  'POST /v1/preview',
  'POST /local/token',
  'POST /local/clock',
]);

/** Whether the route takes an Idempotency-Key. PUT, PATCH and DELETE may be repeated without one. */
const isNamed = (route: ActName): boolean => route.startsWith('POST ') && !entersNothing.has(route);

/** The name of a form’s act. */
export interface ActNames {
  /** The same name for the same address until the act is over; undefined when the route takes none. */
  readonly nameFor: (params: Readonly<Record<string, string>> | undefined) => string | undefined;
  /** The act is over: the next request is another act. */
  readonly renew: () => void;
}

/** Makes the names when the form opens. */
export function useActNames(route: ActName): ActNames {
  return useMemo(() => {
    let name = freshName();
    let place: string | undefined;
    const renew = (): void => {
      name = freshName();
      place = undefined;
    };
    return {
      nameFor: (params) => {
        if (!isNamed(route)) return undefined;
        const asked = JSON.stringify(params ?? {});
        // One form may serve several rows of a list: each is a separate act.
        if (place !== undefined && place !== asked) renew();
        place = asked;
        return name;
      },
      renew,
    };
  }, [route]);
}

/**
 * Whether the server has given a final answer. Without an answer, and while the server says that it is still at
 * work or has seen the name with another body, the act may have been done, so its name stays.
 */
export function isAnswered({ problem }: RequestFailed): boolean {
  const unfinished = (problem.errors ?? []).some(({ path }) => path === 'Idempotency-Key');
  return problem.status >= 400 && problem.status < 500 && !unfinished;
}
