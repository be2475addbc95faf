import { useMemo } from 'react';
import type { RequestFailed } from './client.ts';
import type { ActName } from './contract.ts';

/** A name for one act of a person, so that repeating it after a lost answer does it once. */
export function freshName(): string {
  // Not `randomUUID`: a page that is served without TLS has none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** They enter nothing: doing them twice does no harm. */
const entersNothing: ReadonlySet<ActName> = new Set<ActName>([
  'POST /v1/preview',
  'POST /local/token',
  'POST /local/clock',
]);

/** Whether the server takes an Idempotency-Key for it. PUT, PATCH and DELETE may be repeated as they are. */
const isNamed = (route: ActName): boolean => route.startsWith('POST ') && !entersNothing.has(route);

/** The name of the act that a form is for. */
export interface ActNames {
  /** The same for the same address until the act is over; undefined where the route takes none. */
  readonly nameFor: (params: Readonly<Record<string, string>> | undefined) => string | undefined;
  /** The act is over: what is sent next is another one. */
  readonly renew: () => void;
}

/** Names made when the form opens. */
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
        // One form may stand for several rows of a list: each is an act of its own.
        if (place !== undefined && place !== asked) renew();
        place = asked;
        return name;
      },
      renew,
    };
  }, [route]);
}

/**
 * Whether the server has answered for good. Without an answer, and while the server says that it is still at
 * work or has known the name for other words, the act may have been done: its name stays.
 */
export function isAnswered({ problem }: RequestFailed): boolean {
  const unfinished = (problem.errors ?? []).some(({ path }) => path === 'Idempotency-Key');
  return problem.status >= 400 && problem.status < 500 && !unfinished;
}
