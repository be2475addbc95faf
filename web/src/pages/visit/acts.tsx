import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { Visit } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useDeciding } from '../../components/use-deciding.ts';
import { isEnded, useVisitParts } from '../../features/visits/text.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

interface Props {
  readonly visit: Visit;
}

const askedOf = ({ id, version }: Visit) => ({ params: { id }, ifMatch: version });

/** What the person may do about a planned check now. An open form stays, whatever somebody else does first. */
export function VisitActs({ visit }: Props): ReactElement | null {
  const { one: text } = useVisitWords();
  const { role } = useSession();
  const navigate = useNavigate();
  if (!may.write(role)) return null;
  const isOpen = !isEnded(visit);
  const query = new URLSearchParams({ visit: visit.id }).toString();
  return (
    <Space wrap className="no-print acts">
      <Decide visit={visit} />
      <Notify visit={visit} />
      {visit.cancelled === undefined ? (
        <Button onClick={() => void navigate(`/inspections/new?${query}`)}>{text.record}</Button>
      ) : null}
      {isOpen && visit.notices.length === 0 ? (
        <Button onClick={() => void navigate(`/visits/${visit.id}/change`)}>{text.change}</Button>
      ) : null}
      <Cancel visit={visit} />
    </Space>
  );
}

/** For a leader, or who stands in for one; never for whoever planned it. */
function Decide({ visit }: Props): ReactElement | null {
  const { one: text } = useVisitWords();
  const words = useWords();
  const { sub } = useSession();
  const { decides, hint } = useDeciding();
  const approve = useAct('POST /v1/jurisdictions/{j}/visits/{id}/decision');
  const reject = useAct('POST /v1/jurisdictions/{j}/visits/{id}/decision');
  const parts = useVisitParts();
  if (!decides) return null;
  const waits = visit.approval === undefined && !isEnded(visit);
  const isOwn = visit.plannedBy.split(':').slice(1).join(':') === sub;
  const shared = {
    about: visit,
    parts,
    when: waits && !isOwn,
    fields: [{ name: 'reason', label: words.escalations.decisionReason, type: 'text', required: true }],
    more: (seen: Visit) => <Planned visit={seen} />,
  } as const;
  return (
    <>
      {waits && isOwn ? <span className="hint">{text.ownPlan}</span> : null}
      <ActButton
        {...shared}
        primary
        act={approve}
        label={text.approve}
        hint={`${hint}${text.approveHint}`}
        sent={({ reason = '' }, seen) => ({
          ...askedOf(seen),
          body: { decision: 'approve' as const, reason },
        })}
      />
      <ActButton
        {...shared}
        danger
        act={reject}
        label={text.reject}
        hint={`${hint}${text.rejectHint}`}
        sent={({ reason = '' }, seen) => ({
          ...askedOf(seen),
          body: { decision: 'reject' as const, reason },
        })}
      />
    </>
  );
}

/** What is decided on, as it was when the form was opened. */
function Planned({ visit }: Props): ReactElement {
  const parts = useVisitParts();
  return (
    <dl className="particulars">
      {parts(visit)
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Enters that the notice goes out to one of those that are checked; to a firm after the approval. */
function Notify({ visit }: Props): ReactElement {
  const { one: text } = useVisitWords();
  const today = useToday();
  const subjects = useSubjects();
  const act = useAct('POST /v1/jurisdictions/{j}/visits/{id}/notice');
  const parts = useVisitParts();
  const hasNotice = visit.documents.some((form) => form === 'notice' || form === 'reply-notice');
  return (
    <ActButton
      primary
      act={act}
      about={visit}
      parts={parts}
      when={hasNotice && !isEnded(visit) && untold(visit).length > 0}
      label={text.notify}
      hint={text.notifyHint}
      fields={(seen) => [
        {
          name: 'subjectId',
          label: text.told,
          type: 'choice',
          required: true,
          initial: untold(seen)[0],
          options: untold(seen).map((id) => ({ value: id, label: subjects.get(id)?.name ?? id })),
        },
        { name: 'number', label: text.number, type: 'line', required: true, hint: text.numberHint },
        { name: 'on', label: text.issuedOn, type: 'day', required: true, initial: today, max: today },
      ]}
      sent={({ subjectId, number = '', on = '' }, seen) => ({
        ...askedOf(seen),
        body: { subjectId, number, on },
      })}
    />
  );
}

/** Who may be told now and was not. */
const untold = ({ targets, notices, firms, approval }: Visit): readonly string[] =>
  targets.filter(
    (id) =>
      !notices.some(({ subjectId }) => subjectId === id) &&
      (approval?.decision === 'approve' || !firms.includes(id)),
  );

function Cancel({ visit }: Props): ReactElement {
  const { one: text } = useVisitWords();
  const words = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/visits/{id}');
  const parts = useVisitParts();
  return (
    <ActButton
      danger
      act={act}
      about={visit}
      parts={parts}
      when={!isEnded(visit)}
      label={text.cancel}
      hint={text.cancelHint}
      fields={[{ name: 'reason', label: words.escalations.reason, type: 'text', required: true }]}
      sent={({ reason }, seen) => ({ ...askedOf(seen), body: { status: 'cancelled' as const, reason } })}
    />
  );
}
