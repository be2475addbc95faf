import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useDeputyFor } from '../../api/use-deputy.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords, wordFor } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { useEscalationParts } from './parts.ts';

interface Props {
  readonly escalation: Escalation;
  readonly when: boolean;
}

/** Asks for approval. While something is missing the button is disabled, with the reason beside it. */
export function Propose({ escalation, when }: Props): ReactElement {
  const words = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/proposal');
  const parts = useEscalationParts();
  const text = words.escalations;
  const lacks = escalation.missing.length > 0;
  return (
    <>
      {when && lacks ? <Closed label={text.propose} reason={text.proposeLacks} /> : null}
      <ActButton
        primary
        act={act}
        about={escalation}
        parts={parts}
        when={when && !lacks}
        label={text.propose}
        hint={text.proposeTo(wordFor(words.terms.roles, escalation.approval.role))}
        fields={[]}
        sent={(_, { id, version }) => ({ params: { id }, ifMatch: version, body: {} })}
      />
    </>
  );
}

/** Only the role that the rule names decides, and never the person who proposed. */
export function Decide({ escalation, when }: Props): ReactElement {
  const words = useWords();
  const { role, sub } = useSession();
  const approve = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/decision');
  const reject = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/decision');
  const parts = useEscalationParts();
  const { approval } = escalation;
  const absent = useDeputyFor();
  const text = words.escalations;
  const acting = absent === undefined ? role : absent.role;
  const why =
    acting !== approval.role
      ? text.notYours(wordFor(words.terms.roles, approval.role))
      : sub === approval.proposedBy
        ? text.ownProposal
        : absent !== undefined && absent.sub === approval.proposedBy
          ? text.leadersProposal(absent.name)
          : undefined;
  const standsIn = absent === undefined ? '' : text.standsIn(absent.name);
  const reason = { name: 'reason', label: text.decisionReason, type: 'text', required: true } as const;
  const asked = ({ id, version }: Escalation) => ({ params: { id }, ifMatch: version });
  const shared = {
    about: escalation,
    parts,
    when: when && why === undefined,
    fields: [reason],
    // The text to decide on is in the form, as it was when the form was opened.
    more: (seen: Escalation) => <p className="quoted">{seen.text}</p>,
  };
  return (
    <>
      {when && why !== undefined ? <Closed label={text.approve} reason={why} /> : null}
      <ActButton
        {...shared}
        primary
        act={approve}
        label={text.approve}
        hint={`${standsIn}${text.approveHint}`}
        sent={({ reason: said = '' }, seen) => ({
          ...asked(seen),
          body: { decision: 'approve' as const, reason: said },
        })}
      />
      <ActButton
        {...shared}
        danger
        act={reject}
        label={text.reject}
        hint={`${standsIn}${text.rejectHint}`}
        sent={({ reason: said = '' }, seen) => ({
          ...asked(seen),
          body: { decision: 'reject' as const, reason: said },
        })}
      />
    </>
  );
}

/** A button that this person may not use, and why. */
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
