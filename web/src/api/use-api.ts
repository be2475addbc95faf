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
  /** Milliseconds during which it is not read again; 0 by default. */
  readonly staleTime?: number;
}

type Read<R extends ReadName> = Pick<Asked<R>, 'params' | 'query'> & ReadOptions;

/** Reads one route. The answer is cached by jurisdiction and person. */
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

/** A list, page by page. */
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

/** A whole list, all pages one after the other. For lists of a bureau’s size. */
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

/** What a form sends. `useAct` adds the name of the act. */
export type Sent<R extends ActName> = Omit<Asked<R>, 'once'>;

/** The state and result of an act. */
export interface Act<Asked, Answered> {
  /** Does nothing while the act is under way. */
  readonly mutate: (asked: Asked, then?: Then<Answered>) => void;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: RequestFailed | null;
  readonly data: Answered | undefined;
  /** Ends the act: the next request is another act. */
  readonly reset: () => void;
}

interface ActOptions {
  /** The form closes on success. When it is pressed again before it has closed, nothing is sent. */
  readonly ends?: boolean;
}

/**
 * An act. Its consequences may show anywhere, so everything that was read is read again, and only then
 * `onSuccess` is called. The button that was pressed may be gone from the page by then; the person is informed
 * all the same. A POST has a name that was made when the form opened, so that a lost answer or a second press
 * enters once.
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
    // The form shows what somebody else has changed meanwhile.
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
      // The refusal is in `error`, which the form shows.
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
