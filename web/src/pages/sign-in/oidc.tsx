import { Alert, Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { Config } from '../../session/config.ts';
import { useWords } from '../../i18n/words.ts';
import { router } from '../../shell/router.tsx';
import { completeSignIn, goesByItself, goToSignIn, isReturning, NoClaims } from '../../session/oidc.ts';

/** The issuer asks who the person is. This only goes there and comes back. */
export default function SignInOidc({
  config,
}: {
  readonly config: Extract<Config, { signIn: 'oidc' }>;
}): ReactElement {
  const words = useWords();
  const [failure, setFailure] = useState<string>();
  const [returning] = useState(isReturning);
  useEffect(() => {
    if (!returning) return;
    completeSignIn(config, async (wanted) => router.navigate(wanted, { replace: true })).catch(
      (error: unknown) => setFailure(error instanceof NoClaims ? words.signIn.noClaims : messageOf(error)),
    );
  }, [config, returning, words]);
  const [byItself] = useState(() => !returning && goesByItself());
  useEffect(() => {
    if (byItself) goToSignIn(config).catch((error: unknown) => setFailure(messageOf(error)));
  }, [byItself, config]);
  const go = (): void => {
    goToSignIn(config).catch((error: unknown) => setFailure(messageOf(error)));
  };
  if (byItself && failure === undefined) return <p role="status">{words.signIn.going}</p>;
  if (returning && failure === undefined) return <p role="status">{words.signIn.returning}</p>;
  return (
    <>
      {failure === undefined ? null : (
        <Alert type="error" showIcon className="problem" title={words.signIn.failed} description={failure} />
      )}
      <p>{words.signIn.oidc}</p>
      <Button type="primary" onClick={go}>
        {words.signIn.oidcEnter}
      </Button>
    </>
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
