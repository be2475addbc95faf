import { messageText } from '../../../components/problem.tsx';
import type { StageWords } from '../../../i18n/stage-words.ts';
import type { Speech } from '../../../i18n/words.ts';
import { translateStage } from '../../../i18n/zh/stage-messages.ts';

/** The name of an event’s form on its page. */
export const formName = (event: string): string => `event ${event}`;

/** What the server says of an event, in the person’s language. */
export function stageMessage({ words, language }: Speech, message: string): string {
  const said = language === 'zh' ? translateStage(message) : '';
  return said === '' ? messageText(words, message) : said;
}

/** Whose an event is that is not this person’s, in a word. */
export function barredText({ barred }: StageWords, reason: string): string {
  if (reason.includes('is decided by a bureau-leader')) return barred.leader;
  if (reason.startsWith('The legal office')) return barred.legal;
  if (reason.startsWith('This person was recused')) return barred.recused;
  if (reason.includes('whoever proposed it')) return barred.proposer;
  return reason.includes('took the level') ? barred.taken : barred.reader;
}
