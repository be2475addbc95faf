import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { RequestFailed } from '../../api/client.ts';
import type { Escalation, Obligation } from '../../api/contract.ts';
import { usePages } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { DutyRows } from '../../features/duties/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { EscalationTag } from '../../components/tags.tsx';
import { useWords, wordFor } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

interface WaitingProps {
  readonly reported: readonly Obligation[];
  readonly loading: boolean;
  readonly error: RequestFailed | null;
}

/** What waits for this person: reports to check, documents to propose, approve, issue or serve. */
export function Waiting({ reported, loading, error }: WaitingProps): ReactElement {
  const words = useWords();
  return (
    <Card size="small" id="waiting" title={<h2>{words.today.reports}</h2>}>
      <ProblemAlert error={error} />
      <DutyRows
        label={words.today.reports}
        duties={reported}
        loading={loading}
        empty={words.today.reportsEmpty}
        pageSize={5}
        brief
      />
      <Escalations />
    </Card>
  );
}

/** For a leader the leader’s queues come first, for an officer the work on drafts. */
function Escalations(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const route = 'GET /v1/jurisdictions/{j}/escalations';
  const awaiting = usePages(route, { query: { status: 'awaiting-approval' } });
  const drafts = usePages(route, { query: { status: 'draft' }, enabled: !may.decide(role) });
  const approved = usePages(route, { query: { status: 'approved' } });
  const issued = usePages(route, { query: { status: 'issued' } });
  const lists = [awaiting, drafts, approved, issued];
  const items = lists.flatMap((list) => list.items);
  const subjects = useSubjects();
  return (
    <>
      <h3 className="between">{words.today.escalations}</h3>
      <ProblemAlert error={lists.find((list) => list.error)?.error} />
      <Rows<Escalation>
        label={words.today.escalations}
        rows={items}
        rowKey={({ id }) => id}
        loading={lists.some((list) => list.isLoading)}
        empty={words.today.escalationsEmpty}
        pageSize={6}
        columns={[
          {
            title: words.today.escalations,
            narrow: 'first',
            render: ({ id, name, step }) => (
              <Link to={`/escalations/${id}`}>{name === '' ? wordFor(words.terms.steps, step) : name}</Link>
            ),
          },
          { title: words.duty.subject, render: ({ subjectId }) => subjects.get(subjectId)?.name ?? '…' },
          {
            title: words.duty.status,
            width: 90,
            render: ({ status }) => <EscalationTag status={status} />,
          },
        ]}
      />
    </>
  );
}
