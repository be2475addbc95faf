import { Button, Grid, Table } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

export interface Column<T> {
  readonly title: string;
  readonly render: (row: T) => ReactNode;
  readonly width?: number;
  /** What is never broken into lines: a name, a number. */
  readonly whole?: boolean;
  /** On a phone: the row’s first line, a line with its title, or left out. */
  readonly narrow?: 'first' | 'line' | 'none';
}

export interface RowsProps<T> {
  /** The name of the table for people who do not see it. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly loading?: boolean;
  /** What an empty list means, and what to do. */
  readonly empty: ReactNode;
  /** Rows in a page; all of them by default. */
  readonly pageSize?: number;
  /** There is more on the server: the button loads it. */
  readonly more?: { readonly load: () => void; readonly loading: boolean } | undefined;
}

/** A register: a table on a desktop, a list of cards on a phone. */
export function Rows<T>(props: RowsProps<T>): ReactElement {
  const wide = Grid.useBreakpoint().md ?? true;
  const words = useWords();
  const { rows, loading, empty, more } = props;
  if (rows.length === 0 && loading !== true) return <p className="empty">{empty}</p>;
  return (
    <>
      {wide ? <Wide {...props} /> : <Narrow {...props} />}
      {more ? (
        <p className="no-print more">
          <Button onClick={more.load} loading={more.loading}>
            {words.common.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Wide<T>({ label, rows, rowKey, columns, loading, pageSize }: RowsProps<T>): ReactElement {
  return (
    <Table<T>
      aria-label={label}
      size="small"
      rowKey={rowKey}
      dataSource={rows}
      loading={loading === true && rows.length === 0}
      pagination={
        pageSize !== undefined && rows.length > pageSize
          ? { defaultPageSize: pageSize, size: 'small', showSizeChanger: false }
          : false
      }
      columns={columns.map(({ title, render, width, whole }, index) => ({
        key: String(index),
        title,
        width,
        ...(whole === true ? { className: 'nowrap' } : {}),
        render: (_: unknown, row: T) => render(row),
      }))}
    />
  );
}

/** On a phone everything loaded is listed, because the page buttons of a table are hard to hit with a thumb. */
function Narrow<T>({ label, rows, rowKey, columns }: RowsProps<T>): ReactElement {
  const first = columns.filter(({ narrow }) => narrow === 'first');
  const lines = columns.filter(({ narrow }) => narrow === undefined || narrow === 'line');
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="card-first">
            {first.map(({ title, render }) => (
              <span key={title}>{render(row)}</span>
            ))}
          </div>
          <dl>
            {lines.map(({ title, render }) => {
              const value = render(row);
              return value === null || value === '' ? null : (
                <div key={title}>
                  {title === '' ? null : <dt>{title}</dt>}
                  <dd className={title === '' ? 'acts' : undefined}>{value}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
