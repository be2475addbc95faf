import { useSession } from '../session/use-session.ts';
import { useRead } from './use-api.ts';

const MINUTE = 60_000;

/**
 * The server’s day in Asia/Shanghai; undefined until it is known. The browser’s own clock is never used: it may
 * be in another zone, and the server’s may be simulated.
 */
export function useToday(): string | undefined {
  const { role, unitId } = useSession();
  const isUnit = role === 'unit';
  const bureau = useRead('GET /v1/jurisdictions/{j}/status', { enabled: !isUnit, staleTime: MINUTE });
  const unit = useRead('GET /v1/jurisdictions/{j}/status/{id}', {
    enabled: isUnit,
    params: { id: unitId ?? '' },
    staleTime: MINUTE,
  });
  return (isUnit ? unit : bureau).data?.asOf.slice(0, 10);
}
