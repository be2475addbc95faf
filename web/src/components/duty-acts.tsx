import { Space } from 'antd';
import type { ReactElement } from 'react';
import type { Obligation, ObligationDetail } from '../api/contract.ts';
import { useAct } from '../api/use-api.ts';
import { useToday } from '../api/use-today.ts';
import { useWords } from '../i18n/words.ts';
import { may, useSession } from '../session/use-session.ts';
import { ActButton } from './act-form.tsx';
import { reportStatusOf, UnitReportShown } from './unit-report.tsx';

interface Props {
  readonly duty: Obligation | ObligationDetail;
}

const isPending = ({ status }: Props['duty']): boolean => ['open', 'overdue', 'upcoming'].includes(status);

/** What the person may do about the duty now. */
export function DutyActs({ duty }: Props): ReactElement | null {
  const { role } = useSession();
  if (!isPending(duty)) return null;
  const reported = reportStatusOf(duty) === 'pending';
  return (
    <Space wrap className="no-print">
      {may.write(role) && reported ? <DecideReport duty={duty} /> : null}
      {may.write(role) && duty.pursuit === 'unconfirmed' ? <ConfirmLate duty={duty} /> : null}
      {(may.write(role) || role === 'unit') && !reported ? <Fulfil duty={duty} /> : null}
      {may.decide(role) ? <Lenient duty={duty} /> : null}
    </Space>
  );
}

function Fulfil({ duty }: Props): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/fulfilment');
  const byHour = duty.dueAt !== undefined;
  const isUnit = role === 'unit';
  return (
    <ActButton
      primary
      act={act}
      label={isUnit ? words.duty.report : words.duty.fulfil}
      title={isUnit ? words.duty.report : words.duty.fulfilTitle}
      {...(isUnit ? { hint: words.duty.reportHint } : {})}
      fields={[
        byHour
          ? { name: 'on', label: words.duty.fulfilAt, type: 'instant', required: true }
          : {
              name: 'on',
              label: words.duty.fulfilOn,
              type: 'day',
              required: true,
              initial: today,
              max: today,
            },
        { name: 'document', label: words.duty.document, type: 'line' },
        { name: 'note', label: words.duty.note, type: 'text' },
      ]}
      sent={({ on = '', document, note }) => ({
        params: { id: duty.id },
        ifMatch: duty.version,
        body: { document, note, on: byHour ? `${on}:00+08:00` : on },
      })}
    />
  );
}

function DecideReport({ duty }: Props): ReactElement {
  const words = useWords();
  const confirm = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/report-decision');
  const giveBack = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/report-decision');
  const asked = { params: { id: duty.id }, ifMatch: duty.version };
  const shown = typeof duty.report === 'object' ? <UnitReportShown report={duty.report} /> : null;
  return (
    <>
      <ActButton
        primary
        act={confirm}
        label={words.duty.confirmReport}
        more={shown}
        fields={[{ name: 'reason', label: words.duty.note, type: 'text' }]}
        sent={({ reason }) => ({ ...asked, body: { decision: 'confirm' as const, reason } })}
      />
      <ActButton
        act={giveBack}
        label={words.duty.returnReport}
        hint={words.duty.returnHint}
        more={shown}
        fields={[{ name: 'reason', label: words.duty.returnReason, type: 'text', required: true }]}
        sent={({ reason }) => ({ ...asked, body: { decision: 'return' as const, reason } })}
      />
    </>
  );
}

function ConfirmLate({ duty }: Props): ReactElement {
  const words = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/confirmation');
  return (
    <ActButton
      act={act}
      label={words.duty.confirmLate}
      hint={words.duty.confirmLateHint}
      fields={[]}
      sent={() => ({ params: { id: duty.id }, ifMatch: duty.version, body: {} })}
    />
  );
}

/** A leader’s: more time, or nothing asked for at all. */
function Lenient({ duty }: Props): ReactElement {
  const words = useWords();
  const extend = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/extension');
  const waive = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/waiver');
  const asked = { params: { id: duty.id }, ifMatch: duty.version };
  const reason = { name: 'reason', label: words.duty.reasonOf, type: 'text', required: true } as const;
  return (
    <>
      <ActButton
        act={extend}
        label={words.duty.extend}
        hint={words.duty.extendHint}
        fields={[
          { name: 'until', label: words.duty.until, type: 'day', required: true, min: duty.dueOn },
          reason,
        ]}
        sent={({ until = '', reason: why = '' }) => ({ ...asked, body: { until, reason: why } })}
      />
      <ActButton
        danger
        act={waive}
        label={words.duty.waive}
        hint={words.duty.waiveHint}
        fields={[reason]}
        sent={({ reason: why = '' }) => ({ ...asked, body: { reason: why } })}
      />
    </>
  );
}
