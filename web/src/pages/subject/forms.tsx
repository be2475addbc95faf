import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useDownload } from '../../components/use-download.ts';
import { Forms } from '../../features/forms/forms.tsx';
import { useFormWords } from '../../i18n/form-words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** The forms of a project and, for the bureau, its whole file. */
export function SubjectForms({
  subject: { id, forms = [] },
}: {
  readonly subject: SubjectDetail;
}): ReactElement {
  const words = useFormWords();
  const { role } = useSession();
  const { fetchFile, failure } = useDownload();
  const at = `subjects/${encodeURIComponent(id)}`;
  return (
    <>
      <Forms at={at} forms={forms} hint={words.hint} />
      {may.readInstructions(role) ? (
        <p className="no-print">
          <Button onClick={() => fetchFile(`/v1/jurisdictions/{j}/${at}/dossier.zip`)}>
            {words.dossier}
          </Button>
        </p>
      ) : null}
      <ProblemAlert error={failure} />
    </>
  );
}
