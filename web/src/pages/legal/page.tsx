import type { ReactElement } from 'react';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Sections } from '../../components/sections.tsx';
import { useWords } from '../../i18n/words.ts';
import { LegalPapers } from './papers.tsx';

/** The law behind every document, for the legal officer and the leaders. */
export function Component(): ReactElement {
  const { legal: text } = useWords();
  return (
    <>
      <Head title={text.title} />
      <p className="hint">{text.lead}</p>
      <Sections
        label={text.title}
        items={[
          { key: 'waiting', label: text.waiting, children: <Listed waiting /> },
          { key: 'all', label: text.all, children: <Listed waiting={false} /> },
        ]}
      />
    </>
  );
}

function Listed({ waiting }: { readonly waiting: boolean }): ReactElement {
  const { legal: text } = useWords();
  const query = waiting ? { waiting: 'true' as const } : {};
  const list = usePages('GET /v1/jurisdictions/{j}/legal-papers', { query });
  return (
    <>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <LegalPapers
        papers={list.items}
        loading={list.isPending}
        empty={waiting ? text.waitingEmpty : text.allEmpty}
        more={moreOf(list)}
      />
    </>
  );
}
