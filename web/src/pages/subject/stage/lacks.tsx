import type { ReactElement } from 'react';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { useSpeech } from '../../../i18n/words.ts';
import type { OpenEvent } from './fields.ts';
import { stageMessage } from './texts.ts';

/** What stands in an event’s way. */
export function Lacks({ event }: { readonly event: OpenEvent }): ReactElement | null {
  const speech = useSpeech();
  const words = useStageWords();
  if (event.lacks.length === 0) return null;
  return (
    <ul className="plain">
      {event.lacks.map(({ path, message }) => (
        <li key={path} className="hint">
          {words.lacks}：{stageMessage(speech, message)}
        </li>
      ))}
    </ul>
  );
}
