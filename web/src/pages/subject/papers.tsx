import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDownload } from '../../components/use-download.ts';

/**
 * The papers that a case has so far, and its whole file. Nothing for a subject that is not a case, or when the
 * token may not see them.
 */
export function Papers({ subject: { id, stage } }: { readonly subject: SubjectDetail }): ReactElement | null {
  const { papers } = useWords().escalations;
  const { fetchFile, failure } = useDownload();
  if (stage?.documents === undefined) return null;
  const at = `/v1/jurisdictions/{j}/subjects/${encodeURIComponent(id)}`;
  return (
    <section className="no-print" aria-label={papers.title}>
      <h2 className="between">{papers.title}</h2>
      <p className="hint tight">{stage.documents.length === 0 ? papers.none : papers.hint}</p>
      <Space wrap>
        {stage.documents.map((form) => (
          <Button key={form} onClick={() => fetchFile(`${at}/document.docx?form=${form}`)}>
            {papers.forms[form]}
          </Button>
        ))}
        <Button onClick={() => fetchFile(`${at}/dossier.zip`)}>{papers.dossier}</Button>
      </Space>
      <ProblemAlert error={failure} />
    </section>
  );
}
