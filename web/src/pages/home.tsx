import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../session/use-session.ts';

/** The first page of the role: a unit’s is its own subject. */
export function Home(): ReactElement {
  const { role, unitId } = useSession();
  return <Navigate replace to={role === 'unit' ? `/subjects/${unitId ?? ''}` : '/today'} />;
}
