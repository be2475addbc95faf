import { useEffect, type ReactElement } from 'react';
import { useConfig } from '../api/use-config.ts';
import { useWords } from '../i18n/words.ts';

/** On every page: without accounts this is a demonstration. With them, the tokens of this tab are renewed. */
export function Playing(): ReactElement | null {
  const words = useWords();
  const { data: config } = useConfig();
  useEffect(() => {
    if (config?.signIn !== 'oidc') return;
    void import('../session/oidc.ts').then(({ keepSignedIn }) => keepSignedIn(config));
  }, [config]);
  return config?.signIn === 'local' ? <p className="playing">{words.shell.playing}</p> : null;
}
