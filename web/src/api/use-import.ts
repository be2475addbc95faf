import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../session/use-session.ts';
import { call, type RequestFailed } from './client.ts';
import type { ImportProgress } from './contract.ts';

const POLL = 1000;

/** The progress of a large import, read again until it has ended. */
export function useImport(id: string) {
  const { jurisdiction, token } = useSession();
  return useInfiniteQuery<ImportProgress, RequestFailed, { pages: ImportProgress[] }, unknown[], string>({
    queryKey: ['import', id, jurisdiction, token],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/jurisdictions/{j}/imports/{id}', {
        params: { id },
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.status === 'done' || state.error ? false : POLL),
  });
}
