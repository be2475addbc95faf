import type { ReactElement, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

interface SectionsProps {
  readonly label: string;
  readonly items: readonly {
    readonly key: string;
    readonly label: string;
    readonly children: ReactNode;
  }[];
}

/** Parts of a page, one shown at a time. The address says which one (`?tab=`). They wrap on a phone. */
export function Sections({ label, items }: SectionsProps): ReactElement {
  const [query] = useSearchParams();
  const shown = items.find(({ key }) => key === query.get('tab')) ?? items[0];
  return (
    <>
      <nav className="sections no-print" aria-label={label}>
        {items.map((item) => (
          <Link
            key={item.key}
            replace
            preventScrollReset
            to={`?tab=${item.key}`}
            aria-current={item === shown ? 'page' : undefined}
          >
            {item.label}
          </Link>
        ))}
      </nav>
      {shown?.children}
    </>
  );
}
