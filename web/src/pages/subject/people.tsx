import type { ReactElement } from 'react';
import type { Person } from '../../api/contract.ts';
import { useAct, useAll } from '../../api/use-api.ts';
import { ActButton, type ActField } from '../../components/act-form.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** The people of a unit who sign in for it. */
export function UnitPeople({ id }: { readonly id: string }): ReactElement {
  const { people, subjects, facts } = useWords();
  const { role } = useSession();
  const mayWrite = may.write(role) || may.administer(role);
  const { data, error, isPending, refetch } = useAll('GET /v1/jurisdictions/{j}/subjects/{id}/people', {
    params: { id },
  });
  const enter = useAct('POST /v1/jurisdictions/{j}/subjects/{id}/people');
  const leave = useAct('DELETE /v1/jurisdictions/{j}/subjects/{id}/people/{person}');
  const fields: readonly ActField[] = [
    { name: 'name', label: subjects.contactName, type: 'line', required: true },
    { name: 'email', label: facts.fields.email, type: 'line' },
    { name: 'mobile', label: people.mobile, type: 'line' },
  ];
  return (
    <>
      <p className="hint">{people.unitLead}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      <Rows<Person>
        label={people.title}
        rows={data ?? []}
        rowKey={(one) => one.id}
        loading={isPending}
        empty={people.none}
        columns={[
          { title: subjects.contactName, narrow: 'first', whole: true, render: ({ name }) => name },
          { title: facts.fields.email, render: ({ email }) => email ?? '' },
          { title: people.mobile, render: ({ mobile }) => mobile ?? '' },
          {
            title: people.account,
            render: ({ invitation }) => (invitation ? people.invitations[invitation.status] : ''),
          },
          {
            title: '',
            render: (one) =>
              mayWrite ? (
                <ActButton
                  about={one}
                  parts={(seen) => [{ label: subjects.contactName, text: seen.name }]}
                  label={people.leave}
                  title={`${people.leave}：${one.name}`}
                  danger
                  fields={[]}
                  act={leave}
                  sent={(_, { id: person, version }) => ({
                    params: { id, person },
                    ifMatch: version,
                    body: {},
                  })}
                />
              ) : null,
          },
        ]}
      />
      {mayWrite ? (
        <p className="tight">
          <ActButton
            // Somebody who is not there yet has no version.
            about={{ version: 0 }}
            parts={() => []}
            label={people.enter}
            fields={fields}
            act={enter}
            sent={({ name = '', email, mobile }) => ({
              params: { id },
              body: {
                name,
                ...(email === undefined ? {} : { email }),
                ...(mobile === undefined ? {} : { mobile }),
              },
            })}
          />
        </p>
      ) : null}
    </>
  );
}
