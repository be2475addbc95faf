import type { StaffMember } from './contract.ts';
import { useSession } from '../session/use-session.ts';
import { useRead } from './use-api.ts';
import { useToday } from './use-today.ts';

/** The absent leader for whom this officer decides today, within the days that were entered. The server decides. */
export function useDeputyFor(): StaffMember | undefined {
  const { role, sub } = useSession();
  const today = useToday();
  const { data } = useRead('GET /v1/jurisdictions/{j}/staff', { enabled: role === 'bureau-officer' });
  const entered = data?.items.find((member) => member.sub === sub)?.deputyFor;
  if (role !== 'bureau-officer' || !entered || today === undefined) return undefined;
  if (today < entered.from || today > entered.to) return undefined;
  return data.items.find((member) => member.sub === entered.sub && member.role === 'bureau-leader');
}
