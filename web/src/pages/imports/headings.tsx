import { Alert, Button, Select, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Said } from '../../api/client.ts';
import { Rows } from '../../components/rows.tsx';
import { useWords } from '../../i18n/words.ts';
import { fieldChoices } from './imported.ts';
import type { AskedColumn } from './use-roster.ts';

interface HeadingsProps {
  readonly columns: readonly AskedColumn[];
  readonly say: (said: Said) => void;
  readonly busy: boolean;
}

/** The contents of columns, explained by a person who knows the file. The server stores them for the next one. */
export function Headings({ columns, say, busy }: HeadingsProps): ReactElement {
  const words = useWords();
  const { headings: text } = words.imports;
  const [said, setSaid] = useState<Said>(
    Object.fromEntries(
      columns.flatMap(({ heading, field }) => (field === undefined ? [] : [[heading, field ?? '']])),
    ),
  );
  const open = columns.filter(({ heading }) => said[heading] === undefined);
  const choices = fieldChoices(words);
  const changed = columns.filter(
    ({ heading, field }) => field === undefined || said[heading] !== (field ?? ''),
  );
  return (
    <>
      <Alert type="info" className="problem" title={text.title} description={text.hint} />
      <Rows<AskedColumn>
        label={text.title}
        rows={columns}
        rowKey={({ column }) => column}
        empty=""
        columns={[
          { title: text.column, width: 70, render: ({ column }) => column },
          { title: text.heading, narrow: 'first', render: ({ heading }) => heading.replace(/#\d+$/, '') },
          ...(columns.some(({ samples }) => samples.length > 0)
            ? [{ title: text.samples, render: ({ samples }: AskedColumn) => samples.join('、') }]
            : []),
          {
            title: text.meaning,
            width: 320,
            render: ({ heading, column }) => (
              <Select
                className="heading-field"
                popupMatchSelectWidth={false}
                aria-label={text.meaningOf(column, heading.replace(/#\d+$/, ''))}
                placeholder={text.choose}
                showSearch={{ optionFilterProp: 'label' }}
                options={choices}
                {...(said[heading] === undefined ? {} : { value: said[heading] })}
                onChange={(value: string) => setSaid((before) => ({ ...before, [heading]: value }))}
              />
            ),
          },
        ]}
      />
      <Space wrap className="between">
        <Button
          type="primary"
          disabled={open.length > 0}
          loading={busy}
          onClick={() =>
            say(Object.fromEntries(changed.map(({ heading }) => [heading, said[heading] ?? ''])))
          }
        >
          {text.go}
        </Button>
        {open.length > 0 ? (
          <Button
            onClick={() =>
              setSaid((before) => ({
                ...before,
                ...Object.fromEntries(open.map(({ heading }) => [heading, ''])),
              }))
            }
          >
            {text.leaveOthers(open.length)}
          </Button>
        ) : null}
      </Space>
    </>
  );
}
