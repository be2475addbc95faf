import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ProblemAlert } from '../../components/problem.tsx';
import { useDownload } from '../../components/use-download.ts';
import { useFormWords } from '../../i18n/form-words.ts';
import type { DutyForm } from '../../../../shared/vocabulary/duty-forms.ts';

interface FormsProps {
  /** Whose they are: `obligations/…` or `subjects/…`, with the id encoded. */
  readonly at: string;
  readonly forms: readonly {
    readonly form: DutyForm;
    /** As the source calls it. */
    readonly name: string;
    /** Why it cannot be had yet. */
    readonly lacks?: readonly { readonly message: string }[];
  }[];
  readonly hint?: string;
}

/** The forms of a duty or of a project, each to be downloaded, or with what is still missing for it. */
export function Forms({ at, forms, hint }: FormsProps): ReactElement | null {
  const words = useFormWords();
  const { fetchFile, failure } = useDownload();
  if (forms.length === 0) return null;
  return (
    <section className="no-print" aria-label={words.title}>
      <h3>{words.title}</h3>
      {hint === undefined ? null : <p className="hint tight">{hint}</p>}
      <ul className="plain">
        {forms.map(({ form, name, lacks = [] }) => (
          <li key={form}>
            {lacks.length === 0 ? (
              <Button
                size="small"
                onClick={() => fetchFile(`/v1/jurisdictions/{j}/${at}/document.docx?form=${form}`)}
              >
                {words.download(name)}
              </Button>
            ) : (
              <>
                {name}
                <span className="hint">
                  （{words.lacks}
                  {lacks.map(({ message }) => message).join('；')}）
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      <ProblemAlert error={failure} />
    </section>
  );
}
