import type { ReactElement } from 'react';
import type { WorkCalendar } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';

const linesOf = (text = ''): string[] =>
  text
    .split(/[\s,，、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** An administrator enters the State Council’s arrangement of a year. */
export function EnterYear({ calendar }: { readonly calendar: WorkCalendar }): ReactElement {
  const words = useWords();
  const act = useAct('PUT /v1/work-calendar/{year}');
  const known = calendar.status !== 'provisional';
  return (
    <ActButton
      act={act}
      label={words.calendar.entry}
      title={`${words.calendar.entry}（${calendar.year}）`}
      hint={words.calendar.entryHint}
      fields={[
        {
          name: 'holidays',
          label: words.calendar.kindHoliday,
          type: 'text',
          required: true,
          initial: known ? calendar.holidays.join('\n') : '',
        },
        {
          name: 'workdays',
          label: words.calendar.kindWorkday,
          type: 'text',
          initial: known ? calendar.workdays.join('\n') : '',
        },
        {
          name: 'source',
          label: words.calendar.sourceName,
          type: 'line',
          required: true,
          initial: known ? calendar.source : '',
        },
      ]}
      sent={({ holidays, workdays, source = '' }) => ({
        params: { year: String(calendar.year) },
        ifMatch: calendar.version,
        body: { holidays: linesOf(holidays), workdays: linesOf(workdays), source },
      })}
    />
  );
}
