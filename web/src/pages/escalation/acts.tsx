import { Space } from 'antd';
import type { ReactElement } from 'react';
import { periodOf } from '../../../../shared/vocabulary/measures.ts';
import { escalationAfter, isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton } from '../../components/act-form.tsx';
import { linesFrom, officersFrom } from '../../features/checks/officer-lines.ts';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { methodOf } from './change.tsx';
import { Decide, Propose } from './approval.tsx';
import { useEscalationParts } from './parts.ts';
import { RecipientList } from './recipients.tsx';

interface Props {
  readonly escalation: Escalation;
}

/** What the person may do about it now, in the order of the procedure. */
export function Acts({ escalation }: Props): ReactElement | null {
  const { role } = useSession();
  const { status, complied, obligationId, step, paper } = escalation;
  if (!may.write(role)) return null;
  const open = (event: Parameters<typeof escalationAfter>[1]): boolean =>
    escalationAfter(status, event) !== undefined;
  const byHand = periodOf(step, paper) !== undefined && obligationId === undefined && complied === undefined;
  // Each stays on the page: a form that is open must not go when somebody else acts first.
  return (
    <Space wrap className="no-print acts">
      <Propose escalation={escalation} when={open('propose')} />
      <Decide escalation={escalation} when={open('approve')} />
      <Issue
        escalation={escalation}
        when={
          open('issue') || (open('number') && escalation.takenOnTheSpot !== undefined && !escalation.issue)
        }
      />
      <Serve escalation={escalation} when={open('serve')} />
      <Comply escalation={escalation} when={open('comply') && byHand} />
      <Correct escalation={escalation} when={open('correct')} />
      <Withdraw escalation={escalation} when={open('withdraw')} />
    </Space>
  );
}

interface ActProps extends Props {
  readonly when: boolean;
}

const askedOf = ({ id, version }: Escalation) => ({ params: { id }, ifMatch: version });

function Issue({ escalation, when }: ActProps): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/issue');
  const parts = useEscalationParts();
  return (
    <ActButton
      primary
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.doIssue}
      hint={text.issueHint}
      more={(seen) => <GoesTo escalation={seen} />}
      fields={(seen) => [
        {
          name: 'number',
          label: text.number,
          type: 'line',
          required: true,
          hint: text.numberHint,
          initial: seen.nextNumber,
        },
        { name: 'on', label: text.issueOn, type: 'day', required: true, initial: today, max: today },
      ]}
      sent={({ number = '', on = '' }, seen) => ({ ...askedOf(seen), body: { number, on } })}
    />
  );
}

/** Shown before anything is sent: the recipients. */
function GoesTo({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <>
      <h3 className="between">{text.goesTo}</h3>
      <RecipientList escalation={escalation} empty={text.recipientsNone} />
      <div className="between" />
    </>
  );
}

function Serve({ escalation, when }: ActProps): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/service');
  const methods = Object.entries(text.methods).map(([value, label]) => ({ value, label }));
  const parts = useEscalationParts();
  return (
    <ActButton
      primary
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.serve}
      hint={text.serveHint}
      fields={(seen) => [
        {
          name: 'on',
          label: text.serveOn,
          type: 'day',
          required: true,
          initial: today,
          min: seen.issue?.on,
          max: today,
        },
        { name: 'method', label: text.method, type: 'choice', required: true, options: methods },
        { name: 'receivedBy', label: text.receivedBy, type: 'line', hint: text.receivedByHint },
        { name: 'place', label: text.servedAt, type: 'line' },
        { name: 'deliverers', label: text.deliverers, type: 'text', hint: text.deliverersHint },
        { name: 'witnesses', label: text.witnesses, type: 'text', hint: text.witnessesHint },
        { name: 'consent', label: text.consent, type: 'line', hint: text.consentHint },
      ]}
      sent={({ on = '', method, receivedBy, place, deliverers, witnesses, consent }, seen) => ({
        ...askedOf(seen),
        body: {
          on,
          method: methodOf(method),
          receivedBy,
          place,
          deliverers: deliverers === undefined ? undefined : officersFrom(deliverers),
          witnesses: witnesses === undefined ? undefined : linesFrom(witnesses),
          electronicConsent: consent,
        },
      })}
    />
  );
}

function Comply({ escalation, when }: ActProps): ReactElement {
  const { escalations: text, duty } = useWords();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/compliance');
  const parts = useEscalationParts();
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.comply}
      hint={text.complyHint}
      fields={[
        { name: 'on', label: text.complyOn, type: 'day', required: true, initial: today, max: today },
        { name: 'note', label: duty.note, type: 'text' },
      ]}
      sent={({ on = '', note }, seen) => ({ ...askedOf(seen), body: { on, note } })}
    />
  );
}

function Correct({ escalation, when }: ActProps): ReactElement {
  const { escalations: text } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/correction');
  const parts = useEscalationParts();
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.correct}
      hint={text.correctHint}
      more={(seen) => <GoesTo escalation={seen} />}
      fields={[
        { name: 'reason', label: text.reason, type: 'text', required: true },
        { name: 'text', label: text.correctText, type: 'text' },
      ]}
      sent={({ reason = '', text: said }, seen) => ({ ...askedOf(seen), body: { reason, text: said } })}
    />
  );
}

function Withdraw({ escalation, when }: ActProps): ReactElement {
  const { escalations: text } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/withdrawal');
  const pending = isPending(escalation.status);
  const reason = { name: 'reason', label: text.reason, type: 'text', required: true } as const;
  const parts = useEscalationParts();
  return (
    <ActButton
      danger
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.withdraw}
      hint={pending ? text.withdrawDraftHint : text.withdrawIssuedHint}
      more={(seen) => (pending ? null : <GoesTo escalation={seen} />)}
      fields={pending ? [reason] : [reason, { name: 'text', label: text.withdrawText, type: 'text' }]}
      sent={({ reason: why = '', text: said }, seen) => ({
        ...askedOf(seen),
        body: { reason: why, text: said },
      })}
    />
  );
}
