import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useWords, wordFor } from '../../i18n/words.ts';

export function TraitTags({ traits }: { readonly traits: readonly string[] }): ReactElement {
  const words = useWords();
  return (
    <>
      {traits.map((trait) => (
        <Tag key={trait}>{wordFor(words.facts.traits, trait)}</Tag>
      ))}
    </>
  );
}
