import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { useAct, useAll } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { bodyOf, personFields } from './fields.ts';
import { FormerPeople, People } from './people.tsx';

/** The people of the bureau: an administrator enters, invites and changes them, the others read. */
export function Component(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const isAdmin = may.administer(role);
  const { data = [], error, isPending, refetch } = useAll('GET /v1/jurisdictions/{j}/people');
  const left = useAll('GET /v1/jurisdictions/{j}/people', { query: { status: 'left' } });
  return (
    <>
      <Head title={words.people.title}>
        <ExportButton list="staff" />
        {isAdmin ? <Enter /> : null}
      </Head>
      <p className="hint">{words.people.lead}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      <People people={data} loading={isPending} isAdmin={isAdmin} />
      {(left.data ?? []).length > 0 ? (
        <Card size="small" className="between" title={<h2>{words.people.left}</h2>}>
          <FormerPeople people={left.data ?? []} known={data} />
        </Card>
      ) : null}
    </>
  );
}

function Enter(): ReactElement {
  const words = useWords();
  const { people } = words;
  const enter = useAct('POST /v1/jurisdictions/{j}/people');
  const invitation = enter.data?.invitation;
  return (
    <>
      <ActButton
        // Somebody who is not there yet has no version.
        about={{ version: 0 }}
        parts={() => []}
        label={people.enter}
        fields={personFields(words)}
        act={enter}
        sent={(values) => ({ body: bodyOf(values) })}
        primary
      />
      {invitation?.reason === undefined ? null : (
        <Alert type="info" className="problem" title={people.reasons[invitation.reason]} />
      )}
    </>
  );
}
