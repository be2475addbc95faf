import { Drawer, Spin } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { NoticeDetail } from './detail.tsx';

/** One notice beside the list, opened by `?notice=` in the address. */
export function NoticeDrawer(): ReactElement {
  const words = useWords();
  const [query, setQuery] = useSearchParams();
  const id = query.get('notice');
  const close = (): void =>
    setQuery(
      (present) => {
        present.delete('notice');
        return present;
      },
      { preventScrollReset: true },
    );
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      title={words.outbox.detail}
      size="min(760px, 100vw)"
      destroyOnHidden
    >
      {id === null ? null : <Loading id={id} />}
    </Drawer>
  );
}

function Loading({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/notices/{id}', { params: { id } });
  if (data?.id === id) return <NoticeDetail key={id} notice={data} />;
  return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Spin />;
}
