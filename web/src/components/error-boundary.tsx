import { Button } from 'antd';
import { Component, type ReactElement, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useWords } from '../i18n/words.ts';

/** Shown for a page that threw: the rest of the console stays usable. */
export function PageError(): ReactElement {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return isMissingPart(error) ? <Unreachable /> : <Crash error={error} />;
}

/** A page’s own script did not arrive: there is no network, or another version was deployed meanwhile. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof TypeError && /import/i.test(error.message);

function Unreachable(): ReactElement {
  const words = useWords();
  return (
    <section className="in-place" role="alert">
      <p>{words.problems.titles['0']}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.crash.reload}
      </Button>
    </section>
  );
}

function Crash({ error }: { readonly error: unknown }): ReactElement {
  const words = useWords();
  return (
    <section className="in-place" role="alert">
      <h1>{words.crash.title}</h1>
      <p>{words.crash.text}</p>
      <p>
        <code>{error instanceof Error ? error.message : ''}</code>
      </p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.crash.reload}
      </Button>
    </section>
  );
}

export function NotFound(): ReactElement {
  const words = useWords();
  return (
    <section className="in-place">
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.text}</p>
      <Button type="primary" href="/">
        {words.notFound.home}
      </Button>
    </section>
  );
}

interface BoundaryState {
  readonly error: unknown;
}

/** Catches what is thrown outside a page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
  }
}
