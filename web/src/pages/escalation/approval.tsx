import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords, wordFor } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';

interface Props {
  readonly escalation: Escalation;
}

/** Asks for approval; closed, with the reason beside it, while something is missing. */
export function Propose({ escalation }: Props): ReactElement {
  const words = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/proposal');
  const text = words.escalations;
  if (escalation.missing.length > 0) return <Closed label={text.propose} reason={text.proposeLacks} />;
  return (
    <ActButton
      primary
      act={act}
      label={text.propose}
      hint={text.proposeTo(wordFor(words.terms.roles, escalation.approval.role))}
      fields={[]}
      sent={() => ({ params: { id: escalation.id }, ifMatch: escalation.version, body: {} })}
    />
  );
}

/** Only the role that the rule names decides, and never the person who proposed it. */
export function Decide({ escalation }: Props): ReactElement {
  const words = useWords();
  const { role, sub } = useSession();
  const approve = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/decision');
  const reject = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/decision');
  const { approval, id, version } = escalation;
  const text = words.escalations;
  if (role !== approval.role)
    return <Closed label={text.approve} reason={text.notYours(wordFor(words.terms.roles, approval.role))} />;
  if (sub === approval.proposedBy) return <Closed label={text.approve} reason={text.ownProposal} />;
  const reason = { name: 'reason', label: text.decisionReason, type: 'text', required: true } as const;
  const asked = { params: { id }, ifMatch: version };
  return (
    <>
      <ActButton
        primary
        act={approve}
        label={text.approve}
        hint={text.approveHint}
        more={<p className="quoted">{escalation.text}</p>}
        fields={[reason]}
        sent={({ reason: why = '' }) => ({ ...asked, body: { decision: 'approve' as const, reason: why } })}
      />
      <ActButton
        danger
        act={reject}
        label={text.reject}
        hint={text.rejectHint}
        fields={[reason]}
        sent={({ reason: why = '' }) => ({ ...asked, body: { decision: 'reject' as const, reason: why } })}
      />
    </>
  );
}

/** A button that is closed to the person, and why. */
function Closed({ label, reason }: { readonly label: string; readonly reason: string }): ReactElement {
  return (
    <span>
      <Button disabled aria-describedby="closed-reason">
        {label}
      </Button>{' '}
      <span id="closed-reason" className="hint">
        {reason}
      </span>
    </span>
  );
}
