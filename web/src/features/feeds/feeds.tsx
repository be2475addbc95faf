import { Alert, App, Button, Card } from 'antd';
import type { ReactElement } from 'react';
import type { Feed } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { ActButton } from '../../components/act-form.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';

/** As many as the server allows one person. */
const MOST = 10;

/** Calendar feeds: made, shown once, revoked. An administrator sees those of the whole bureau. */
export function Feeds(): ReactElement | null {
  const { role } = useSession();
  const makes = role === 'unit' || may.write(role);
  return makes || may.administer(role) ? <FeedsCard makes={makes} /> : null;
}

function FeedsCard({ makes }: { readonly makes: boolean }): ReactElement {
  const { words, language } = useSpeech();
  const { feeds } = words.calendar;
  const { data, error, refetch, isPending } = useRead('GET /v1/jurisdictions/{j}/feeds');
  const make = useAct('POST /v1/jurisdictions/{j}/feeds');
  const revoke = useAct('DELETE /v1/jurisdictions/{j}/feeds/{id}');
  const items = data?.items ?? [];
  const full = makes && items.length >= MOST;
  // A feed that was revoked meanwhile is no longer offered.
  const made = items.some(({ id }) => id === make.data?.id) ? make.data : undefined;
  const whose = makes ? [] : [{ title: feeds.whose, render: ({ sub }: Feed) => sub }];
  return (
    <Card
      size="small"
      className="between no-print"
      title={<h2>{feeds.title}</h2>}
      extra={<ExportButton list="feeds" />}
    >
      <ProblemAlert error={error} retry={() => void refetch()} />
      <p className="hint tight">{makes ? `${feeds.lead}${feeds.secret}` : feeds.secret}</p>
      {made === undefined ? null : <Made url={new URL(made.url, location.href).href} />}
      <Rows<Feed>
        label={feeds.list}
        rows={items}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={feeds.none}
        columns={[
          { title: feeds.name, narrow: 'first', render: ({ name }) => name },
          ...whose,
          { title: feeds.createdAt, render: ({ createdAt }) => dayText(createdAt.slice(0, 10), language) },
          {
            title: '',
            render: (feed) => (
              <ActButton
                // A feed is never changed, only revoked.
                about={{ ...feed, version: 1 }}
                parts={() => []}
                label={feeds.revoke}
                hint={feeds.revokeHint}
                danger
                fields={[]}
                act={revoke}
                sent={(_, { id }) => ({ params: { id } })}
              />
            ),
          },
        ]}
      />
      {makes ? (
        <p className="tight">
          {/* The second press of a double click asks for no second one. */}
          <Button
            disabled={full}
            loading={make.isPending}
            onClick={({ detail }) => (detail > 1 ? undefined : make.mutate({ body: {} }))}
          >
            {feeds.make}
          </Button>{' '}
          {full ? feeds.full : null}
        </p>
      ) : null}
      <ProblemAlert error={make.error} />
    </Card>
  );
}

function Made({ url }: { readonly url: string }): ReactElement {
  const { feeds } = useSpeech().words.calendar;
  const { message } = App.useApp();
  const copy = (): void => {
    void navigator.clipboard.writeText(url).then(() => message.success(feeds.copied));
  };
  return (
    <Alert
      type="success"
      className="problem"
      title={feeds.made}
      description={
        <>
          <p className="tight anywhere">{url}</p>
          <p className="tight">
            {/* A page without TLS has no clipboard: the text stays selectable. */}
            {isSecureContext ? <Button onClick={copy}>{feeds.copy}</Button> : null}{' '}
            <a href={url.replace(/^https?:/, 'webcal:')}>{feeds.open}</a>
          </p>
          <p className="hint tight">{feeds.how}</p>
        </>
      }
    />
  );
}
