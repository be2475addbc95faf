import { Alert, App, Button } from 'antd';
import type { ReactElement } from 'react';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { scopeWords } from '../../../../shared/vocabulary/value-words.ts';
import type { Client, ClientMade } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useLast } from '../../api/use-last.ts';
import { ActButton, type ActField } from '../../components/act-form.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

const scopes = keysOf(scopeWords);

/** Programs that were let in: made, shown once, ended. */
export function Component(): ReactElement {
  const { words, language } = useSpeech();
  const { clients, terms, people } = words;
  const { data, error, refetch, isPending } = useRead('GET /v1/jurisdictions/{j}/clients');
  const make = useAct('POST /v1/jurisdictions/{j}/clients');
  const making = useLast(make);
  const revoke = useAct('DELETE /v1/jurisdictions/{j}/clients/{id}');
  const fields: readonly ActField[] = [
    { name: 'name', label: clients.name, type: 'line', required: true, hint: clients.nameHint },
    { name: 'expiresOn', label: clients.expiresOn, type: 'day', required: true },
    ...scopes.map((one): ActField => ({
      name: one,
      label: terms.scopes[one],
      type: 'choice',
      options: [{ value: 'yes', label: people.yes }],
    })),
  ];
  return (
    <>
      <Head title={clients.title}>
        <ActButton
          // What is not there yet has no version.
          about={{ version: 0 }}
          parts={() => []}
          label={clients.make}
          fields={fields}
          act={making.act}
          sent={(values) => ({
            body: {
              name: values['name'] ?? '',
              expiresOn: values['expiresOn'] ?? '',
              scopes: scopes.filter((one) => values[one] === 'yes'),
            },
          })}
          primary
        />
      </Head>
      <p className="hint">{clients.lead}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {making.last === undefined ? null : <Made client={making.last} />}
      <Rows<Client>
        label={clients.title}
        rows={data?.items ?? []}
        rowKey={({ clientId }) => clientId}
        loading={isPending}
        empty={clients.none}
        columns={[
          { title: clients.name, narrow: 'first', render: ({ name }) => name },
          { title: clients.id, render: ({ clientId }) => <span className="anywhere">{clientId}</span> },
          {
            title: clients.scope,
            render: (one) => one.scopes.map((scope) => terms.scopes[scope]).join('、'),
          },
          { title: clients.expiresOn, render: ({ expiresOn }) => dayText(expiresOn, language) },
          { title: clients.status, render: ({ status }) => clients.statuses[status] },
          { title: clients.createdBy, render: ({ createdBy, createdByName }) => createdByName ?? createdBy },
          {
            title: '',
            render: (client) => (
              <ActButton
                // A program is never changed, only ended.
                about={{ ...client, version: 1 }}
                parts={() => []}
                label={clients.revoke}
                title={`${clients.revoke}：${client.name}`}
                hint={clients.revokeHint}
                danger
                when={client.status === 'active'}
                fields={[]}
                act={revoke}
                sent={(_, { clientId }) => ({ params: { id: clientId } })}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Made({ client: { clientId, clientSecret } }: { readonly client: ClientMade }): ReactElement {
  const { clients } = useSpeech().words;
  const { message } = App.useApp();
  const copy = (): void => {
    void navigator.clipboard.writeText(clientSecret).then(() => message.success(clients.copied));
  };
  return (
    <Alert
      type="success"
      className="problem"
      title={clients.made}
      description={
        <>
          <p className="tight anywhere">
            {clients.id}：{clientId}
          </p>
          <p className="tight anywhere">
            {clients.secret}：{clientSecret}
          </p>
          {/* A page without TLS has no clipboard: the text stays selectable. */}
          {isSecureContext ? <Button onClick={copy}>{clients.copy}</Button> : null}
        </>
      }
    />
  );
}
