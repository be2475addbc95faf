import { diffChars, diffWords } from 'diff';
import type { ReactElement } from 'react';
import { useSpeech } from '../i18n/words.ts';

/** Texts up to this length are shown whole; in longer ones only the changed parts are marked. */
const SHORT = 40;

interface Shown {
  readonly before: string;
  readonly after: string;
}

/** The old text struck out, the new one underlined. */
export default function Difference({ before, after }: Shown): ReactElement {
  const { words } = useSpeech();
  const { changed } = words;
  if (before === '' || after === '' || Math.max(before.length, after.length) <= SHORT)
    return (
      <>
        <del>{before === '' ? changed.nothing : before}</del>{' '}
        <ins>{after === '' ? changed.nothing : after}</ins>
      </>
    );
  const parts = /[\u4e00-\u9fff]/.test(before + after) ? diffChars(before, after) : diffWords(before, after);
  return (
    <span className="written">
      {parts.map(({ value, added, removed }, index) => {
        const key = `${index}${value}`;
        if (added) return <ins key={key}>{value}</ins>;
        return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
      })}
    </span>
  );
}
