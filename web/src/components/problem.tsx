import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { RequestFailed } from '../api/client.ts';
import { useWords, wordFor } from '../i18n/words.ts';
import type { Words } from '../i18n/zh/zh.ts';

/** `contacts.0.email` → 联系人 1 · 电子邮箱; `column B` of a file → B列 */
export function fieldName(words: Words, path: string): string {
  if (/^(file|row \d+|column [A-Z]+)$/.test(path)) return words.problems.translate(path);
  return path
    .split('.')
    .filter((part) => !['facts', 'subject', 'body', 'items', ''].includes(part))
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : wordFor(words.facts.fields, part)))
    .join(' · ');
}

/** The server’s message in the person’s language where it is known; else as the server said it. */
export function messageText(words: Words, message: string): string {
  const known = Object.entries(words.problems.messages).find(([start]) => message.startsWith(start));
  if (known) return known[1];
  const translated = words.problems.translate(message);
  return translated === '' ? message : translated;
}

interface ProblemProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** What fields and messages are called, where a page has words of its own. */
  readonly said?: { readonly name: (path: string) => string; readonly text: (message: string) => string };
}

/** What failed, which fields are at fault, and what to do. */
export function ProblemAlert({ error, retry, said }: ProblemProps): ReactElement | null {
  const words = useWords();
  if (error === null || error === undefined) return null;
  if (!(error instanceof RequestFailed))
    throw error instanceof Error ? error : new Error('the console failed', { cause: error });
  const { problem } = error;
  const { name, text } = said ?? {
    name: (path: string) => fieldName(words, path),
    text: (message: string) => messageText(words, message),
  };
  const errors = problem.errors ?? [];
  const title = wordFor(words.problems.titles, String(problem.status));
  const details = errors.length > 0 ? undefined : text(problem.detail);
  return (
    <Alert
      type="error"
      showIcon
      className="problem"
      title={title === String(problem.status) ? problem.title : title}
      description={
        errors.length > 0 ? (
          <ul className="plain">
            {errors.map(({ path, message }) => (
              <li key={`${path}${message}`}>
                {name(path) === '' ? '' : <strong>{words.common.labelled(name(path))}</strong>}
                {text(message)}
              </li>
            ))}
          </ul>
        ) : (
          details
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
