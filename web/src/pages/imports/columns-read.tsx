import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Said } from '../../api/client.ts';
import type { ImportDone } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import { fieldLabel } from './imported.ts';
import { Headings } from './headings.tsx';

interface ColumnsReadProps {
  readonly columns: ImportDone['columns'];
  /** Undefined when there is no file any more, or it has been entered. */
  readonly say: ((said: Said) => void) | undefined;
  readonly busy: boolean;
}

/** How the columns were read: those left out, and those that people explained. Both can be changed. */
export function ColumnsRead({ columns, say, busy }: ColumnsReadProps): ReactElement | null {
  const words = useWords();
  const { headings: text } = words.imports;
  const [open, setOpen] = useState(false);
  const shown = (heading: string): string => heading.replace(/#\d+$/, '');
  const left = columns
    .filter(({ field }) => field === null)
    .map(({ column, heading }) => `${column} ${shown(heading)}`);
  const told = columns.flatMap(({ column, heading, field, said }) =>
    said === true && field !== null ? [`${column} ${shown(heading)} → ${fieldLabel(words, field)}`] : [],
  );
  if (columns.length === 0) return null;
  return (
    <>
      {left.length > 0 ? <p className="tight">{text.left(left.join('、'))}</p> : null}
      {told.length > 0 ? <p className="tight">{text.told(told.join('、'))}</p> : null}
      {say && !open ? (
        <p className="no-print tight">
          <Button size="small" onClick={() => setOpen(true)}>
            {text.change}
          </Button>
        </p>
      ) : null}
      {say && open ? (
        <Headings columns={columns.map((column) => ({ ...column, samples: [] }))} say={say} busy={busy} />
      ) : null}
    </>
  );
}
