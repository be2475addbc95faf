import { Alert, Button, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ImportDone } from '../../api/contract.ts';
import { fieldName, messageText } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { useWords, type Words } from '../../i18n/words.ts';

export interface Confirming {
  /** Enters what the dry run showed; missing where the file is not at hand. */
  readonly confirm: (() => void) | undefined;
  readonly busy: boolean;
}

type Shown = Omit<ImportDone, 'omitted'> & Partial<Pick<ImportDone, 'omitted'>>;
type Rejected = ImportDone['rejected'][number];
type Change = ImportDone['changes'][number];

/** What a file led to, or would lead to. */
export function Outcome({ outcome, confirm, busy }: Confirming & { readonly outcome: Shown }): ReactElement {
  const { imports } = useWords();
  const { dryRun, created, updated, unchanged, rejectedRows, rejected, changes, omitted } = outcome;
  const entered = created + updated;
  return (
    <>
      <Alert
        role="status"
        className="problem"
        type={dryRun ? 'info' : rejectedRows > 0 ? 'warning' : 'success'}
        title={dryRun ? imports.dryTitle : imports.doneTitle}
        description={
          <>
            <Counts outcome={outcome} />
            {rejectedRows > 0 ? <p className="tight">{imports.rejectedStay}</p> : null}
            {dryRun ? <Confirm entered={entered} confirm={confirm} busy={busy} /> : null}
          </>
        }
      />
      {dryRun ? null : (
        <Space wrap className="between">
          <Link to="/subjects">{imports.toSubjects}</Link>
          <Link to="/today">{imports.toToday}</Link>
        </Space>
      )}
      {rejected.length > 0 ? <Errors rejected={rejected} omitted={omitted?.rejected ?? 0} /> : null}
      {changes.length > 0 ? (
        <Changes
          title={dryRun ? imports.changesDry : imports.changes}
          changes={changes}
          omitted={omitted?.changes ?? 0}
        />
      ) : null}
      {unchanged > 0 && entered === 0 && rejectedRows === 0 ? <p>{imports.nothing}</p> : null}
    </>
  );
}

function Confirm({ entered, confirm, busy }: Confirming & { readonly entered: number }): ReactElement | null {
  const { imports } = useWords();
  if (entered === 0) return <p className="tight">{imports.nothing}</p>;
  if (!confirm) return null;
  return (
    <Button type="primary" onClick={confirm} loading={busy}>
      {imports.confirm(entered)}
    </Button>
  );
}

export function Counts({
  outcome,
}: {
  readonly outcome: Pick<Shown, 'created' | 'updated' | 'unchanged' | 'rejectedRows'>;
}): ReactElement {
  const { imports } = useWords();
  const { created, updated, unchanged, rejectedRows } = outcome;
  const pairs = [
    [imports.counts.created, created],
    [imports.counts.updated, updated],
    [imports.counts.unchanged, unchanged],
    [imports.counts.rejected, rejectedRows],
  ] as const;
  return (
    <p className="tight">
      {pairs.map(([name, count]) => (
        <span key={name} className="counted">
          {name} {imports.rows(count)}
        </span>
      ))}
    </p>
  );
}

const PART = 50;

/** The first of many rows, with a button for more. */
function usePart<T>(rows: readonly T[]) {
  const [shown, setShown] = useState(PART);
  const more = { load: () => setShown((count) => count + PART), loading: false };
  return { rows: rows.slice(0, shown), more: rows.length > shown ? more : undefined };
}

function Errors({
  rejected,
  omitted,
}: {
  readonly rejected: readonly Rejected[];
  readonly omitted: number;
}): ReactElement {
  const words = useWords();
  const { imports } = words;
  const part = usePart(rejected);
  return (
    <>
      <h2 className="between">{imports.errors}</h2>
      <Rows<Rejected>
        label={imports.errors}
        {...part}
        rowKey={({ row, path, message }) => `${row}${path}${message}`}
        empty=""
        columns={[
          { title: imports.row, width: 80, narrow: 'first', render: ({ row }) => row },
          {
            title: imports.column,
            width: 220,
            render: ({ column, path }) => column ?? fieldName(words, path),
          },
          { title: imports.problem, render: ({ message }) => messageText(words, message) },
        ]}
      />
      {omitted > 0 ? <p className="hint">{imports.omitted(omitted)}</p> : null}
    </>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly omitted: number;
}

function Changes({ title, changes, omitted }: ChangesProps): ReactElement {
  const words = useWords();
  const { imports } = words;
  const part = usePart(changes);
  const changed = {
    title: imports.changed,
    render: ({ fields }: Change) => fields.map((field) => changeText(words, field)).join('；'),
  };
  return (
    <>
      <h2 className="between">{title}</h2>
      <Rows<Change>
        label={title}
        {...part}
        rowKey={({ row, subjectId }) => `${row}${subjectId}`}
        empty=""
        columns={[
          { title: imports.row, width: 80, render: ({ row }) => row },
          { title: imports.actTitle, width: 100, render: ({ act }) => imports.act[act] },
          { title: words.subjects.name, narrow: 'first', render: ({ name }) => name },
          { title: words.subjects.kind, width: 130, render: ({ kind }) => words.terms.kinds[kind] },
          ...(changes.some(({ fields }) => fields.length > 0) ? [changed] : []),
        ]}
      />
      {omitted > 0 ? <p className="hint">{imports.omitted(omitted)}</p> : null}
    </>
  );
}

function changeText(words: Words, { path, before, after }: Change['fields'][number]): string {
  const shown = (text: string): string => (text === '' ? words.imports.empty : text);
  return `${fieldName(words, path)} ${shown(before)} → ${shown(after)}`;
}
