import { Button, Result, Typography } from 'antd';
import { Component, type ReactElement, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useWords } from '../i18n/words.ts';

/** A page of the router that threw: the rest of the console stays usable. */
export function PageError(): ReactElement {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFound /> : <Crash error={error} />;
}

function Crash({ error }: { readonly error: unknown }): ReactElement {
  const words = useWords();
  return (
    <Result
      status="error"
      title={words.crash.title}
      subTitle={words.crash.text}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {words.crash.reload}
        </Button>
      }
    >
      <Typography.Text code>{error instanceof Error ? error.message : String(error)}</Typography.Text>
    </Result>
  );
}

export function NotFound(): ReactElement {
  const words = useWords();
  return (
    <Result
      status="404"
      icon={null}
      title={words.notFound.title}
      subTitle={words.notFound.text}
      extra={
        <Button type="primary" href="/">
          {words.notFound.home}
        </Button>
      }
    />
  );
}

interface BoundaryState {
  readonly error: unknown;
}

/** What throws outside of a page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
  }
}
