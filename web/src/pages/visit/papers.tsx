import { Button, Card, Space } from 'antd';
import type { ReactElement } from 'react';
import type { VisitForm } from '../../../../shared/vocabulary/visit-forms.ts';
import type { Visit } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useDownload } from '../../components/use-download.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';

/** Papers that are written to one of those that are checked. */
const isTold = (form: VisitForm): boolean => form === 'notice' || form === 'reply-notice';

/** The papers of a planned check. The notice of a firm’s check can be had once a leader has approved. */
export function VisitPapers({ visit }: { readonly visit: Visit }): ReactElement {
  const { one: text } = useVisitWords();
  const subjects = useSubjects();
  const { fetchFile, failure } = useDownload();
  const { id, targets, firms, approval, documents } = visit;
  const nameOf = (subjectId: string): string => subjects.get(subjectId)?.name ?? subjectId;
  const waiting = approval?.decision === 'approve' ? [] : firms;
  const files = documents.flatMap((form) =>
    isTold(form)
      ? targets
          .filter((subjectId) => !waiting.includes(subjectId))
          .map((subjectId) => ({
            query: new URLSearchParams({ form, subjectId }),
            label: targets.length === 1 ? text.forms[form] : text.formOf(text.forms[form], nameOf(subjectId)),
          }))
      : [{ query: new URLSearchParams({ form }), label: text.forms[form] }],
  );
  return (
    <Card size="small" className="no-print" title={<h2>{text.papers}</h2>}>
      <p className="hint tight">{text.papersHint}</p>
      <Space wrap>
        {files.map(({ query, label }) => (
          <Button
            key={label}
            onClick={() =>
              fetchFile(
                `/v1/jurisdictions/{j}/visits/${encodeURIComponent(id)}/document.docx?${query.toString()}`,
              )
            }
          >
            {label}
          </Button>
        ))}
      </Space>
      {waiting.length > 0 && documents.some(isTold) ? (
        <p className="hint tight">{text.afterApproval(waiting.map(nameOf).join('、'))}</p>
      ) : null}
      <ProblemAlert error={failure} />
    </Card>
  );
}
