import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { Rows } from '../../components/rows.tsx';
import { momentText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Papers } from './papers.tsx';
import { Course } from './stage/course.tsx';
import { Next } from './stage/next.tsx';
import { Summary } from './stage/summary.tsx';

/** The stage of a case or an acceptance, what may happen next and who may do it, and the running periods. */
export function Stage({ subject }: { readonly subject: SubjectDetail }): ReactElement | null {
  const { words, language } = useSpeech();
  const { stage, clocks = [], events, history } = subject;
  if (!stage) return null;
  return (
    <>
      <Summary subject={subject} />
      <Papers subject={subject} />
      {events === undefined ? null : <Next subject={subject} />}
      {clocks.length === 0 ? null : (
        <>
          <h2 className="between">{words.subjects.clocks}</h2>
          <Rows
            label={words.subjects.clocks}
            rows={clocks}
            rowKey={({ name, from }) => `${name}${from}`}
            empty={null}
            columns={[
              { title: words.subjects.name, narrow: 'first', render: ({ name }) => name },
              { title: words.duty.clause, render: ({ citation }) => citation },
              { title: words.subjects.clockFrom, render: ({ from }) => momentText(from, language) },
              { title: words.subjects.clockUntil, render: ({ until }) => momentText(until, language) },
              {
                title: words.duty.status,
                narrow: 'first',
                render: ({ status }) => (
                  <Tag color={status === 'overdue' ? 'error' : 'default'}>
                    {words.subjects.clockStatus[status]}
                  </Tag>
                ),
              },
            ]}
          />
        </>
      )}
      {history === undefined ? null : (
        <>
          <h2 className="between">{words.duty.history}</h2>
          <Course subject={subject} />
        </>
      )}
    </>
  );
}
