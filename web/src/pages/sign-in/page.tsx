import { Alert, Button, Card, Spin } from 'antd';
import { lazy, Suspense, type ReactElement } from 'react';
import { useConfig } from '../../api/use-config.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useSpeech } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';

const SignInLocal = lazy(() => import('./local.tsx'));
const SignInOidc = lazy(() => import('./oidc.tsx'));

/** Shown before the console: the sign-in. */
export function SignIn(): ReactElement {
  const { words, language, speak } = useSpeech();
  const { expired } = useSession();
  const { data: config, error, refetch } = useConfig();
  return (
    <main className="sign-in" id="main">
      <Card>
        <h1>{words.product}</h1>
        {expired ? <Alert type="warning" showIcon className="problem" title={words.signIn.expired} /> : null}
        <ProblemAlert error={error} retry={() => void refetch()} />
        <Suspense fallback={<Spin />}>
          {config?.signIn === 'local' ? <SignInLocal jurisdictions={config.jurisdictions} /> : null}
          {config?.signIn === 'oidc' ? <SignInOidc config={config} /> : null}
        </Suspense>
        <Button type="link" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {words.shell.language}
        </Button>
      </Card>
    </main>
  );
}
