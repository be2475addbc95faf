import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { useRead } from '../../api/use-api.ts';
import { useSession } from '../../session/use-session.ts';

/** The first page of the role: a unit’s shows its own duties, an administrator’s what is still missing. */
export function Home(): ReactElement | null {
  const { role } = useSession();
  if (role === 'bureau-admin') return <AdminHome />;
  return <Navigate replace to={role === 'unit' ? '/mine' : '/today'} />;
}

function AdminHome(): ReactElement | null {
  const { data, error } = useRead('GET /v1/jurisdictions/{j}/checklist');
  if (!data && !error) return null;
  return <Navigate replace to={data?.done === false ? '/first-steps' : '/today'} />;
}
