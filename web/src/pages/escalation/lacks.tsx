import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { dayText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import type { Language } from '../../i18n/language.ts';

/** What must be there before approval may be asked for. */
export function Lacks({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const { words, language } = useSpeech();
  const { status } = escalation;
  if (!isPending(status)) return null;
  const lacks = escalation.lacks ?? [];
  if (lacks.length === 0)
    return status === 'draft' ? <Alert type="success" showIcon title={words.escalations.lacksNone} /> : null;
  return (
    <Card size="small" id="lacks" title={<h2>{words.escalations.lacksTitle}</h2>}>
      <ul className="plain">
        {lacks.map((lack) => (
          <li key={`${lack.path}${lack.message}`}>{lackText(words, language, escalation, lack)}</li>
        ))}
      </ul>
    </Card>
  );
}

function lackText(
  words: Words,
  language: Language,
  { defenceUntil, statement }: Escalation,
  { path, message }: { readonly path: string; readonly message: string },
): string {
  const runs = path === 'statement' && message.startsWith('the period');
  if (runs && defenceUntil !== undefined)
    return words.escalations.statementRuns(dayText(defenceUntil, language));
  if (path === 'statement' && statement?.received === true) return words.escalations.lacksStatementText;
  const known = wordFor(words.escalations.lacks, path);
  return known === path ? message : known;
}
