import type { ReactElement } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { useToday } from '../../api/use-today.ts';
import { dayText } from '../../i18n/format.ts';
import { useWords, type Speech } from '../../i18n/words.ts';
import { Change, type Props } from './change.tsx';

const names = ['name', 'number', 'on', 'servedOn', 'until'] as const;
type Name = (typeof names)[number];

/** The order before it, where it was made outside of the product. */
export function Earlier({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  return (
    <Change
      escalation={escalation}
      name={text.earlierOnPaper}
      known={escalation.earlierOnPaper !== undefined}
      hint={text.earlierHint}
      fields={(seen) =>
        names.map((name) => ({
          name,
          label: text.earlierFields[name],
          type: isDay(name) ? 'day' : 'line',
          initial: seen.earlierOnPaper?.[name],
          ...(isDay(name) ? { max: today } : {}),
        }))
      }
      patch={({ name = '', number = '', on = '', servedOn = '', until = '' }) => ({
        earlierOnPaper:
          `${name}${number}${on}${servedOn}${until}` === '' ? null : { name, number, on, servedOn, until },
      })}
    />
  );
}

const isDay = (name: Name): boolean => name === 'on' || name === 'servedOn' || name === 'until';

/** 《责令整改通知书》洪档责〔2026〕9号，2026年6月17日 */
export function earlierText(
  { words, language }: Pick<Speech, 'words' | 'language'>,
  { earlierOnPaper: one }: Escalation,
): string | undefined {
  return one && words.escalations.earlierSaid(one.name, one.number, dayText(one.until, language));
}
