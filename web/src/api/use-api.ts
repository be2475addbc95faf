import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useSession } from '../session/use-session.ts';
import { call, RequestFailed, type Asked } from './client.ts';
import type { ActName, Answer, Page, ReadName } from './contract.ts';
import { isAnswered, useActNames } from './once.ts';

interface ReadOptions {
  readonly enabled?: boolean;
  /** Milliseconds during which it is not asked for again; 0 where nothing is said. */
  readonly staleTime?: number;
}

type Read<R extends ReadName> = Pick<Asked<R>, 'params' | 'query'> & ReadOptions;

/** Reads one route; the answer is kept under the jurisdiction and the token’s person. */
export function useRead<R extends ReadName>(
  route: R,
  { enabled, staleTime, ...asked }: Read<R> = {},
): UseQueryResult<Answer<R>, RequestFailed> {
  const { jurisdiction, token } = useSession();
  return useQuery<Answer<R>, RequestFailed>({
    queryKey: [route, jurisdiction, token, asked.params, asked.query],
    queryFn: ({ signal }) => call(route, { ...asked, signal }),
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
    ...(staleTime === undefined ? {} : { staleTime }),
  });
}

type ListName = {
  [R in ReadName]: Answer<R> extends Page<unknown> ? R : never;
}[ReadName];
type Item<R extends ListName> = Answer<R>['items'][number];

const PAGE = 200;

/** A list page by page. */
export function usePages<R extends ListName>(route: R, { enabled, staleTime, ...asked }: Read<R> = {}) {
  const { jurisdiction, token } = useSession();
  const result = useInfiniteQuery({
    queryKey: ['pages', route, jurisdiction, token, asked.params, asked.query],
    queryFn: ({ pageParam, signal }): Promise<Page<Item<R>>> =>
      call(route, { ...asked, query: { limit: 50, ...asked.query, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
    ...(staleTime === undefined ? {} : { staleTime }),
  });
  return { ...result, items: result.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** A whole list, all of its pages one after the other. For lists of a bureau’s size. */
export function useAll<R extends ListName>(
  route: R,
  { enabled, staleTime, ...asked }: Read<R> = {},
): UseQueryResult<readonly Item<R>[], RequestFailed> {
  const { jurisdiction, token } = useSession();
  return useQuery<readonly Item<R>[], RequestFailed>({
    queryKey: ['all', route, jurisdiction, token, asked.params, asked.query],
    queryFn: async ({ signal }) => {
      const items: Item<R>[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query = { ...asked.query, limit: PAGE, cursor };
        const page: Page<Item<R>> = await call(route, { ...asked, query, signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
    ...(staleTime === undefined ? {} : { staleTime }),
  });
}

interface Then<Answered> {
  readonly onSuccess?: (answer: Answered) => void;
  readonly onError?: (error: unknown) => void;
}

/** What a form sends; the name of the act is given by `useAct`. */
export type Sent<R extends ActName> = Omit<Asked<R>, 'once'>;

/** An act on its way, and what became of it. */
export interface Act<Asked, Answered> {
  /** Does nothing while the act is under way. */
  readonly mutate: (asked: Asked, then?: Then<Answered>) => void;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: RequestFailed | null;
  readonly data: Answered | undefined;
  /** Ends it: what is sent next is another act. */
  readonly reset: () => void;
}

interface ActOptions {
  /** The form goes with its success: pressed again before it is gone, nothing is sent. */
  readonly ends?: boolean;
}

/**
 * An act. What follows from it may show anywhere: all that was read is asked for again, and only then `onSuccess`
 * is called. By then the button that was pressed may be gone from the page: the person is told all the same.
 * A POST carries a name that was made when the form opened, so that a lost answer or a second press enters once.
 */
export function useAct<R extends ActName>(
  route: R,
  { ends = false }: ActOptions = {},
): Act<Sent<R>, Answer<R>> {
  const queries = useQueryClient();
  const names = useActNames(route);
  const busy = useRef(false);
  const { mutateAsync, isPending, isSuccess, error, data, reset } = useMutation<
    Answer<R>,
    RequestFailed,
    Asked<R>
  >({
    mutationFn: (asked) => call(route, asked),
    onSuccess: () => queries.invalidateQueries(),
    // What another changed meanwhile is shown in the form.
    onError: (failed) => (failed.problem.status === 409 ? queries.invalidateQueries() : undefined),
  });
  const mutate = (asked: Sent<R>, { onSuccess, onError }: Then<Answer<R>> = {}): void => {
    if (busy.current) return;
    busy.current = true;
    const once = names.nameFor(asked.params);
    mutateAsync(once === undefined ? asked : { ...asked, once }).then(
      (answer) => {
        names.renew();
        busy.current = ends;
        onSuccess?.(answer);
      },
      // What was refused is in `error`, which the form shows.
      (failed: unknown) => {
        if (failed instanceof RequestFailed && isAnswered(failed)) names.renew();
        busy.current = false;
        onError?.(failed);
      },
    );
  };
  return {
    mutate,
    isPending,
    isSuccess,
    error,
    data,
    reset: () => {
      names.renew();
      busy.current = false;
      reset();
    },
  };
}
