import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { LegalPaper } from '../../api/contract.ts';
import { Rows, type RowsProps } from '../../components/rows.tsx';
import { dayText, instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

type Props = Pick<RowsProps<LegalPaper>, 'loading' | 'empty' | 'more'> & {
  readonly papers: readonly LegalPaper[];
};

/** Each document with its provisions, what was checked, and the legal officer’s word. */
export function LegalPapers({ papers, loading, empty, more }: Props): ReactElement {
  const { words } = useSpeech();
  const { legal: text } = words;
  return (
    <Rows<LegalPaper>
      label={text.title}
      rows={papers}
      rowKey={({ id }) => id}
      loading={loading === true}
      empty={empty}
      more={more}
      columns={[
        { title: text.paper, narrow: 'first', render: (paper) => <Named paper={paper} /> },
        { title: text.laws, render: (paper) => <Laws paper={paper} /> },
        { title: text.checks, render: (paper) => <Checks paper={paper} /> },
        { title: text.word, render: (paper) => <Word paper={paper} /> },
      ]}
    />
  );
}

interface One {
  readonly paper: LegalPaper;
}

function Named({ paper }: One): ReactElement {
  const { words, language } = useSpeech();
  const { id, kind, name, number, subject, subjectId, actOn, paperOn } = paper;
  const at = kind === 'case' ? `/subjects/${subjectId}` : `/escalations/${id}`;
  return (
    <>
      <Link to={at}>{name}</Link> {number}
      <p className="hint tight">
        {subject}
        <br />
        {words.legal.days(dayText(actOn, language), dayText(paperOn, language))}
      </p>
    </>
  );
}

function Laws({ paper }: One): ReactElement {
  const { words, language } = useSpeech();
  const { legal: text, terms } = words;
  if (paper.laws.length === 0) return <span className="hint">{text.noLaws}</span>;
  return (
    <ul className="plain">
      {paper.laws.map(({ instrument, article = '', from, to, state, flaws, reaches, named, against }) => (
        <li key={`${instrument}${article}`}>
          《{instrument}》{article} <Tag>{terms.provisionStates[state]}</Tag>
          {flaws
            .filter((flaw) => flaw !== 'unverified')
            .map((flaw) => (
              <Tag key={flaw} color="warning">
                {text.flaws[flaw]}
              </Tag>
            ))}
          {reaches ? null : <Tag>{text.reachesNot}</Tag>}
          {named === 'officer' ? <Tag>{text.byOfficer}</Tag> : null}
          <p className="hint tight">
            {[
              from === undefined ? text.fromUnknown : inForce(language, text.from, dayText(from, language)),
              ...(to === undefined ? [] : [`${text.to}${dayText(to, language)}`]),
              ...against.map((nature) => terms.natures[nature]),
            ].join('；')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** 2021年1月1日起施行; in force from 1 January 2021 */
const inForce = (language: string, word: string, day: string): string =>
  language === 'zh' ? `${day}${word}` : `${word}${day}`;

function Checks({ paper }: One): ReactElement {
  const { words, language } = useSpeech();
  const { legal: text, terms } = words;
  return (
    <ul className="plain">
      {paper.checks.map(({ what, result, found, by, at }, index) => (
        <li key={`${what}${index}`}>
          {words.common.labelled(text.check[what])}
          {what === 'open-places' && result !== 'none' ? text.openPlaces[result] : text.results[result]}
          {found.length === 0 ? null : (
            <>
              {' '}
              {found.map((value) => (what === 'nature' ? natureOf(terms.natures, value) : value)).join('，')}
            </>
          )}
          {by === undefined ? null : (
            <span className="hint">
              {' '}
              {by} {at === undefined ? '' : instantText(at, language)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const natureOf = (natures: Readonly<Record<string, string>>, value: string): string =>
  natures[value] ?? value;

function Word({ paper }: One): ReactElement {
  const { words, language } = useSpeech();
  const { legal: text } = words;
  if (paper.words.length === 0)
    return paper.asked ? (
      <Tag color="warning">{text.asked}</Tag>
    ) : (
      <span className="hint">{text.notAsked}</span>
    );
  return (
    <ul className="plain">
      {paper.words.map(({ word, reason, by, at, current }) => (
        <li key={at}>
          <Tag color={word === 'agree' ? 'success' : 'error'}>{text.words[word]}</Tag>
          {reason}
          <p className="hint tight">
            {by} {instantText(at, language)} {current ? '' : text.outdated}
          </p>
        </li>
      ))}
    </ul>
  );
}
