import { Card, Space } from 'antd';
import type { ReactElement } from 'react';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton } from '../../components/act-form.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { methodOf } from './change.tsx';
import { useEscalationParts } from './parts.ts';

interface Props {
  readonly escalation: Escalation;
}

/** Whether the holder of a permit was told of its intended revocation, and what it said. */
export function Hearing({ escalation }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { role } = useSession();
  const { hearing: text } = words;
  const { hearing = false, priorNotice, statement, defenceUntil, status } = escalation;
  if (!hearing) return null;
  const told =
    priorNotice === undefined
      ? text.notTold
      : text.told(dayText(priorNotice.servedOn, language), words.escalations.methods[priorNotice.method]);
  return (
    <Card size="small" title={<h2>{text.title}</h2>}>
      <p>{told}</p>
      {defenceUntil === undefined ? null : (
        <p className="hint">{text.until(dayText(defenceUntil, language))}</p>
      )}
      {statement === undefined ? null : (
        <p>{statement.received ? text.said(statement.text ?? '', statement.outcome ?? '') : text.nothing}</p>
      )}
      {may.write(role) ? (
        <Space wrap className="no-print">
          <Told escalation={escalation} when={isPending(status)} />
          <Said escalation={escalation} when={isPending(status) && priorNotice !== undefined} />
        </Space>
      ) : null}
    </Card>
  );
}

interface ActProps extends Props {
  readonly when: boolean;
}

const askedOf = ({ id, version }: Escalation) => ({ params: { id }, ifMatch: version });

function Told({ escalation, when }: ActProps): ReactElement {
  const { escalations, hearing: text } = useWords();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/hearing');
  const parts = useEscalationParts();
  const methods = Object.entries(escalations.methods).map(([value, label]) => ({ value, label }));
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.tell}
      hint={text.tellHint}
      fields={[
        {
          name: 'servedOn',
          label: escalations.serveOn,
          type: 'day',
          required: true,
          initial: today,
          max: today,
        },
        { name: 'method', label: escalations.method, type: 'choice', required: true, options: methods },
        { name: 'number', label: escalations.number, type: 'line' },
        { name: 'receivedBy', label: escalations.receivedBy, type: 'line' },
      ]}
      sent={({ servedOn = '', method, number, receivedBy }, seen) => ({
        ...askedOf(seen),
        body: { notice: { servedOn, method: methodOf(method), number, receivedBy } },
      })}
    />
  );
}

function Said({ escalation, when }: ActProps): ReactElement {
  const { hearing: text } = useWords();
  const today = useToday();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/hearing');
  const parts = useEscalationParts();
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.hear}
      hint={text.hearHint}
      fields={(seen) => [
        { name: 'on', label: text.on, type: 'day', min: seen.priorNotice?.servedOn, max: today },
        { name: 'text', label: text.text, type: 'text' },
        { name: 'outcome', label: text.outcome, type: 'text' },
      ]}
      sent={({ on, text: said, outcome }, seen) => ({
        ...askedOf(seen),
        body: {
          statement:
            on === undefined && said === undefined && outcome === undefined
              ? { received: false as const }
              : { received: true as const, on: on ?? '', text: said ?? '', outcome: outcome ?? '' },
        },
      })}
    />
  );
}
