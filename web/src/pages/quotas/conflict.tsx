import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { Quota } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useDeciding } from '../../components/use-deciding.ts';
import { actorName } from '../../components/history.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { requiredText } from '../../features/quotas/text.ts';

interface ConflictProps {
  readonly quota: Quota;
  readonly conflict: NonNullable<Quota['conflict']>;
}

/** Two provisions that cannot both be met: what each would require, and the leader’s decision. */
export function Conflict({ quota, conflict }: ConflictProps): ReactElement {
  const words = useWords();
  const { decides } = useDeciding();
  const text = words.checks.quotas;
  const { readings, follow, reason, decision, earlier = [] } = conflict;
  return (
    <Alert
      type={follow === undefined ? 'warning' : 'info'}
      showIcon
      className="problem"
      title={`${text.conflict}：${conflict.text}`}
      description={
        <>
          <ul className="plain">
            {readings.map((reading) => (
              <li key={reading.follow}>
                {reading.text}（{requiredText(reading.required, words)}）
              </li>
            ))}
          </ul>
          {follow === undefined ? null : (
            <p className="tight">
              {text.decided(text.reading[follow], reason ?? '')}
              {decision ? <Signed decision={decision} /> : null}
            </p>
          )}
          <Earlier decisions={earlier} />
          {decides ? (
            <Decide quota={quota} conflict={conflict} />
          ) : follow === undefined ? (
            <p className="tight">{text.decides}</p>
          ) : null}
        </>
      }
    />
  );
}

type Made = NonNullable<ConflictProps['conflict']['decision']>;

/** By whom and when. */
function Signed({ decision: { by, at } }: { readonly decision: Made }): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.quotas.decidedBy(actorName(words, by), instantText(at, language));
  return <span className="hint">（{text}）</span>;
}

/** Earlier decisions for the period, oldest first. */
function Earlier({ decisions }: { readonly decisions: readonly Made[] }): ReactElement | null {
  const words = useWords();
  const text = words.checks.quotas;
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>
        {text.decidedBefore}（{decisions.length}）
      </summary>
      <ul className="plain">
        {decisions.map((decision) => (
          <li key={`${decision.at}${decision.follow}`}>
            {text.decided(text.reading[decision.follow], decision.reason)}
            <Signed decision={decision} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type Reading = ConflictProps['conflict']['readings'][number];

/** The form has texts; it offers only the readings of the conflict. */
const followed = (value: string | undefined, readings: readonly Reading[]): Reading['follow'] =>
  readings.find(({ follow }) => follow === value)?.follow ?? 'ratio';

function Decide({ quota, conflict }: ConflictProps): ReactElement {
  const words = useWords();
  const text = words.checks.quotas;
  const decide = useAct('POST /v1/jurisdictions/{j}/quotas/{regime}/{rule}/decision');
  const { hint } = useDeciding();
  const [regime = '', rule = ''] = quota.ruleId.split('/');
  const { decision, earlier = [] } = conflict;
  return (
    <ActButton
      act={decide}
      // Its version is the number of decisions made about it.
      about={{ ...conflict, version: earlier.length + (decision ? 1 : 0) }}
      parts={(seen) => [
        { label: text.follow, text: seen.follow === undefined ? '' : text.reading[seen.follow] },
        { label: words.facts.fields.reason, text: seen.reason ?? '' },
      ]}
      label={conflict.follow === undefined ? text.decide : text.decideAgain}
      hint={`${hint}${text.decideHint}`}
      more={({ readings }) => (
        <ul className="plain">
          {readings.map((reading) => (
            <li key={reading.follow}>{reading.text}</li>
          ))}
        </ul>
      )}
      fields={({ readings }) => [
        {
          name: 'follow',
          label: text.follow,
          type: 'choice',
          required: true,
          options: readings.map(({ follow }) => ({ value: follow, label: text.reading[follow] })),
        },
        { name: 'reason', label: words.facts.fields.reason, type: 'text', required: true },
      ]}
      sent={({ follow, reason = '' }, { readings, version }) => ({
        params: { regime, rule },
        ifMatch: version,
        body: { period: quota.period.key, follow: followed(follow, readings), reason },
      })}
    />
  );
}
