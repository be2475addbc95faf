import { Descriptions, Table, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { History } from '../../components/history.tsx';
import { instantText, momentText } from '../../format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Papers } from './papers.tsx';

/** Where a case or an acceptance stands, what may happen next, which clocks run. */
export function Stage({ subject }: { readonly subject: SubjectDetail }): ReactElement | null {
  const { words, language } = useSpeech();
  const { stage, acceptance, events, clocks, history } = subject;
  if (!stage) return null;
  const grade = acceptance?.gradeName;
  const items = [
    {
      key: 'stage',
      label: words.subjects.stage,
      children: `${stage.title}（${words.subjects.since} ${instantText(stage.since, language)}）`,
    },
    ...(acceptance?.score === undefined
      ? []
      : [{ key: 'score', label: words.subjects.score, children: acceptance.score }]),
    ...(grade === undefined ? [] : [{ key: 'grade', label: words.subjects.grade, children: grade }]),
  ];
  return (
    <>
      <Descriptions size="small" bordered column={{ xs: 1, md: 2 }} items={items} />
      <Papers subject={subject} />
      <h2 className="between">{words.subjects.events}</h2>
      <p className="hint tight">{words.subjects.eventsHint}</p>
      <ul className="plain">
        {(events ?? []).map(({ event, name, open, lacks }) => (
          <li key={event}>
            {name} {open ? <Tag color="success">{words.subjects.ready}</Tag> : null}
            {lacks.length === 0 ? null : (
              <ul className="plain">
                {lacks.map(({ path, message }) => (
                  <li key={path}>
                    {words.subjects.lacks}：{message}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h2 className="between">{words.subjects.clocks}</h2>
      <Table
        size="small"
        pagination={false}
        rowKey={({ name, from }) => `${name}${from}`}
        dataSource={clocks ?? []}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'name', title: words.subjects.name, dataIndex: 'name' },
          { key: 'cite', title: words.duty.clause, dataIndex: 'citation' },
          {
            key: 'from',
            title: words.subjects.clockFrom,
            render: (_, clock) => momentText(clock.from, language),
          },
          {
            key: 'until',
            title: words.subjects.clockUntil,
            render: (_, clock) => momentText(clock.until, language),
          },
          {
            key: 'status',
            title: words.duty.status,
            render: (_, clock) => (
              <Tag color={clock.status === 'overdue' ? 'error' : 'default'}>
                {words.subjects.clockStatus[clock.status]}
              </Tag>
            ),
          },
        ]}
      />
      <h2 className="between">{words.duty.history}</h2>
      <History
        entries={(history ?? []).map(({ at, by, name }) => ({ at, by, text: name }))}
        empty={words.duty.noHistory}
      />
    </>
  );
}
