import { App, Button, Card } from 'antd';
import type { ReactElement } from 'react';
import type { Draw } from '../../api/contract.ts';
import { actorName } from '../../components/history.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

/** What was fixed before the random value existed. */
export function TermsOf({ draw }: { readonly draw: Draw }): ReactElement {
  const { words, language } = useSpeech();
  const { draws } = words;
  const { commitment, rosterHash, committedAt, committedBy, roster, excluded, officers, beacon } = draw;
  const nameOf = new Map([...roster, ...excluded].map(({ subjectId, name }) => [subjectId, name]));
  return (
    <Card size="small" title={<h2>{draws.published}</h2>}>
      <dl className="parts">
        <div>
          <dt>{draws.commitment}</dt>
          <dd>
            <Copyable text={commitment} />
          </dd>
        </div>
        <div>
          <dt>{draws.committedAt}</dt>
          <dd>{instantText(committedAt, language)}</dd>
        </div>
        <div>
          <dt>{draws.committedBy}</dt>
          <dd>{actorName(words, committedBy)}</dd>
        </div>
        {beacon.kind === 'dice' ? (
          <div>
            <dt>{words.escalations.witnesses}</dt>
            <dd>{beacon.witnesses.join('、')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{draws.rosterHash}</dt>
          <dd className="hash">{rosterHash}</dd>
        </div>
      </dl>
      <h3 className="between">{draws.officersList}</h3>
      {officers.length === 0 ? <p className="tight">{draws.noOfficers}</p> : null}
      <ul className="plain">
        {officers.map(({ name, certificate, recuse, unverified }) => (
          <li key={certificate}>
            {name} {certificate}{' '}
            <span className="hint">
              {unverified === true ? draws.unverified : ''}
              {recuse.length > 0
                ? draws.recused(recuse.map((subjectId) => nameOf.get(subjectId) ?? subjectId).join('、'))
                : ''}
            </span>
          </li>
        ))}
      </ul>
      <details className="between" open={roster.length <= 20}>
        <summary>{draws.showRoster(roster.length)}</summary>
        <ol className="plain">
          {roster.map(({ subjectId, name }) => (
            <li key={subjectId}>{name}</li>
          ))}
        </ol>
      </details>
      {excluded.length > 0 ? (
        <details open>
          <summary>{draws.excludedList(excluded.length)}</summary>
          <ul className="plain">
            {excluded.map(({ subjectId, name, reason }) => (
              <li key={subjectId}>
                {name} <span className="hint">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

function Copyable({ text }: { readonly text: string }): ReactElement {
  const { words } = useSpeech();
  const { message } = App.useApp();
  // A page without TLS has no clipboard: the text stays selectable.
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => message.success(words.draws.copied));
  };
  return (
    <>
      <span className="hash">{text}</span>{' '}
      {isSecureContext ? (
        <Button size="small" className="no-print" onClick={copy}>
          {words.draws.copy}
        </Button>
      ) : null}
    </>
  );
}
