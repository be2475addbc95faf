import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useImport } from '../../api/use-import.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Outcome, type Confirming } from './outcome.tsx';

interface FollowingProps extends Confirming {
  readonly id: string;
  /** Shown instead of the button when there is no file any more. */
  readonly choose: ReactElement;
}

/** An import of many rows, until its end. */
export function Following({ id, choose, ...confirming }: FollowingProps): ReactElement | null {
  const words = useWords();
  const queries = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImport(id);
  const pages = data?.pages ?? [];
  const [head] = pages;
  const done = head?.status === 'done';
  const gone = error?.problem.status === 404;
  useEffect(() => {
    if (done) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
    // Once it has ended, nothing about it changes.
  }, [id, done]);
  if (gone) return <p>{words.imports.gone}</p>;
  if (!head) return <ProblemAlert error={error} retry={() => void refetch()} />;
  if (!done)
    return (
      <div role="status">
        <p>{head.dryRun ? words.imports.runningDry : words.imports.running}</p>
        <Progress
          percent={Math.floor((head.done / Math.max(1, head.rows)) * 100)}
          aria-label={words.imports.running}
        />
        <p className="hint">{words.imports.progress(head.done, head.rows)}</p>
        <ProblemAlert error={error} />
      </div>
    );
  const outcome = {
    ...head,
    rejected: pages.flatMap(({ rejected }) => rejected),
    changes: pages.flatMap(({ changes }) => changes),
  };
  return (
    <>
      <Outcome outcome={outcome} {...confirming} />
      {head.dryRun && !confirming.confirm ? choose : null}
      {hasNextPage ? (
        <p className="no-print more">
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {words.imports.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}
