import { Alert, Space } from 'antd';
import type { ReactElement } from 'react';
import type { Draw } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { instantText } from '../../format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

interface Props {
  readonly draw: Draw;
}

/** What comes next for a draw that waits for its chance. */
export function Next({ draw }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { draws } = words;
  const { role } = useSession();
  if (draw.status !== 'committed') return null;
  return (
    <Alert
      type="info"
      className="problem"
      title={draws.next}
      description={
        <>
          <p className="tight">{draws.publishHint}</p>
          <p className="tight">{hintOf()}</p>
          {draw.beacon.kind === 'drand' ? (
            <p className="tight">
              {draws.drandAddress}：<span className="hash">{addressOf(draw.beacon)}</span>
            </p>
          ) : null}
          {may.write(role) ? (
            <Space wrap className="no-print">
              <Reveal draw={draw} hint={hintOf()} />
              {may.decide(role) ? <Abandon draw={draw} /> : null}
            </Space>
          ) : (
            <p className="tight">{draws.waits}</p>
          )}
        </>
      }
    />
  );

  function hintOf(): string {
    const { beacon } = draw;
    if (beacon.kind === 'dice') return draws.diceHint(beacon.leastThrows, beacon.advisedThrows);
    return beacon.kind === 'drand'
      ? draws.drandHint(beacon.round, instantText(beacon.publicAt, language))
      : draws.localHint;
  }
}

type Drand = Extract<Draw['beacon'], { kind: 'drand' }>;
const addressOf = ({ chainHash, round }: Drand): string =>
  `https://api.drand.sh/${chainHash}/public/${round}`;

function Reveal({ draw, hint }: Props & { readonly hint: string }): ReactElement {
  const { draws } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/draws/{id}/reveal');
  const { kind } = draw.beacon;
  const label = kind === 'dice' ? draws.dice : draws.signature;
  return (
    <ActButton
      primary
      act={act}
      label={draws.reveal}
      hint={hint}
      fields={kind === 'local' ? [] : [{ name: 'value', label, type: 'text', required: true }]}
      sent={({ value }) => ({
        params: { id: draw.id },
        ifMatch: draw.version,
        body: value === undefined ? {} : { value: kind === 'drand' ? signatureIn(value) : value },
      })}
    />
  );
}

/** The signature out of what the address answers, or the text as it is. */
function signatureIn(text: string): string {
  return /"signature"\s*:\s*"([0-9a-f]+)"/i.exec(text)?.[1] ?? text;
}

function Abandon({ draw }: Props): ReactElement {
  const { draws } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/draws/{id}/abandonment');
  return (
    <ActButton
      danger
      act={act}
      label={draws.abandon}
      hint={draws.abandonHint}
      fields={[{ name: 'reason', label: draws.reason, type: 'text', required: true }]}
      sent={({ reason = '' }) => ({ params: { id: draw.id }, ifMatch: draw.version, body: { reason } })}
    />
  );
}
