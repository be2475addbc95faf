import { Alert, Descriptions, Space, Spin, Table, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Explanation, ObligationDetail } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useDutyTitle, useRules, useSubjects } from '../../api/use-names.ts';
import { dayText, instantText, momentText, periodText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { dueOf } from './nearness.ts';
import { Nearness } from './due.tsx';
import { DutyActs } from './acts.tsx';
import { useSession } from '../../session/use-session.ts';
import { Handler } from './handler.tsx';
import { DraftCircular } from '../forms/circular.tsx';
import { Forms } from '../forms/forms.tsx';
import { History } from '../../components/history.tsx';
import { NoticeRows } from '../notices/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Readings } from './readings.tsx';
import { DutyTags } from '../../components/tags.tsx';
import { UnitReportShown } from './unit-report.tsx';

/** Everything about one duty: its dates and their reasons, what happened, what can be done. */
export function DutyDetail({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/obligations/{id}', { params: { id } });
  if (data?.id !== id) {
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Spin />;
  }
  return <Loaded duty={data} />;
}

function Loaded({ duty }: { readonly duty: ObligationDetail }): ReactElement {
  const { words, language } = useSpeech();
  const titleOf = useDutyTitle();
  const subject = useSubjects().get(duty.subjectId);
  const rule = useRules().get(duty.ruleId);
  return (
    <Space orientation="vertical" size={16} className="full">
      <div>
        <h2>{titleOf(duty)}</h2>
        <p className="lead">
          <Link to={`/subjects/${duty.subjectId}`}>{subject?.name ?? '…'}</Link>
          {duty.period === undefined ? '' : ` · ${periodText(duty.period, language)}`}{' '}
          <DutyTags duty={duty} />
        </p>
        {duty.provisional ? <Alert type="warning" showIcon title={words.terms.provisionalHint} /> : null}
      </div>
      <Dates duty={duty} />
      {duty.report === undefined ? null : (
        <section>
          <h3>{words.duty.unitReport}</h3>
          <UnitReportShown report={duty.report} />
        </section>
      )}
      {duty.extensionRequest === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.duty.extensionAsked(dayText(duty.extensionRequest.until, language))}
          description={duty.extensionRequest.reason}
        />
      )}
      <DutyActs duty={duty} />
      <Forms at={`obligations/${encodeURIComponent(duty.id)}`} forms={duty.forms ?? []} />
      <DraftCircular duty={duty} />
      <section>
        <h3>{words.duty.why}</h3>
        <p className="hint">{words.duty.whyLead}</p>
        <Steps steps={duty.explanation} />
        {rule ? (
          <p>
            {words.duty.clause}：{rule.citation.title} {rule.citation.section}{' '}
            <Link to={`/rules?rule=${encodeURIComponent(rule.id)}`}>{words.duty.rulePage}</Link>
          </p>
        ) : null}
        {rule ? <Readings rule={rule} /> : null}
      </section>
      <section>
        <h3>{words.duty.history}</h3>
        <History entries={duty.history} empty={words.duty.noHistory} />
      </section>
      <section>
        <h3>{words.duty.notices}</h3>
        <NoticeRows notices={duty.notices} empty={words.duty.noNotices} />
      </section>
      <Cases duty={duty} />
    </Space>
  );
}

function Dates({ duty }: { readonly duty: ObligationDetail }): ReactElement {
  const { words, language } = useSpeech();
  const { role } = useSession();
  const own = duty.dueAt ?? duty.dueOn ?? '';
  const items = [
    {
      label: words.duty.due,
      children: (
        <>
          {momentText(dueOf(duty), language)} <Nearness duty={duty} />
        </>
      ),
    },
    // Before what comes and goes: an open form would be lost if its place in the table changed.
    ...(role === 'unit' ? [] : [{ label: words.subjects.handler, children: <Handler duty={duty} /> }]),
    ...(duty.extendedTo === undefined
      ? []
      : [{ label: words.duty.originalDue, children: momentText(own, language) }]),
    { label: words.duty.arisesOn, children: dayText(duty.arisesOn, language) },
    {
      label: words.duty.actBy,
      children: <span title={words.duty.actByHint}>{dayText(duty.actBy, language)}</span>,
    },
    { label: words.duty.overdueFrom, children: momentText(duty.overdueFrom, language) },
    {
      label: words.duty.nextAction,
      children: duty.nextActionAt === null ? words.duty.noNext : instantText(duty.nextActionAt, language),
    },
    ...(duty.step === null
      ? []
      : [{ label: words.duty.lastStep, children: wordFor(words.terms.steps, duty.step) }]),
  ];
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, sm: 1, md: 2 }}
      items={items.map((item) => ({ ...item, key: item.label }))}
    />
  );
}

/** The computation, step by step. */
export function Steps({ steps }: { readonly steps: Explanation }): ReactElement {
  const { words, language } = useSpeech();
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={(step) => `${step.rule}${step.day}${step.text}`}
      dataSource={steps}
      tableLayout="auto"
      columns={[
        {
          key: 'day',
          title: words.duty.day,
          render: (_, step) => <span className="nowrap">{dayText(step.day, language)}</span>,
        },
        { key: 'text', title: words.duty.reason, dataIndex: 'text' },
      ]}
    />
  );
}

/** The cases that the half-yearly list of major penalty decisions contains so far. */
function Cases({ duty }: { readonly duty: ObligationDetail }): ReactElement | null {
  const { words, language } = useSpeech();
  if (duty.cases === undefined) return null;
  return (
    <section>
      <h3>{words.duty.cases}</h3>
      {duty.cases.length === 0 ? <p>{words.common.none}</p> : null}
      <ul className="plain">
        {duty.cases.map(({ subjectId, name, decidedOn, number }) => (
          <li key={subjectId}>
            <Link to={`/subjects/${subjectId}`}>{name}</Link> {number}{' '}
            {decidedOn === undefined ? null : <Tag>{dayText(decidedOn, language)}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
