import { Space } from 'antd';
import type { ReactElement } from 'react';
import type { Obligation, ObligationDetail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { dutyParts } from './changed-parts.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { useDeciding } from '../../components/use-deciding.ts';
import { ActButton } from '../../components/act-form.tsx';
import { UnitReportShown } from './unit-report.tsx';
import { reportStatusOf } from '../../components/tags.tsx';

interface Props {
  readonly duty: Obligation | ObligationDetail;
  /** Called with whether one of the forms is open. */
  readonly onOpen?: ((open: boolean) => void) | undefined;
}

const isPending = ({ status }: Props['duty']): boolean => ['open', 'overdue', 'upcoming'].includes(status);

/** What the person may do about the duty now. An open form stays, whatever somebody else does first. */
export function DutyActs({ duty, onOpen }: Props): ReactElement {
  const { role } = useSession();
  const { decides } = useDeciding();
  const pending = isPending(duty);
  const reported = reportStatusOf(duty) === 'pending';
  const shared = { duty, onOpen };
  return (
    <Space wrap className="no-print">
      {may.write(role) ? <DecideReport {...shared} when={pending && reported} /> : null}
      {may.write(role) ? (
        <ConfirmLate {...shared} when={pending && !reported && duty.pursuit === 'unconfirmed'} />
      ) : null}
      {may.write(role) || role === 'unit' ? <Fulfil {...shared} when={pending && !reported} /> : null}
      {decides ? <Lenient {...shared} when={pending} /> : null}
    </Space>
  );
}

interface ActProps extends Props {
  readonly when: boolean;
}

const askedOf = ({ id, version }: Props['duty']) => ({ params: { id }, ifMatch: version });

function useShared({ duty, when, onOpen }: ActProps) {
  const speech = useSpeech();
  return { about: duty, when, onOpen, parts: (one: Props['duty']) => dutyParts(speech, one) };
}

function Fulfil(props: ActProps): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/fulfilment');
  const shared = useShared(props);
  const byHour = props.duty.dueAt !== undefined;
  const isUnit = role === 'unit';
  return (
    <ActButton
      {...shared}
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
      sent={({ on = '', document, note }, seen) => ({
        ...askedOf(seen),
        body: { document, note, on: byHour ? `${on}:00+08:00` : on },
      })}
    />
  );
}

function DecideReport(props: ActProps): ReactElement {
  const words = useWords();
  const confirm = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/report-decision');
  const giveBack = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/report-decision');
  const shared = {
    ...useShared(props),
    more: ({ report }: Props['duty']) =>
      typeof report === 'object' ? <UnitReportShown report={report} /> : null,
  };
  return (
    <>
      <ActButton
        {...shared}
        primary
        act={confirm}
        label={words.duty.confirmReport}
        fields={[{ name: 'reason', label: words.duty.opinion, type: 'text' }]}
        sent={({ reason }, seen) => ({ ...askedOf(seen), body: { decision: 'confirm' as const, reason } })}
      />
      <ActButton
        {...shared}
        act={giveBack}
        label={words.duty.returnReport}
        hint={words.duty.returnHint}
        fields={[{ name: 'reason', label: words.duty.returnReason, type: 'text', required: true }]}
        sent={({ reason }, seen) => ({ ...askedOf(seen), body: { decision: 'return' as const, reason } })}
      />
    </>
  );
}

function ConfirmLate(props: ActProps): ReactElement {
  const words = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/confirmation');
  return (
    <ActButton
      {...useShared(props)}
      act={act}
      label={words.duty.confirmLate}
      hint={words.duty.confirmLateHint}
      fields={[]}
      sent={(_, seen) => ({ ...askedOf(seen), body: {} })}
    />
  );
}

/** For a leader, or who stands in for one: more time, or a waiver. */
function Lenient(props: ActProps): ReactElement {
  const words = useWords();
  const extend = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/extension');
  const refuse = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/extension-refusal');
  const waive = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/waiver');
  const shared = useShared(props);
  const { hint } = useDeciding();
  const reason = { name: 'reason', label: words.duty.reasonOf, type: 'text', required: true } as const;
  return (
    <>
      <ActButton
        {...shared}
        act={extend}
        label={words.duty.extend}
        hint={`${hint}${words.duty.extendHint}`}
        fields={(seen) => [
          { name: 'until', label: words.duty.until, type: 'day', required: true, min: seen.dueOn },
          reason,
        ]}
        sent={({ until = '', reason: why = '' }, seen) => ({
          ...askedOf(seen),
          body: { until, reason: why },
        })}
      />
      <ActButton
        {...shared}
        when={
          shared.when && 'extensionRequest' in shared.about && shared.about.extensionRequest !== undefined
        }
        act={refuse}
        label={words.duty.refuseExtension}
        hint={`${hint}${words.duty.refuseExtensionHint}`}
        fields={[reason]}
        sent={({ reason: why = '' }, seen) => ({ ...askedOf(seen), body: { reason: why } })}
      />
      <ActButton
        {...shared}
        danger
        act={waive}
        label={words.duty.waive}
        hint={`${hint}${words.duty.waiveHint}`}
        fields={[reason]}
        sent={({ reason: why = '' }, seen) => ({ ...askedOf(seen), body: { reason: why } })}
      />
    </>
  );
}
