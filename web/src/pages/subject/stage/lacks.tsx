import type { ReactElement } from 'react';
import { useStageWords } from '../../../i18n/stage-words.ts';
import type { OpenEvent } from './fields.ts';

/** What prevents an event. */
export function Lacks({ event }: { readonly event: OpenEvent }): ReactElement | null {
  const words = useStageWords();
  if (event.lacks.length === 0) return null;
  return (
    <ul className="plain">
      {event.lacks.map(({ path, message }) => (
        <li key={path} className="hint">
          {words.lacks}：{message}
        </li>
      ))}
    </ul>
  );
}
