import { Button, Select, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { ProblemAlert } from '../../components/problem.tsx';
import { enteredKinds } from '../../features/facts/fields.ts';
import { useWords } from '../../i18n/words.ts';
import { useDownload } from '../../components/use-download.ts';

/** Empty rosters with headings that the import understands. */
export function Template(): ReactElement {
  const words = useWords();
  const [kind, setKind] = useState<(typeof enteredKinds)[number]>('unit');
  const { fetchFile, failure } = useDownload();
  const fetchOne = (format: 'xlsx' | 'csv'): void =>
    fetchFile(`/v1/jurisdictions/{j}/import-templates/${kind}.${format}`);
  return (
    <>
      <p className="hint tight">{words.imports.templateHint}</p>
      <Space wrap>
        <Select
          aria-label={words.subjects.kind}
          value={kind}
          onChange={setKind}
          popupMatchSelectWidth={false}
          options={enteredKinds.map((value) => ({ value, label: words.terms.kinds[value] }))}
        />
        <Button onClick={() => fetchOne('xlsx')}>{words.imports.exportXlsx}</Button>
        <Button onClick={() => fetchOne('csv')}>{words.imports.exportCsv}</Button>
      </Space>
      <ProblemAlert error={failure} />
    </>
  );
}
