import { Select, Tag } from 'antd';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { drawStatusWords } from '../../../../shared/vocabulary/value-words.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { DrawSummary } from '../../api/contract.ts';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { useRules } from '../../api/use-names.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText, periodText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

const tones = { committed: 'warning', drawn: 'success', abandoned: 'default' } as const;

export function DrawTags({
  draw,
}: {
  readonly draw: Pick<DrawSummary, 'status' | 'provable'>;
}): ReactElement {
  const { draws } = useWords();
  return (
    <>
      <Tag color={tones[draw.status]}>{draws.status[draw.status]}</Tag>
      {draw.provable ? null : <Tag color="error">{draws.notProvable}</Tag>}
    </>
  );
}

/** Every draw, newest first, including abandoned ones. */
export function DrawList(): ReactElement {
  const { words, language } = useSpeech();
  const { draws } = words;
  const { role } = useSession();
  const rules = useRules();
  const [status, setStatus] = useState<DrawSummary['status']>();
  const list = usePages('GET /v1/jurisdictions/{j}/draws', { query: { status } });
  return (
    <>
      <div className="filters no-print">
        <Select<DrawSummary['status']>
          allowClear
          aria-label={words.duty.status}
          placeholder={draws.anyStatus}
          value={status ?? null}
          onChange={(chosen) => setStatus(chosen)}
          popupMatchSelectWidth={false}
          options={statuses.map((value) => ({ value, label: draws.status[value] }))}
        />
      </div>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <Rows<DrawSummary>
        label={draws.title}
        rows={list.items}
        rowKey={({ id }) => id}
        loading={list.isPending}
        empty={may.write(role) ? draws.empty : draws.emptyReader}
        more={moreOf(list)}
        columns={[
          {
            title: draws.rule,
            narrow: 'first',
            render: ({ id, ruleId }) => <Link to={`/draws/${id}`}>{rules.get(ruleId)?.title ?? ruleId}</Link>,
          },
          {
            title: draws.period,
            width: 170,
            render: ({ period, number }) =>
              `${periodText(period, language)} ${number > 1 ? draws.number(number) : ''}`,
          },
          {
            title: draws.roster,
            width: 150,
            render: ({ size, rosterSize }) => draws.rosterOf(size, rosterSize),
          },
          { title: draws.method, width: 190, render: ({ beacon }) => draws.methods[beacon] },
          {
            title: draws.committedAt,
            width: 170,
            render: ({ committedAt }) => <span className="nowrap">{instantText(committedAt, language)}</span>,
          },
          {
            title: draws.commitment,
            width: 120,
            narrow: 'none',
            render: ({ commitment }) => (
              <span className="hash" title={commitment}>
                {commitment.slice(0, 10)}…
              </span>
            ),
          },
          { title: words.duty.status, width: 200, render: (draw) => <DrawTags draw={draw} /> },
        ]}
      />
    </>
  );
}

const statuses = keysOf(drawStatusWords);
