import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useSession } from '../session/use-session.ts';
import { call, type Asked, type RequestFailed } from './client.ts';
import type { ActName, Answer, Page, ReadName } from './contract.ts';

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

/** An act on its way, and what became of it. */
export interface Act<Sent, Answered> {
  readonly mutate: (asked: Sent, then?: Then<Answered>) => void;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: RequestFailed | null;
  readonly data: Answered | undefined;
  readonly reset: () => void;
}

/**
 * An act. What follows from it may show anywhere: all that was read is asked for again, and only then `onSuccess`
 * is called. By then the button that was pressed may be gone from the page: the person is told all the same.
 */
export function useAct<R extends ActName>(route: R): Act<Asked<R>, Answer<R>> {
  const queries = useQueryClient();
  const { mutateAsync, isPending, isSuccess, error, data, reset } = useMutation<
    Answer<R>,
    RequestFailed,
    Asked<R>
  >({
    mutationFn: (asked) => call(route, asked),
    onSuccess: () => queries.invalidateQueries(),
  });
  return {
    // What was refused is in `error`, which the form shows.
    mutate: (asked, { onSuccess, onError = () => undefined } = {}) =>
      void mutateAsync(asked).then(onSuccess, onError),
    isPending,
    isSuccess,
    error,
    data,
    reset,
  };
}
