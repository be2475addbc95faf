import { useSyncExternalStore } from 'react';
import type { Role } from '../../../shared/rules/schema.ts';
import { session, type Session } from './session.ts';

export const useSession = (): Session => useSyncExternalStore(session.subscribe, session.current);

/** What each role may do, as in `shared/domain/principal.ts` and the routes. The server decides. */
export const may = {
  write: (role: Role | undefined): boolean => role === 'bureau-officer' || role === 'bureau-leader',
  decide: (role: Role | undefined): boolean => role === 'bureau-leader',
  administer: (role: Role | undefined): boolean => role === 'bureau-admin',
  override: (role: Role | undefined): boolean => role === 'superior',
  readInstructions: (role: Role | undefined): boolean => role !== undefined && role !== 'unit',
} as const;
