import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { Sections } from '../../components/sections.tsx';
import { useWords } from '../../i18n/words.ts';
import { isKept } from '../../session/kept-forms.ts';
import { may, useSession } from '../../session/use-session.ts';
import { DrawHistory } from './history.tsx';
import { DrawList } from './list.tsx';
import { VerifyFile } from './verify-file.tsx';

const Commit = lazy(() => import('./commit.tsx'));

/** Draws: which units were drawn for inspection, how often, and whether the draws are valid. */
export function Component(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const [committing, setCommitting] = useState(isKept('commit'));
  const { tabs } = words.draws;
  const list = { key: 'list', label: tabs.list, children: <DrawList /> };
  const history = { key: 'history', label: tabs.history, children: <DrawHistory /> };
  const verify = { key: 'verify', label: tabs.verify, children: <VerifyFile /> };
  return (
    <>
      <Head title={words.draws.title}>
        <ExportButton list="draws" />
        {may.write(role) ? (
          <Button type="primary" onClick={() => setCommitting(true)}>
            {words.draws.start}
          </Button>
        ) : null}
      </Head>
      <p className="hint">{words.draws.lead}</p>
      <Sections
        label={words.draws.title}
        items={role === 'unit' ? [list, verify] : [list, history, verify]}
      />
      {committing ? (
        <Suspense fallback={null}>
          <Commit close={() => setCommitting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
