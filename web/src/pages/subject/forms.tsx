import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { download } from '../../api/client.ts';
import type { SubjectDetail } from '../../api/contract.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { save } from '../../components/save.ts';
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
  const [failure, setFailure] = useState<unknown>();
  const at = `subjects/${encodeURIComponent(id)}`;
  const fetchDossier = (): void => {
    setFailure(undefined);
    download(`/v1/jurisdictions/{j}/${at}/dossier.zip`).then(save, setFailure);
  };
  return (
    <>
      <Forms at={at} forms={forms} hint={words.hint} />
      {may.readInstructions(role) ? (
        <p className="no-print">
          <Button onClick={fetchDossier}>{words.dossier}</Button>
        </p>
      ) : null}
      <ProblemAlert error={failure} />
    </>
  );
}
