import { Drawer, Spin } from 'antd';
import { lazy, Suspense, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../i18n/words.ts';

const DutyDetail = lazy(async () => ({ default: (await import('./detail.tsx')).DutyDetail }));

/** “Why this date”, opened from any date by `?why=<obligation>` in the address. */
export function WhyDrawer(): ReactElement {
  const words = useWords();
  const [query, setQuery] = useSearchParams();
  const id = query.get('why');
  const close = (): void =>
    setQuery(
      (present) => {
        present.delete('why');
        return present;
      },
      { preventScrollReset: true },
    );
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      title={words.duty.why}
      size="min(760px, 100vw)"
      destroyOnHidden
      extra={id === null ? null : <Link to={`/obligations/${id}`}>{words.duty.openPage}</Link>}
    >
      {id === null ? null : (
        <Suspense fallback={<Spin />}>
          <DutyDetail id={id} />
        </Suspense>
      )}
    </Drawer>
  );
}
