import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Spin } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Judged } from './verify.ts';
import { useWords } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';

/** Each check of a published draw by name, with a mark, computed only from the file’s text. */
export function Verification({ text }: { readonly text: string }): ReactElement {
  const { draws } = useWords();
  const [commitment, setCommitment] = useState('');
  const given = commitment.trim();
  const { data, error } = useQuery<Judged>({
    queryKey: ['verified', text, given],
    queryFn: async () => (await import('./verify.ts')).judge(text, given === '' ? undefined : given),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error) throw error;
  return (
    <>
      <label>
        {draws.givenCommitment}{' '}
        <Input
          className="hash"
          value={commitment}
          maxLength={200}
          spellCheck={false}
          onChange={({ target }) => setCommitment(target.value)}
        />
      </label>
      <p className="hint tight">{draws.givenCommitmentHint}</p>
      <div aria-live="polite">
        {data ? (
          <Verdict judged={data} />
        ) : (
          <p>
            <Spin size="small" /> {draws.verifying}
          </p>
        )}
      </div>
    </>
  );
}

function Verdict({ judged }: { readonly judged: Judged }): ReactElement {
  const { draws } = useWords();
  if (judged.kind === 'unreadable')
    return <Alert type="error" showIcon title={draws.fails} description={draws.unreadable} />;
  if (judged.kind === 'misshapen')
    return <Alert type="error" showIcon title={draws.fails} description={draws.misshapen(judged.path)} />;
  const { draw, checks, notes } = judged;
  const failing = checks.filter(({ state }) => state === 'fails');
  const said = draw.drawn === undefined ? draws.holdsOpen : draws.holdsText(draw.size, draw.roster.length);
  return (
    <>
      <Alert
        type={failing.length === 0 ? 'success' : 'error'}
        showIcon
        title={failing.length === 0 ? draws.holds : draws.fails}
        description={failing.length === 0 ? said : draws.failsText}
      />
      <ul className="checks" aria-label={draws.verification}>
        {checks.map(({ name, state }) => (
          <li key={name} data-check={name} data-state={state}>
            <span className={`check-${state}`}>
              <span aria-hidden="true">{marks[state]}</span> {draws.states[state]}
            </span>
            <span>{draws.checks[name]}</span>
          </li>
        ))}
      </ul>
      {failing.length > 0 ? (
        <details>
          <summary>{draws.technical}</summary>
          <ul className="plain" lang="en">
            {failing
              .flatMap(({ why }) => why)
              .map((why) => (
                <li key={why}>{why}</li>
              ))}
          </ul>
        </details>
      ) : (
        <ul className="plain">
          {notes.map(({ name }) => (
            <li key={name}>{noteText(draws, judged, name)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const marks = { holds: '✓', fails: '✗', absent: '—', open: '？' } as const;

type Looked = Extract<Judged, { kind: 'looked' }>;

function noteText(draws: Words['draws'], { draw }: Looked, name: Looked['notes'][number]['name']): string {
  const { beacon, number } = draw;
  if (name === 'witnesses')
    return draws.notes.witnesses(beacon.kind === 'dice' ? beacon.witnesses.join('、') : '');
  if (name === 'few-throws') return draws.notes[name](beacon.kind === 'dice' ? beacon.advisedThrows : 0);
  if (name === 'earlier') return draws.notes.earlier(number);
  return draws.notes[name];
}
