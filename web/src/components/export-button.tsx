import { Button, Dropdown } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ExportName, SheetFormat } from '../../../shared/contract/exports.ts';
import { download } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { save } from './save.ts';
import { ProblemAlert } from './problem.tsx';

type Filters = Readonly<Record<string, string | number | undefined>>;

interface ExportProps {
  readonly list: ExportName;
  /** The same filters as in the list that is shown. */
  readonly query?: Filters;
  /** What is exported, if the button alone does not say it. */
  readonly name?: string;
}

/** A list as a spreadsheet. One that is too long for a file comes in several parts. */
export function ExportButton({ list, query, name }: ExportProps): ReactElement {
  const words = useWords();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const label = name === undefined ? words.imports.exportAs : words.imports.exportOf(name);
  const fetchAll = async (format: SheetFormat): Promise<void> => {
    let cursor: string | undefined;
    do {
      const part = await download(`/v1/jurisdictions/{j}/exports/${list}.${format}`, {
        query: { ...query, cursor },
      });
      save(part);
      cursor = part.next ?? undefined;
    } while (cursor !== undefined);
  };
  const start = (format: SheetFormat): void => {
    setFailure(undefined);
    setBusy(true);
    fetchAll(format)
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: words.imports.exportXlsx },
            { key: 'csv', label: words.imports.exportCsv },
          ],
          onClick: ({ key }) => start(key === 'csv' ? 'csv' : 'xlsx'),
        }}
      >
        <Button loading={busy} title={words.imports.exportHint}>
          {label}
        </Button>
      </Dropdown>
      <ProblemAlert error={failure} />
    </>
  );
}
