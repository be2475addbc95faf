import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Draw } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useDeciding } from '../../components/use-deciding.ts';
import { actorName } from '../../components/history.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { useDrawParts } from './parts.ts';
import { useSession } from '../../session/use-session.ts';

interface Props {
  readonly draw: Draw;
}

interface Line {
  readonly order: number;
  readonly subjectId: string;
  readonly name: string;
  readonly officers: readonly { readonly name: string; readonly certificate: string }[];
  /** The unit that it replaced. */
  readonly instead?: string;
  readonly replacement?: { readonly name: string; readonly reason: string };
}

/** The units drawn, with the pair of officers for each; or why there are none. */
export function Result({ draw }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { draws } = words;
  const { abandoned, drawn, value, seed, revealedAt, revealedBy, resultHash } = draw;
  if (abandoned)
    return (
      <Alert
        type="warning"
        title={`${draws.abandonedBecause}：${abandoned.reason}`}
        description={`${draws.abandonedAt}：${instantText(abandoned.at, language)} ${actorName(words, abandoned.by)}${abandoned.afterBeacon ? `。${draws.abandonedLate}` : ''}`}
      />
    );
  if (!drawn) return null;
  return (
    <Card size="small" title={<h2>{draws.result}</h2>}>
      <Units draw={draw} />
      <Replace draw={draw} />
      <dl className="parts">
        <div>
          <dt>{draws.revealedAt}</dt>
          <dd>
            {revealedAt === undefined ? '' : instantText(revealedAt, language)}{' '}
            {actorName(words, revealedBy ?? '')}
          </dd>
        </div>
        <div>
          <dt>{draws.value}</dt>
          <dd className="hash">{value}</dd>
        </div>
        <div>
          <dt>{draws.seed}</dt>
          <dd className="hash">{seed}</dd>
        </div>
        <div>
          <dt>{draws.resultHash}</dt>
          <dd className="hash">{resultHash}</dd>
        </div>
      </dl>
    </Card>
  );
}

function linesOf({ drawn = [], assigned = [], replacements, roster }: Draw): readonly Line[] {
  const names = new Map(roster.map(({ subjectId, name }) => [subjectId, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const pairs = new Map(assigned.map(({ subjectId, officers }) => [subjectId, officers]));
  const first = drawn.map((subjectId) => ({ subjectId, officers: pairs.get(subjectId) ?? [] }));
  const later = replacements.map((one) => ({
    subjectId: one.in,
    officers: one.officers,
    instead: nameOf(one.out),
  }));
  return [...first, ...later].map((line, index) => {
    const gone = replacements.find(({ out }) => out === line.subjectId);
    return {
      ...line,
      order: index + 1,
      name: nameOf(line.subjectId),
      ...(gone ? { replacement: { name: nameOf(gone.in), reason: gone.reason } } : {}),
    };
  });
}

function Units({ draw }: Props): ReactElement {
  const { draws } = useWords();
  const { role } = useSession();
  return (
    <Rows<Line>
      label={draws.result}
      rows={linesOf(draw)}
      rowKey={({ subjectId }) => subjectId}
      empty=""
      columns={[
        { title: draws.order, width: 60, narrow: 'first', render: ({ order }) => order },
        {
          title: draws.unit,
          narrow: 'first',
          render: (line) => (
            <>
              {nameOf(line)} <span className="hint">{remarkOf(draws, line)}</span>
            </>
          ),
        },
        {
          title: draws.pair,
          render: ({ officers }) =>
            officers.length === 0
              ? draws.noPair
              : officers.map(({ name, certificate }) => `${name}（${certificate}）`).join('、'),
        },
      ]}
    />
  );

  function nameOf({ subjectId, name, replacement }: Line): ReactElement {
    if (replacement) return <del>{name}</del>;
    // A unit sees the names of other units, not their pages.
    return role === 'unit' ? <span>{name}</span> : <Link to={`/subjects/${subjectId}`}>{name}</Link>;
  }
}

function remarkOf(draws: Words['draws'], { instead, replacement }: Line): string {
  return [
    instead === undefined ? '' : draws.replacementFor(instead),
    replacement ? `${draws.replacedBy(replacement.name)}：${replacement.reason}` : '',
  ]
    .filter((text) => text !== '')
    .join('；');
}

/** The leader replaces a unit that cannot be checked by the next of the same order. */
function Replace({ draw }: Props): ReactElement | null {
  const { draws } = useWords();
  const { decides, hint } = useDeciding();
  const act = useAct('POST /v1/jurisdictions/{j}/draws/{id}/replacements');
  const parts = useDrawParts();
  if (!decides) return null;
  const used = linesOf(draw).length >= draw.roster.length;
  return (
    <div className="no-print between">
      {used ? <p className="hint">{draws.used}</p> : null}
      <ActButton
        act={act}
        about={draw}
        parts={parts}
        when={!used}
        label={draws.replace}
        hint={`${hint}${draws.replaceHint}`}
        fields={(seen) => [
          {
            name: 'subjectId',
            label: draws.replaceWhich,
            type: 'choice',
            required: true,
            options: linesOf(seen)
              .filter(({ replacement }) => !replacement)
              .map(({ subjectId, name }) => ({ value: subjectId, label: name })),
          },
          { name: 'reason', label: draws.reason, type: 'text', required: true },
        ]}
        sent={({ subjectId = '', reason = '' }, { id, version }) => ({
          params: { id },
          ifMatch: version,
          body: { subjectId, reason },
        })}
      />
    </div>
  );
}
