import { Button, Card, Col, Empty, Row } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { JurisdictionStatus } from '../../api/contract.ts';
import { useAll, useRead } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { DutyRows } from '../../features/duties/rows.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText, plusDays, weekdayOf } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { isLate } from '../../features/duties/nearness.ts';
import { Figures } from './figures.tsx';
import { OwnWork } from './own-work.tsx';
import { Quotas } from './quotas.tsx';
import { Regimes } from './regimes.tsx';
import { SentToday } from './sent-today.tsx';
import { Undelivered } from './undelivered.tsx';
import { Waiting } from './waiting.tsx';

const SOON_DAYS = 30;

/** What the bureau deals with today. Each line links to the page where that is done. */
export function Component(): ReactElement {
  const { words, language } = useSpeech();
  const { data: status, error, refetch, isFetching } = useRead('GET /v1/jurisdictions/{j}/status');
  const day = status?.asOf.slice(0, 10);
  const weekday = day === undefined ? '' : wordFor(words.today.weekdays, String(weekdayOf(day)));
  return (
    <>
      <Head
        title={words.today.title}
        beside={
          day === undefined ? null : (
            <span>
              {dayText(day, language)} {weekday}
            </span>
          )
        }
      >
        <Button onClick={() => void refetch()} loading={isFetching && status !== undefined}>
          {words.common.refresh}
        </Button>
        <Button onClick={() => print()}>{words.common.print}</Button>
        <ExportButton list="obligations" name={words.subjects.duties} />
      </Head>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {status ? <Board status={status} /> : <Card loading />}
    </>
  );
}

function Board({ status }: { readonly status: JurisdictionStatus }): ReactElement {
  const { words } = useSpeech();
  const day = status.asOf.slice(0, 10);
  const open = useAll('GET /v1/jurisdictions/{j}/obligations', { query: { status: 'open' } });
  const soon = useAll('GET /v1/jurisdictions/{j}/obligations', {
    query: { dueFrom: day, dueTo: plusDays(day, SOON_DAYS) },
  });
  const late = status.overdue.filter(isLate);
  const unconfirmed = status.overdue.filter(({ lateness }) => lateness === 'unconfirmed');
  const reported = [...status.overdue, ...(open.data ?? [])].filter(({ report }) => report === 'pending');
  const dueSoon = (soon.data ?? []).filter(
    ({ status: state, pursuit }) => ['open', 'upcoming'].includes(state) && pursuit === 'active',
  );
  return (
    <>
      <Figures
        overdue={late.length}
        unconfirmed={unconfirmed.length}
        dueSoon={status.summary.dueSoon}
        reports={open.data ? reported.length : undefined}
      />
      <Nothing />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={16} className="stack">
          <OwnWork />
          <Card size="small" id="overdue" title={<h2>{words.today.overdue}</h2>}>
            <DutyRows
              label={words.today.overdue}
              duties={late}
              empty={words.today.overdueEmpty}
              pageSize={10}
            />
          </Card>
          {unconfirmed.length === 0 ? null : (
            <Card size="small" id="unconfirmed" title={<h2>{words.today.unconfirmed}</h2>}>
              <p className="hint">{words.today.unconfirmedHint}</p>
              <DutyRows
                label={words.today.unconfirmed}
                duties={unconfirmed}
                empty={words.today.unconfirmedEmpty}
                pageSize={10}
              />
            </Card>
          )}
          <Card size="small" id="due-soon" title={<h2>{words.today.dueSoon}</h2>}>
            <ProblemAlert error={soon.error} retry={() => void soon.refetch()} />
            <DutyRows
              label={words.today.dueSoon}
              duties={dueSoon}
              loading={soon.isPending}
              empty={words.today.dueSoonEmpty}
              pageSize={10}
            />
          </Card>
          <Regimes regimes={status.regimes} />
        </Col>
        <Col xs={24} xl={8} className="stack">
          <Waiting reported={reported} loading={open.isPending} error={open.error} />
          <Quotas />
          <SentToday day={day} watermark={status.watermark} leaving={status.leavingToday} />
          <Undelivered />
        </Col>
      </Row>
    </>
  );
}

/** A bureau that has entered nothing yet. */
function Nothing(): ReactElement | null {
  const { words } = useSpeech();
  const subjects = useSubjects();
  if (subjects.size === 0 || [...subjects.values()].some(({ kind }) => kind !== 'bureau')) return null;
  return (
    <Card size="small" className="problem">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.today.nothing}>
        <p>{words.today.nothingHint}</p>
        <Link to="/subjects">{words.today.toSubjects}</Link>
      </Empty>
    </Card>
  );
}
