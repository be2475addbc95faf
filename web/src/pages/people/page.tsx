import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Person, PersonLeft } from '../../api/contract.ts';
import { useAct, useAll } from '../../api/use-api.ts';
import { useLast } from '../../api/use-last.ts';
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
  const leave = useAct('DELETE /v1/jurisdictions/{j}/people/{id}');
  const leaving = useLast(leave);
  const invite = useAct('POST /v1/jurisdictions/{j}/people/{id}/invitation');
  const inviting = useLast(invite);
  const acts = { leave: leaving.act, invite: inviting.act };
  const left = useAll('GET /v1/jurisdictions/{j}/people', { query: { status: 'left' } });
  return (
    <>
      <Head title={words.people.title}>
        <ExportButton list="staff" />
        {isAdmin ? <Enter /> : null}
      </Head>
      <p className="hint">{words.people.lead}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {leaving.last ? <HandedOver left={leaving.last} /> : null}
      {inviting.last ? <Invited person={inviting.last} /> : null}
      <People people={data} loading={isPending} acts={isAdmin ? acts : undefined} />
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
  const entering = useLast(enter);
  return (
    <>
      <ActButton
        // Somebody who is not there yet has no version.
        about={{ version: 0 }}
        parts={() => []}
        label={people.enter}
        fields={personFields(words)}
        act={entering.act}
        sent={(values) => ({ body: bodyOf(values) })}
        primary
      />
      {entering.last ? <Invited person={entering.last} /> : null}
    </>
  );
}

/** The address to be handed over, with a password where the address is not enough; or why no mail has left. */
function Invited({ person: { name, invitation } }: { readonly person: Person }): ReactElement | null {
  const { people } = useWords();
  if (invitation?.link !== undefined)
    return (
      <Alert
        type="success"
        className="problem"
        title={`${people.link}：${name}`}
        description={
          <>
            <p className="tight anywhere">{invitation.link}</p>
            {invitation.password === undefined ? null : (
              <p className="tight">
                {people.password}：{invitation.password}
              </p>
            )}
          </>
        }
      />
    );
  if (invitation?.reason === undefined) return null;
  return <Alert type="info" className="problem" title={people.reasons[invitation.reason]} />;
}

/** What was open for somebody who has just left. */
function HandedOver({ left }: { readonly left: PersonLeft }): ReactElement {
  const { people } = useWords();
  const { subjects, obligations, escalations } = left.open;
  const links = [
    ...subjects.map((one) => ({ ...one, to: `/subjects/${one.id}` })),
    ...obligations.map((one) => ({ ...one, to: `/obligations/${one.id}` })),
    ...escalations.map((one) => ({ ...one, to: `/escalations/${one.id}` })),
  ];
  return (
    <Alert
      type="info"
      className="problem"
      title={people.openOf(left.name)}
      description={
        links.length === 0 ? (
          people.openNone
        ) : (
          <ul>
            {links.map(({ id, name, to }) => (
              <li key={id}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
