import { Button, Input, Select } from 'antd';
import { lazy, Suspense, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { NoticeRows } from '../../features/notices/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Sections } from '../../components/sections.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { NoticeDrawer } from './drawer.tsx';
import { ResendMany } from './resend-many.tsx';

const Quality = lazy(async () => ({ default: (await import('./quality.tsx')).Quality }));

/** What was sent, what is waiting, what failed. */
export function Component(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const outbox = { key: 'list', label: words.outbox.list, children: <Outbox /> };
  const quality = {
    key: 'quality',
    label: words.outbox.quality,
    children: (
      <Suspense fallback={null}>
        <Quality />
      </Suspense>
    ),
  };
  return (
    <>
      <Head title={words.outbox.title}>
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <p className="hint">{words.outbox.lead}</p>
      {role === 'unit' ? <Outbox /> : <Sections label={words.outbox.title} items={[outbox, quality]} />}
      <NoticeDrawer />
    </>
  );
}

const names = ['status', 'kind', 'channel', 'from', 'to'] as const;
type Name = (typeof names)[number];

/** The filters are in the address, so that a list can be passed on and other pages can link to one. */
function useFilters() {
  const [query, setQuery] = useSearchParams();
  const chosen = Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const choose = (name: Name, value: string | undefined): void =>
    setQuery(
      (present) => {
        if (value === undefined || value === '') present.delete(name);
        else present.set(name, value);
        return present;
      },
      { replace: true, preventScrollReset: true },
    );
  const clear = (): void =>
    setQuery(
      (present) => {
        for (const name of names) present.delete(name);
        return present;
      },
      { replace: true, preventScrollReset: true },
    );
  const valueOf = (name: Name): string | undefined => query.get(name) ?? undefined;
  return { chosen, choose, clear, valueOf };
}

function Outbox(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const { outbox, terms } = words;
  const { chosen, choose, clear, valueOf } = useFilters();
  const list = usePages('GET /v1/jurisdictions/{j}/notices', { query: chosen });
  const filtered = Object.keys(chosen).length > 0;
  const select = (name: Name, label: string, any: string, table: Readonly<Record<string, string>>) => (
    <Select<string>
      allowClear
      aria-label={label}
      placeholder={any}
      value={valueOf(name) ?? null}
      onChange={(value) => choose(name, value)}
      options={Object.entries(table).map(([value, text]) => ({ value, label: text }))}
      popupMatchSelectWidth={false}
    />
  );
  const day = (name: 'from' | 'to') => (
    <label>
      {outbox[name]}{' '}
      <Input
        type="date"
        className="day-filter"
        value={valueOf(name) ?? ''}
        onChange={(event) => choose(name, event.target.value)}
      />
    </label>
  );
  return (
    <>
      <div className="filters no-print">
        {select('status', outbox.status, outbox.anyStatus, terms.noticeStatus)}
        {select('kind', outbox.kind, outbox.anyKind, { ...terms.noticeKinds, ...terms.steps })}
        {select('channel', outbox.channel, outbox.anyChannel, terms.channels)}
        {day('from')}
        {day('to')}
        {filtered ? <Button onClick={clear}>{outbox.clear}</Button> : null}
        {may.write(role) ? (
          <ResendMany status={valueOf('status')} from={valueOf('from')} to={valueOf('to')} />
        ) : null}
        <ExportButton list="notices" query={chosen} />
      </div>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <NoticeRows
        openable
        notices={list.items}
        loading={list.isPending}
        empty={filtered ? outbox.emptyFiltered : outbox.empty}
        more={moreOf(list)}
      />
    </>
  );
}
