import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-api.ts';
import { Head } from '../../components/head.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { Enter } from './enter.tsx';
import { Past } from './past.tsx';
import { IMPORTS } from './use-roster.ts';
import { Template } from './template.tsx';

/** A roster as a file: first tried, then entered. A long import is shown again when the page is reopened. */
export function Component(): ReactElement {
  const words = useWords();
  const { role, sub } = useSession();
  const [query] = useSearchParams();
  const id = query.get('id') ?? undefined;
  const allowed = may.administer(role);
  const past = usePages(IMPORTS, { enabled: allowed && id === undefined });
  const own = `bureau-admin:${sub}`;
  const running = past.items.find(({ status, startedBy }) => status === 'running' && startedBy === own)?.id;
  if (allowed && running !== undefined && id === undefined && !query.has('new'))
    return <Navigate replace to={`/imports?id=${encodeURIComponent(running)}`} />;
  return (
    <>
      <Head title={words.imports.title} />
      <p className="hint">{words.imports.lead}</p>
      {allowed ? <Enter id={id} /> : <p>{words.imports.readersOnly}</p>}
      <Card size="small" className="between" title={<h2>{words.imports.template}</h2>}>
        <Template />
      </Card>
      {role === 'unit' ? null : <Past />}
    </>
  );
}
