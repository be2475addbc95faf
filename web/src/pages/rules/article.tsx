import { Space, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { Readings } from '../../features/duties/readings.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { ChangeFigures } from './change-figures.tsx';
import { Figures } from './figures.tsx';
import { Instructions } from './instructions.tsx';
import { OverrideActs, OverrideNote } from './override.tsx';
import { Parts } from './parts.tsx';

/** One provision: its clause, its figures with their sources, and the consequences. */
export function RuleArticle({ rule }: { readonly rule: Rule }): ReactElement {
  const { words, language } = useSpeech();
  const { role } = useSession();
  const { citation, effectiveFrom, effectiveTo } = rule;
  return (
    <article id={rule.id} className="rule">
      <h3>
        {rule.title} <Tag>{words.terms.ruleKinds[rule.kind]}</Tag>
      </h3>
      <p className="tight hint">
        {citation.title} {citation.section}
        {rule.covers.length === 0 ? '' : ` · ${words.rules.covers} ${rule.covers.join('、')}`}
        {effectiveFrom === null ? '' : ` · ${words.rules.validFrom} ${dayText(effectiveFrom, language)}`}
        {effectiveTo === null ? '' : ` ${words.rules.validTo} ${dayText(effectiveTo, language)}`}
      </p>
      <Parts rule={rule} />
      <Figures rule={rule} />
      <OverrideNote rule={rule} />
      {rule.quota && may.readInstructions(role) ? <Instructions rule={rule} /> : null}
      <Readings rule={rule} />
      <Notes rule={rule} />
      <Space wrap className="no-print">
        {may.administer(role) ? <ChangeFigures rule={rule} /> : null}
        {may.override(role) && rule.quota?.superiorPrevails === true ? <OverrideActs rule={rule} /> : null}
      </Space>
    </article>
  );
}

function Notes({ rule }: { readonly rule: Rule }): ReactElement {
  const { words } = useSpeech();
  return (
    <>
      {rule.notes.length === 0 ? null : (
        <ul className="plain">
          {rule.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="hint tight">
        {words.rules.basis}：
        {rule.basis.map(({ instrument, status, note }) => (
          <span key={instrument} title={note} className="basis">
            {instrument}（{words.terms.basisStatus[status]}）
          </span>
        ))}
      </p>
    </>
  );
}
