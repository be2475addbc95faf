import type { ReactElement } from 'react';
import { usePages } from '../../api/use-api.ts';
import { NoticeRows } from '../../features/notices/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

/** What was sent to the subject, and when. */
export function Notices({ id }: { readonly id: string }): ReactElement {
  const words = useWords();
  const list = usePages('GET /v1/jurisdictions/{j}/notices', { query: { subjectId: id } });
  return (
    <>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <NoticeRows
        notices={list.items}
        loading={list.isPending}
        empty={words.subjects.noNotices}
        more={
          list.hasNextPage
            ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
            : undefined
        }
      />
    </>
  );
}
