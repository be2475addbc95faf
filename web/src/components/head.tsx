import type { ReactElement, ReactNode } from 'react';

interface HeadProps {
  readonly title: string;
  /** Next to the title: tags, a count. */
  readonly beside?: ReactNode;
  /** Buttons. They are not printed. */
  readonly children?: ReactNode;
}

/** A page’s title with its buttons. */
export function Head({ title, beside, children }: HeadProps): ReactElement {
  return (
    <div className="head">
      <div className="head-title">
        <title>{title}</title>
        <h1>{title}</h1>
        {beside}
      </div>
      <div className="no-print head-acts">{children}</div>
    </div>
  );
}
