import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Spin } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { sendRoster } from '../../api/client.ts';
import type { ImportAnswer, ImportDone } from '../../api/contract.ts';
import { freshName } from '../../api/once.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { IMPORTS } from './past.tsx';
import { Following } from './following.tsx';
import { Outcome } from './outcome.tsx';

/** A file that was chosen, and the name under which it is imported once. */
interface Chosen {
  readonly file: File;
  readonly once: string;
}

/** Choose, try, confirm. `id` leads to a long import that is under way, or was. */
export function Enter({ id }: { readonly id: string | undefined }): ReactElement {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>();
  const [answer, setAnswer] = useState<ImportDone>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const finish = (dryRun: boolean, got: ImportAnswer): void => {
    void queries.invalidateQueries(dryRun ? { queryKey: ['pages', IMPORTS] } : {});
    if ('status' in got) {
      setAnswer(undefined);
      void navigate(`/imports?id=${encodeURIComponent(got.id)}`);
      return;
    }
    setAnswer(got);
  };
  const send = (next: Chosen, dryRun: boolean): void => {
    setFailure(undefined);
    setBusy(true);
    const once = `${next.once}-${dryRun ? 'dry' : 'do'}`;
    sendRoster(next.file, dryRun, once)
      .then((got) => finish(dryRun, got), setFailure)
      .finally(() => setBusy(false));
  };
  const take = (file: File): void => {
    const next = { file, once: freshName() };
    setChosen(next);
    setAnswer(undefined);
    if (id !== undefined) void navigate('/imports?new');
    send(next, true);
  };
  const confirm = chosen && (() => send(chosen, false));
  const again = (): void => {
    setChosen(undefined);
    setAnswer(undefined);
    setFailure(undefined);
    void navigate('/imports?new');
  };
  const shown = answer !== undefined || id !== undefined;
  return (
    <Card size="small">
      {shown ? (
        <p className="no-print tight">
          {chosen ? <strong>{chosen.file.name}</strong> : null}{' '}
          <Button onClick={again}>{words.imports.again}</Button>
        </p>
      ) : (
        <FileDrop
          label={words.imports.drop}
          hint={words.imports.dropHint}
          accept=".csv,.xlsx,.txt"
          take={take}
        />
      )}
      {busy ? (
        <p role="status">
          <Spin size="small" /> {answer === undefined ? words.imports.reading : words.imports.running}
        </p>
      ) : null}
      <ProblemAlert error={failure} />
      {answer ? <Outcome outcome={answer} confirm={confirm} busy={busy} /> : null}
      {id !== undefined && !answer ? (
        <Following
          key={id}
          id={id}
          confirm={confirm}
          busy={busy}
          choose={<Alert type="info" className="problem" title={words.imports.chooseAgain} />}
        />
      ) : null}
    </Card>
  );
}
