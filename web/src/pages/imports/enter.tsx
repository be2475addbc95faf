import { Alert, Button, Card, Spin } from 'antd';
import type { ReactElement } from 'react';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Following } from './following.tsx';
import { Headings } from './headings.tsx';
import { Outcome } from './outcome.tsx';
import { askedIn, useRoster } from './use-roster.ts';

/** Choose, explain unknown headings, try, confirm. `id` opens a long import that is under way or has ended. */
export function Enter({ id }: { readonly id: string | undefined }): ReactElement {
  const words = useWords();
  const { name, answer, busy, failure, take, say, confirm, again } = useRoster(id);
  const asked = say ? askedIn(failure) : [];
  const shown = answer !== undefined || id !== undefined || asked.length > 0;
  const confirming = { confirm, say, busy };
  return (
    <Card size="small">
      {shown ? (
        <p className="no-print tight">
          {name === undefined ? null : <strong>{name}</strong>}{' '}
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
      {asked.length > 0 && say ? (
        <Headings key={asked.map(({ column }) => column).join()} columns={asked} say={say} busy={busy} />
      ) : (
        <ProblemAlert error={failure} />
      )}
      {answer ? <Outcome outcome={answer} {...confirming} /> : null}
      {id !== undefined && !answer && asked.length === 0 ? (
        <Following
          key={id}
          id={id}
          {...confirming}
          choose={<Alert type="info" className="problem" title={words.imports.chooseAgain} />}
        />
      ) : null}
    </Card>
  );
}
