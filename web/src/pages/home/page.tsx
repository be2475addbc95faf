import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../../session/use-session.ts';

/** The first page of the role: a unit’s shows its own duties. */
export function Home(): ReactElement {
  const { role } = useSession();
  return <Navigate replace to={role === 'unit' ? '/mine' : '/today'} />;
}
