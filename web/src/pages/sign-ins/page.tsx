import { Card, Select, Tag } from 'antd';
import { type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { signInEventWords } from '../../../../shared/vocabulary/sign-ins.ts';
import { moreOf } from '../../api/more.ts';
import type { Answer } from '../../api/contract.ts';
import { useAll, usePages } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

type Line = Answer<'GET /v1/jurisdictions/{j}/sign-ins'>['items'][number];

const events = keysOf(signInEventWords);

/** Who signed in and who was refused. The filters are in the address. */
export function Component(): ReactElement {
  const { words, language } = useSpeech();
  const text = words.signIns;
  const [query, setQuery] = useSearchParams();
  const sub = query.get('sub') ?? undefined;
  const event = events.find((one) => one === query.get('event'));
  const filters = { sub, event };
  const list = usePages('GET /v1/jurisdictions/{j}/sign-ins', { query: filters });
  const choose = (name: string, value: string | undefined): void =>
    setQuery((present) => {
      if (value === undefined) present.delete(name);
      else present.set(name, value);
      return present;
    });
  return (
    <>
      <Head title={text.title}>
        <ExportButton list="sign-ins" query={filters} />
      </Head>
      <p className="hint">{text.lead}</p>
      <Card size="small">
        <div className="filters no-print" role="search">
          <PersonFilter value={sub} choose={(value) => choose('sub', value)} />
          <Select
            allowClear
            placeholder={text.outcome}
            aria-label={text.outcome}
            value={event}
            onChange={(value?: string) => choose('event', value)}
            options={events.map((value) => ({ value, label: text.events[value] }))}
          />
        </div>
        <ProblemAlert error={list.error} retry={() => void list.refetch()} />
        <Rows<Line>
          label={text.title}
          rows={list.items}
          rowKey={(line) => `${line.at}${line.sub}${line.event}`}
          loading={list.isPending}
          empty={text.none}
          more={moreOf(list)}
          columns={[
            { title: text.at, whole: true, render: ({ at }) => instantText(at, language) },
            { title: text.person, narrow: 'first', whole: true, render: ({ name, sub: id }) => name ?? id },
            {
              title: text.outcome,
              render: (line) => (
                <Tag color={line.event === 'refused' ? 'error' : 'default'}>
                  {wordFor(text.events, line.event)}
                </Tag>
              ),
            },
            { title: text.way, render: ({ way = '' }) => wordFor(text.ways, way) },
            { title: text.device, render: ({ device = '' }) => device },
          ]}
        />
      </Card>
    </>
  );
}

function PersonFilter({
  value,
  choose,
}: {
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
}): ReactElement {
  const { words } = useSpeech();
  const here = useAll('GET /v1/jurisdictions/{j}/people');
  const left = useAll('GET /v1/jurisdictions/{j}/people', { query: { status: 'left' } });
  return (
    <Select
      allowClear
      className="wide-select"
      placeholder={words.signIns.person}
      aria-label={words.signIns.person}
      value={value}
      onChange={choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...(here.data ?? []), ...(left.data ?? [])].map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
    />
  );
}
