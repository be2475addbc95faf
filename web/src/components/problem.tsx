import { Alert, Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { RequestFailed } from '../api/client.ts';
import { useWords, wordFor } from '../i18n/words.ts';
import type { Words } from '../i18n/zh/zh.ts';

/** `contacts.0.email` → 联系人 1 · 电子邮箱; `column B` of a file → B列 */
export function fieldName(words: Words, path: string): string {
  const place = /^(file|row|column)(?: (\w+))?$/.exec(path);
  if (place) return wordOfPlace(words, place[1] ?? '', place[2] ?? '');
  return path
    .split('.')
    .filter((part) => !['facts', 'subject', 'body', 'items', ''].includes(part))
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : wordFor(words.facts.fields, part)))
    .join(' · ');
}

/** The place in a file: the file itself, a row, a column. */
function wordOfPlace({ problems: { places } }: Words, kind: string, which: string): string {
  if (kind === 'row') return places.row(which);
  return kind === 'column' ? places.column(which) : places.file;
}

/** One refusal of the server, with the values in its sentence. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface ProblemProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** The names of fields, for a page with words of its own. */
  readonly nameOf?: (path: string) => string;
  /** What can be done in place of what was refused. */
  readonly remedy?: ((refusal: Refusal) => ReactNode) | undefined;
}

/** What failed, which fields are wrong, and what to do. */
export function ProblemAlert({ error, retry, nameOf, remedy }: ProblemProps): ReactElement | null {
  const words = useWords();
  if (error === null || error === undefined) return null;
  if (!(error instanceof RequestFailed))
    throw error instanceof Error ? error : new Error('the console failed', { cause: error });
  const { problem } = error;
  const name = nameOf ?? ((path: string) => fieldName(words, path));
  const errors = problem.errors ?? [];
  const title = wordFor(words.problems.titles, String(problem.status));
  const details = errors.length > 0 ? undefined : problem.detail;
  return (
    <Alert
      type="error"
      showIcon
      className="problem"
      title={title === String(problem.status) ? problem.title : title}
      description={
        errors.length > 0 ? (
          <ul className="plain">
            {errors.map(({ path, message, ...refusal }) => (
              <li key={`${path}${message}`}>
                {name(path) === '' ? '' : <strong>{words.common.labelled(name(path))}</strong>}
                {message}
                {remedy ? <div>{remedy(refusal)}</div> : null}
              </li>
            ))}
          </ul>
        ) : (
          <>
            {details}
            {remedy ? <div>{remedy(problem)}</div> : null}
          </>
        )
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {words.common.retry}
          </Button>
        )
      }
    />
  );
}
