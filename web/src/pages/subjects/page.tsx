import { Button, Card, Input, Select, Tag } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { subjectKinds, traitWords } from '../../../../shared/vocabulary/kinds.ts';
import type { Subject } from '../../api/contract.ts';
import { usePages, useRead } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { TraitTags } from '../../features/facts/trait-tags.tsx';
import { useWords, wordFor } from '../../i18n/words.ts';
import { isKept } from '../../session/kept-forms.ts';
import { may, useSession } from '../../session/use-session.ts';

const EnterSubject = lazy(() => import('../subject/enter.tsx'));

const traits = Object.keys(traitWords);

/** The subjects. The filters are in the address, so that a list can be passed on. */
export function Component(): ReactElement {
  const words = useWords();
  const navigate = useNavigate();
  const { role } = useSession();
  const [entering, setEntering] = useState(isKept('enter'));
  const [query, setQuery] = useSearchParams();
  const [kind, trait, q] = ['kind', 'trait', 'q'].map((name) => query.get(name) ?? undefined);
  const list = usePages('GET /v1/jurisdictions/{j}/subjects', { query: { kind, trait, q } });
  const choose = (name: string, value: string | undefined): void =>
    setQuery((present) => {
      if (value === undefined || value === '') present.delete(name);
      else present.set(name, value);
      return present;
    });
  const filtered = [kind, trait, q].some((value) => value !== undefined);
  return (
    <>
      <Head title={words.subjects.title} beside={<Count list={list} />}>
        <Button onClick={() => print()}>{words.common.print}</Button>
        <ExportButton list="subjects" query={{ kind, trait, q }} />
        {may.write(role) || may.administer(role) ? (
          <Button onClick={() => void navigate('/imports')}>{words.imports.enter}</Button>
        ) : null}
        {may.write(role) ? (
          <Button type="primary" onClick={() => setEntering(true)}>
            {words.subjects.enter}
          </Button>
        ) : null}
      </Head>
      <Card size="small">
        <div className="filters no-print" role="search">
          <Input.Search
            key={q}
            allowClear
            enterButton={words.common.search}
            defaultValue={q}
            placeholder={words.subjects.search}
            aria-label={words.subjects.search}
            onSearch={(text) => choose('q', text.trim())}
          />
          <Select
            allowClear
            placeholder={words.subjects.filterKind}
            aria-label={words.subjects.filterKind}
            value={kind}
            onChange={(value?: string) => choose('kind', value)}
            options={subjectKinds.map((value) => ({ value, label: words.terms.kinds[value] }))}
          />
          <Select
            allowClear
            placeholder={words.subjects.filterTrait}
            aria-label={words.subjects.filterTrait}
            value={trait}
            onChange={(value?: string) => choose('trait', value)}
            options={traits.map((value) => ({ value, label: wordFor(words.facts.traits, value) }))}
          />
        </div>
        <ProblemAlert error={list.error} retry={() => void list.refetch()} />
        <Register
          rows={list.items}
          loading={list.isPending}
          empty={
            filtered
              ? words.subjects.emptyFiltered
              : may.write(role)
                ? words.subjects.empty
                : words.subjects.emptyReader
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      </Card>
      {entering ? (
        <Suspense fallback={null}>
          <EnterSubject close={() => setEntering(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Count({
  list,
}: {
  readonly list: { readonly items: readonly unknown[]; readonly hasNextPage: boolean };
}): ReactElement {
  const words = useWords();
  const { items, hasNextPage } = list;
  return (
    <span className="hint" role="status">
      {hasNextPage ? words.common.atLeast(items.length) : words.common.count(items.length)}
    </span>
  );
}

interface RegisterProps {
  readonly rows: readonly Subject[];
  readonly loading: boolean;
  readonly empty: string;
  readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
}

function Register(props: RegisterProps): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const { data: status } = useRead('GET /v1/jurisdictions/{j}/status', { enabled: role !== 'unit' });
  const overdue = new Map<string, number>();
  for (const { subjectId } of status?.overdue ?? [])
    overdue.set(subjectId, (overdue.get(subjectId) ?? 0) + 1);
  return (
    <Rows<Subject>
      {...props}
      label={words.subjects.title}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.subjects.name,
          narrow: 'first',
          render: ({ id, name, retiredOn }) => (
            <>
              <Link to={`/subjects/${id}`}>{name}</Link>{' '}
              {retiredOn === undefined ? null : <Tag>{words.subjects.retired}</Tag>}
            </>
          ),
        },
        { title: words.subjects.code, width: 110, render: ({ code }) => code ?? '' },
        { title: words.subjects.kind, width: 130, render: ({ kind }) => words.terms.kinds[kind] },
        {
          title: words.subjects.traits,
          render: (subject) => (subject.traits.length === 0 ? null : <TraitTags traits={subject.traits} />),
        },
        {
          title: words.subjects.contacts,
          width: 110,
          render: ({ contacts, parentId, kind }) =>
            contacts.length === 0 && parentId === undefined && kind !== 'bureau' ? (
              <span className="near">{words.subjects.noContacts}</span>
            ) : (
              contacts.length
            ),
        },
        {
          title: words.subjects.overdue,
          width: 80,
          render: ({ id }) => {
            const count = overdue.get(id);
            return count === undefined ? null : <span className="late">{count}</span>;
          },
        },
      ]}
    />
  );
}
