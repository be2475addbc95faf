import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import { kinds, type FactType } from '../../../../shared/vocabulary/kinds.ts';
import { partyText } from '../../features/facts/changed-parts.ts';
import { useSubjects } from '../../api/use-names.ts';
import type { Subject } from '../../api/contract.ts';
import { toInput } from '../../features/facts/fields.ts';
import { dayText, instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

/** Facts and contacts for people who may only read. */
export function Facts({ subject }: { readonly subject: Subject }): ReactElement {
  const { words, language } = useSpeech();
  const subjects = useSubjects();
  const shown = (type: FactType, value: unknown): string => {
    const text = toInput(type, value);
    if (text === '') return words.common.unknown;
    if (type === 'day') return dayText(text, language);
    if (type === 'instant' && typeof value === 'string') return instantText(value, language);
    if (type === 'flag') return text === 'true' ? words.common.yes : words.common.no;
    return wordFor(words.facts.values, text);
  };
  const items = Object.entries(kinds[subject.kind].facts).map(([name, { type }]) => ({
    key: name,
    label: wordFor(words.facts.fields, name),
    children: shown(type, subject.facts[name]),
  }));
  const { nature, parties = [] } = subject;
  if (nature !== undefined)
    items.unshift({ key: 'nature', label: words.facts.fields.nature, children: words.terms.natures[nature] });
  return (
    <>
      {items.length === 0 ? null : (
        <Descriptions size="small" bordered column={{ xs: 1, md: 2 }} items={items} />
      )}
      {parties.length === 0 ? null : (
        <>
          <h2 className="between">{words.facts.fields.parties}</h2>
          <ol className="plain">
            {parties.map((party) => {
              const text = partyText(words, (id) => subjects.get(id)?.name ?? id, party);
              return <li key={text}>{text}</li>;
            })}
          </ol>
        </>
      )}
      <h2 className="between">{words.facts.fields.contacts}</h2>
      {subject.contacts.length === 0 ? <p>{words.subjects.noContactsYet}</p> : null}
      <ul className="plain">
        {subject.contacts.map(({ name, role, email, mobile, telephone }) => (
          <li key={`${name}${email ?? ''}${mobile ?? ''}`}>
            {[name, role, email, mobile, telephone]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
