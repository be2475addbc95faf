import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type RequestFailed } from './client.ts';
import type { Config } from '../session/config.ts';

/** How people sign in here. It does not change while the console is open. */
export function useConfig(): UseQueryResult<Config, RequestFailed> {
  return useQuery<Config, RequestFailed>({
    queryKey: ['config'],
    queryFn: ({ signal }) => call('GET /config.json', { signal }),
    staleTime: Infinity,
  });
}
