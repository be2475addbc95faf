import { Alert, Space } from 'antd';
import type { ReactElement } from 'react';
import type { Draw } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useDeciding } from '../../components/use-deciding.ts';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { useDrawParts } from './parts.ts';
import { may, useSession } from '../../session/use-session.ts';

interface Props {
  readonly draw: Draw;
}

/** The next step for a draw that waits for its random value. */
export function Next({ draw }: Props): ReactElement {
  const { words, language } = useSpeech();
  const { draws } = words;
  const { role } = useSession();
  const { decides } = useDeciding();
  return (
    <>
      {draw.status === 'committed' ? (
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
              {may.write(role) ? null : <p className="tight">{draws.waits}</p>}
            </>
          }
        />
      ) : null}
      {/* A form that is open stays when somebody else acts first. */}
      {may.write(role) ? (
        <Space wrap className="no-print acts">
          <Reveal draw={draw} hint={hintOf()} />
          {decides ? <Abandon draw={draw} /> : null}
        </Space>
      ) : null}
    </>
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
  const parts = useDrawParts();
  const { kind } = draw.beacon;
  const label = kind === 'dice' ? draws.dice : draws.signature;
  return (
    <ActButton
      primary
      act={act}
      about={draw}
      parts={parts}
      when={draw.status === 'committed'}
      label={draws.reveal}
      hint={hint}
      fields={kind === 'local' ? [] : [{ name: 'value', label, type: 'text', required: true }]}
      sent={({ value }, seen) => ({
        params: { id: seen.id },
        ifMatch: seen.version,
        body: value === undefined ? {} : { value: kind === 'drand' ? signatureIn(value) : value },
      })}
    />
  );
}

/** The signature in the answer of the address, or the text unchanged. */
function signatureIn(text: string): string {
  return /"signature"\s*:\s*"([0-9a-f]+)"/i.exec(text)?.[1] ?? text;
}

function Abandon({ draw }: Props): ReactElement {
  const { draws } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/draws/{id}/abandonment');
  const { hint } = useDeciding();
  const parts = useDrawParts();
  return (
    <ActButton
      danger
      act={act}
      about={draw}
      parts={parts}
      when={draw.status === 'committed'}
      label={draws.abandon}
      hint={`${hint}${draws.abandonHint}`}
      fields={[{ name: 'reason', label: draws.reason, type: 'text', required: true }]}
      sent={({ reason = '' }, { id, version }) => ({ params: { id }, ifMatch: version, body: { reason } })}
    />
  );
}
