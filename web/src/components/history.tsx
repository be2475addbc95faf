import type { ReactElement } from 'react';
import { instantText } from '../i18n/format.ts';
import { useSpeech, wordFor } from '../i18n/words.ts';
import type { Words } from '../i18n/zh/zh.ts';

interface Entry {
  readonly at: string;
  readonly by: string;
  /** Where the bureau knows the person. */
  readonly byName?: string | undefined;
  readonly text: string;
}

/** `bureau-officer:officer-1` → 业务人员 王科员, or the id where the name is not known. */
export function actorName(words: Words, by: string, name?: string): string {
  const [role = '', ...rest] = by.split(':');
  return [wordFor(words.terms.roles, role), name ?? rest.join(':')].filter((part) => part !== '').join(' ');
}

/** What happened, newest first. */
export function History({
  entries,
  empty,
}: {
  readonly entries: readonly Entry[];
  readonly empty: string;
}): ReactElement {
  const { words, language } = useSpeech();
  if (entries.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ol className="history">
      {[...entries].reverse().map(({ at, by, byName, text }) => (
        <li key={`${at}${text}`}>
          <span className="nowrap hint">{instantText(at, language)}</span> {text}{' '}
          <span className="hint">（{actorName(words, by, byName)}）</span>
        </li>
      ))}
    </ol>
  );
}
