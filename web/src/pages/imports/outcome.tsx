import { Alert, Button, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ImportDone } from '../../api/contract.ts';
import type { Said } from '../../api/client.ts';
import { Rows } from '../../components/rows.tsx';
import { useWords } from '../../i18n/words.ts';
import { changeText, fieldLabel, outlookText } from './imported.ts';
import { ColumnsRead } from './columns-read.tsx';

export interface Confirming {
  /** Enters what the dry run showed. Undefined when there is no file any more. */
  readonly confirm: (() => void) | undefined;
  /** Tries the file again with other meanings of its headings. */
  readonly say: ((said: Said) => void) | undefined;
  readonly busy: boolean;
}

type Shown = Omit<ImportDone, 'omitted'> & Partial<Pick<ImportDone, 'omitted'>>;
type Rejected = ImportDone['rejected'][number];
type Change = ImportDone['changes'][number];

/** What a file led to, or would lead to. */
export function Outcome({
  outcome,
  confirm,
  say,
  busy,
}: Confirming & { readonly outcome: Shown }): ReactElement {
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
            {entered > 0 ? <Duties outcome={outcome} /> : null}
            {rejectedRows > 0 ? <p className="tight">{imports.rejectedStay}</p> : null}
            <ColumnsRead
              key={outcome.id}
              columns={outcome.columns}
              say={dryRun ? say : undefined}
              busy={busy}
            />
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
      {rejected.length > 0 ? (
        <Errors id={outcome.id} rejected={rejected} omitted={omitted?.rejected ?? 0} />
      ) : null}
      {changes.length > 0 ? (
        <Changes
          id={outcome.id}
          title={dryRun ? imports.changesDry : imports.changes}
          changes={changes}
          omitted={omitted?.changes ?? 0}
        />
      ) : null}
      {unchanged > 0 && entered === 0 && rejectedRows === 0 ? <p>{imports.nothing}</p> : null}
    </>
  );
}

function Duties({ outcome }: { readonly outcome: Shown }): ReactElement {
  const { outlook } = useWords().imports;
  const { duties, withoutDuties } = outcome;
  return (
    <p className="tight">
      {outlook.sum(duties)}
      {withoutDuties > 0 ? outlook.without(withoutDuties) : null}
    </p>
  );
}

type ConfirmProps = Pick<Confirming, 'confirm' | 'busy'> & { readonly entered: number };

function Confirm({ entered, confirm, busy }: ConfirmProps): ReactElement | null {
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

interface ErrorsProps {
  readonly id: string;
  readonly rejected: readonly Rejected[];
  readonly omitted: number;
}

function Errors({ id, rejected, omitted }: ErrorsProps): ReactElement {
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
            render: ({ column, path }) => column ?? fieldLabel(words, path),
          },
          { title: imports.problem, render: ({ message }) => message },
        ]}
      />
      {omitted > 0 ? <Omitted count={omitted} id={id} /> : null}
    </>
  );
}

/** The answer of a request is short; the stored import has everything. */
function Omitted({ count, id }: { readonly count: number; readonly id: string }): ReactElement {
  const { imports } = useWords();
  return (
    <p className="hint">
      {imports.omitted(count)} <Link to={`/imports?id=${encodeURIComponent(id)}`}>{imports.all}</Link>
    </p>
  );
}

interface ChangesProps {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly omitted: number;
}

function Changes({ id, title, changes, omitted }: ChangesProps): ReactElement {
  const words = useWords();
  const { imports } = words;
  const part = usePart(changes);
  const changed = {
    title: imports.changed,
    render: ({ act, fields }: Change) => (
      <span className="anywhere">{fields.map((field) => changeText(words, act, field)).join('；')}</span>
    ),
  };
  const owed = {
    title: imports.outlook.title,
    width: 280,
    render: ({ outlook }: Change) => (outlook ? outlookText(words, outlook) : ''),
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
          { title: words.subjects.name, width: 180, narrow: 'first', render: ({ name }) => name },
          { title: words.subjects.kind, width: 100, render: ({ kind }) => words.terms.kinds[kind] },
          ...(changes.some(({ fields }) => fields.length > 0) ? [changed] : []),
          ...(changes.some(({ outlook }) => outlook) ? [owed] : []),
        ]}
      />
      {omitted > 0 ? <Omitted count={omitted} id={id} /> : null}
    </>
  );
}
