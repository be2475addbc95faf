import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { escalationStatusWords } from '../../../../shared/vocabulary/value-words.ts';
import { escalationSteps, type EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import type { Escalation } from '../../api/contract.ts';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { useQueues, type Queue, type QueueName } from '../../api/use-escalations.ts';
import { EscalationRows } from '../../features/escalations/rows.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { useDeciding } from '../../components/use-deciding.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Sections } from '../../components/sections.tsx';
import { useWords } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { may, useSession } from '../../session/use-session.ts';

/** The queues that a role deals with, in the order of its day; the others follow. */
const officersOrder: readonly QueueName[] = [
  'draft',
  'approved',
  'issued',
  'unrectified',
  'awaiting',
  'rejected',
];
const leadersOrder: readonly QueueName[] = [
  'awaiting',
  'draft',
  'approved',
  'issued',
  'unrectified',
  'rejected',
];

/** Every document that somebody has to deal with, grouped by what has to be done. */
export function Component(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const navigate = useNavigate();
  const queues = useQueues();
  const { decides } = useDeciding();
  const order = decides ? leadersOrder : officersOrder;
  const mine = order.flatMap((name) => queues.filter((queue) => queue.name === name));
  const all = { key: 'all', label: words.escalations.queue.all, children: <All /> };
  const items = mine.map((queue) => ({
    key: queue.name,
    label: labelOf(words, queue),
    children: <Queued key={queue.name} queue={queue} />,
  }));
  return (
    <>
      <Head title={words.escalations.title}>
        {may.write(role) ? (
          <>
            <Button onClick={() => void navigate('/escalations/new')}>{words.escalations.create}</Button>
            <Button onClick={() => void navigate('/escalations/new?taken')}>
              {words.drafting.howTakenShort}
            </Button>
          </>
        ) : null}
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <p className="hint">{words.escalations.lead}</p>
      <Sections
        label={words.escalations.queues}
        items={may.write(role) ? [...items, all] : [all, ...items]}
      />
    </>
  );
}

function labelOf(words: Words, { name, items, loading, more }: Queue): string {
  const label = words.escalations.queue[name];
  return loading || items.length === 0 ? label : `${label}（${items.length}${more ? '+' : ''}）`;
}

function Queued({ queue }: { readonly queue: Queue }): ReactElement {
  const words = useWords();
  return (
    <>
      <ProblemAlert error={queue.error} />
      <EscalationRows
        label={words.escalations.queue[queue.name]}
        items={queue.items}
        loading={queue.loading}
        empty={words.escalations.empty[queue.name]}
        more={queue.more}
      />
    </>
  );
}

/** All of them, newest first, by state and kind. */
function All(): ReactElement {
  const words = useWords();
  const [status, setStatus] = useState<Escalation['status']>();
  const [step, setStep] = useState<EscalationStep>();
  const list = usePages('GET /v1/jurisdictions/{j}/escalations', { query: { status, step } });
  return (
    <>
      <div className="filters no-print">
        <Select<Escalation['status']>
          allowClear
          aria-label={words.duty.status}
          placeholder={words.escalations.anyStatus}
          value={status ?? null}
          onChange={(chosen) => setStatus(chosen)}
          options={keysOf(escalationStatusWords).map((value) => ({
            value,
            label: words.terms.escalationStatus[value],
          }))}
        />
        <Select<EscalationStep>
          allowClear
          aria-label={words.escalations.createStep}
          placeholder={words.escalations.anyStep}
          value={step ?? null}
          onChange={(chosen) => setStep(chosen)}
          popupMatchSelectWidth={false}
          options={escalationSteps.map((value) => ({ value, label: words.terms.steps[value] }))}
        />
        <ExportButton list="escalations" query={{ status, step }} />
      </div>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <EscalationRows
        label={words.escalations.queue.all}
        items={list.items}
        loading={list.isPending}
        empty={words.escalations.empty.all}
        more={moreOf(list)}
      />
    </>
  );
}
