import { Checkbox, Segmented, Timeline } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Obligation } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { useDutyTitle } from '../../api/use-names.ts';
import { Due, Nearness } from '../../features/duties/due.tsx';
import { DutyRows } from '../../features/duties/rows.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { DutyTags } from '../../components/tags.tsx';
import { dayText, instantText, periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

const isClosed = ({ status }: Obligation): boolean =>
  ['fulfilled', 'fulfilled-late', 'waived', 'superseded'].includes(status);

/** What the subject owes, on a time line or as a register. */
export function Duties({ id }: { readonly id: string }): ReactElement {
  const { words } = useSpeech();
  const [closedToo, setClosedToo] = useState(true);
  const [shape, setShape] = useState<'timeline' | 'register'>('timeline');
  const { data, error, refetch, isPending } = useAll('GET /v1/jurisdictions/{j}/obligations', {
    query: { subjectId: id },
  });
  const duties = (data ?? []).filter((duty) => closedToo || !isClosed(duty));
  return (
    <>
      <div className="filters no-print">
        <Segmented
          aria-label={words.subjects.duties}
          value={shape}
          onChange={setShape}
          options={[
            { value: 'timeline', label: words.subjects.timeline },
            { value: 'register', label: words.subjects.register },
          ]}
        />
        <Checkbox checked={closedToo} onChange={(event) => setClosedToo(event.target.checked)}>
          {words.subjects.closedToo}
        </Checkbox>
        <ExportButton list="obligations" query={{ subjectId: id }} />
      </div>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {shape === 'timeline' && duties.length > 0 ? (
        <Line duties={duties} />
      ) : (
        <DutyRows
          ofOne
          label={words.subjects.duties}
          duties={duties}
          loading={isPending}
          empty={words.subjects.noDuties}
        />
      )}
    </>
  );
}

const colours: Readonly<Record<Obligation['status'], string>> = {
  upcoming: 'gray',
  open: 'blue',
  overdue: 'red',
  fulfilled: 'green',
  'fulfilled-late': 'orange',
  waived: 'gray',
  superseded: 'gray',
};

function Line({ duties }: { readonly duties: readonly Obligation[] }): ReactElement {
  const { words, language } = useSpeech();
  const titleOf = useDutyTitle();
  return (
    <Timeline
      className="line"
      items={duties.map((duty) => ({
        key: duty.id,
        color: colours[duty.status],
        content: (
          <div>
            <Due duty={duty} /> <Nearness duty={duty} />
            <div>
              <Link to={`/obligations/${duty.id}`}>{titleOf(duty)}</Link>
              {duty.period === undefined ? '' : `（${periodText(duty.period, language)}）`}{' '}
              <DutyTags duty={duty} />
            </div>
            <div className="hint">
              {duty.fulfilledOn === undefined
                ? duty.nextActionAt === null
                  ? ''
                  : `${words.duty.nextAction}：${instantText(duty.nextActionAt, language)}`
                : `${words.duty.fulfilOn}：${dayText(duty.fulfilledOn, language)}`}
            </div>
          </div>
        ),
      }))}
    />
  );
}
