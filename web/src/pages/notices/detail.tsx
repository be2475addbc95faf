import { Descriptions, Segmented, Space, Tag, Tooltip } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { noticeAfter } from '../../../../shared/domain/notices/state.ts';
import type { NoticeDetail as Detail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { ActButton } from '../../components/act-form.tsx';
import { Rows } from '../../components/rows.tsx';
import { NoticeTag } from '../../components/tags.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { may, useSession } from '../../session/use-session.ts';

interface Props {
  readonly notice: Detail;
}

/** What was sent to whom, each try, and a new try if it did not arrive. */
export function NoticeDetail({ notice }: Props): ReactElement {
  const { words, language } = useSpeech();
  const { outbox, terms } = words;
  const { role } = useSession();
  const subject = useSubjects().get(notice.subjectId);
  const items = [
    {
      label: outbox.status,
      children: (
        <>
          <NoticeTag status={notice.status} />
          {notice.late ? (
            <Tooltip title={outbox.lateHint}>
              <Tag color="warning" tabIndex={0}>
                {outbox.late}
              </Tag>
            </Tooltip>
          ) : null}
        </>
      ),
    },
    { label: outbox.kind, children: wordFor({ ...terms.steps, ...terms.noticeKinds }, notice.kind) },
    {
      label: outbox.recipient,
      children: <span className="anywhere">{`${terms.channels[notice.channel]} ${notice.to}`}</span>,
    },
    { label: words.notices.at, children: instantText(notice.createdAt, language) },
    {
      label: outbox.about,
      children: <Link to={`/subjects/${notice.subjectId}`}>{subject?.name ?? '…'}</Link>,
    },
  ];
  return (
    <Space orientation="vertical" size={16} className="full">
      <h2>{notice.subject}</h2>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={items.map((item) => ({ ...item, key: item.label }))}
      />
      <Space wrap>
        {notice.obligationId === undefined ? null : (
          <Link to={`/obligations/${notice.obligationId}`}>{outbox.toDuty}</Link>
        )}
        {notice.escalationId === undefined ? null : (
          <Link to={`/escalations/${notice.escalationId}`}>{outbox.toEscalation}</Link>
        )}
      </Space>
      {may.write(role) ? <Resend notice={notice} /> : null}
      <Text notice={notice} />
      <Attempts notice={notice} />
    </Space>
  );
}

function Resend({ notice }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { outbox, terms } = words;
  const act = useAct('POST /v1/jurisdictions/{j}/notices/{id}/resend');
  const open = noticeAfter(notice.status, 'resend') !== undefined;
  const isDaily = notice.obligationId === undefined && notice.escalationId === undefined;
  if (isDaily && !open) return null;
  if (isDaily) return <p className="hint">{outbox.resendDaily}</p>;
  return (
    <div>
      <ActButton
        primary
        act={act}
        about={notice}
        parts={(seen) => [
          { label: outbox.status, text: terms.noticeStatus[seen.status] },
          {
            label: outbox.attempts,
            text: seen.attempts
              .map(({ at, outcome }) => `${instantText(at, language)} ${outcomeText(words, outcome)}`)
              .join('\n'),
          },
        ]}
        when={open}
        label={outbox.resend}
        hint={outbox.resendHint}
        more={(seen) => <p>{outbox.resendTo(seen.to)}</p>}
        fields={[]}
        sent={(_, { id, version }) => ({ params: { id }, ifMatch: version, body: {} })}
      />
      <p className="hint tight between">
        {outbox.resendFirst} <Link to={`/subjects/${notice.subjectId}?tab=facts`}>{outbox.toContacts}</Link>
      </p>
    </div>
  );
}

const useWordsOf = (): Words => useSpeech().words;

/** As its recipient sees it: the text, or the page of the mail, which may run nothing and load nothing. */
function Text({ notice: { text, html, subject } }: Props): ReactElement {
  const { outbox } = useWordsOf();
  const [shape, setShape] = useState<'text' | 'html'>('text');
  if (text === null) return <p className="empty">{outbox.noText}</p>;
  return (
    <section>
      <h3 className="between">{outbox.text}</h3>
      {html === null ? null : (
        <Segmented
          aria-label={outbox.text}
          value={shape}
          onChange={setShape}
          options={[
            { value: 'text', label: outbox.asText },
            { value: 'html', label: outbox.asHtml },
          ]}
        />
      )}
      {shape === 'html' && html !== null ? (
        <iframe className="mail" title={subject} sandbox="" srcDoc={html} />
      ) : (
        <pre className="mail-text" tabIndex={0}>
          {text}
        </pre>
      )}
    </section>
  );
}

function Attempts({ notice }: Props): ReactElement {
  const { words, language } = useSpeech();
  const { outbox } = words;
  return (
    <section>
      <h3 className="between">{outbox.attempts}</h3>
      <Rows<Detail['attempts'][number]>
        label={outbox.attempts}
        rows={notice.attempts}
        rowKey={({ at, outcome }) => `${at}${outcome}`}
        empty={outbox.noAttempts}
        columns={[
          {
            title: words.duty.at,
            narrow: 'first',
            width: 170,
            render: ({ at }) => instantText(at, language),
          },
          { title: outbox.provider, width: 110, render: ({ provider }) => provider },
          {
            title: outbox.outcome,
            render: ({ outcome }) => <span className="anywhere">{outcomeText(words, outcome)}</span>,
          },
        ]}
      />
    </section>
  );
}

/** `permanent: 550 no such mailbox` → 未能发出：550 no such mailbox */
function outcomeText({ outbox, common }: Words, outcome: string): string {
  const [kind = '', ...rest] = outcome.split(': ');
  const name = wordFor(outbox.outcomes, kind);
  return rest.length === 0 ? name : `${common.labelled(name)}${rest.join(': ')}`;
}
