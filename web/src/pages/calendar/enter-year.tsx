import type { ReactElement } from 'react';
import type { WorkCalendar } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { yearParts } from '../../features/facts/changed-parts.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useSpeech } from '../../i18n/words.ts';

const linesOf = (text = ''): string[] =>
  text
    .split(/[\s,，、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isKnown = ({ status }: WorkCalendar): boolean => status !== 'provisional';

/** An administrator enters the State Council’s arrangement of a year. */
export function EnterYear({ calendar }: { readonly calendar: WorkCalendar }): ReactElement {
  const speech = useSpeech();
  const { words } = speech;
  const act = useAct('PUT /v1/work-calendar/{year}');
  return (
    <ActButton
      act={act}
      about={calendar}
      parts={(seen) => yearParts(speech, seen)}
      label={words.calendar.entry}
      title={`${words.calendar.entry}（${calendar.year}）`}
      hint={words.calendar.entryHint}
      fields={(seen) => [
        {
          name: 'holidays',
          label: words.calendar.kindHoliday,
          type: 'text',
          required: true,
          initial: isKnown(seen) ? seen.holidays.join('\n') : '',
        },
        {
          name: 'workdays',
          label: words.calendar.kindWorkday,
          type: 'text',
          initial: isKnown(seen) ? seen.workdays.join('\n') : '',
        },
        {
          name: 'source',
          label: words.calendar.sourceName,
          type: 'line',
          required: true,
          initial: isKnown(seen) ? seen.source : '',
        },
      ]}
      sent={({ holidays, workdays, source = '' }, seen) => ({
        params: { year: String(seen.year) },
        ifMatch: seen.version,
        body: { holidays: linesOf(holidays), workdays: linesOf(workdays), source },
      })}
    />
  );
}
