import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useAll } from '../../api/use-api.ts';
import { DutyRows } from '../../features/duties/rows.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** The open duties that this person handles, late ones first; nothing where there are none. */
export function OwnWork(): ReactElement | null {
  const { today } = useWords();
  const { sub, role } = useSession();
  const read = { enabled: may.write(role) };
  const late = useAll('GET /v1/jurisdictions/{j}/obligations', {
    ...read,
    query: { handler: sub, status: 'overdue' },
  });
  const open = useAll('GET /v1/jurisdictions/{j}/obligations', {
    ...read,
    query: { handler: sub, status: 'open' },
  });
  const duties = [...(late.data ?? []), ...(open.data ?? [])];
  if (duties.length === 0) return null;
  return (
    <Card size="small" id="own-work" title={<h2>{today.ownWork}</h2>}>
      <DutyRows label={today.ownWork} duties={duties} empty="" pageSize={10} />
    </Card>
  );
}
