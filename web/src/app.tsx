import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enGb from 'antd/locale/en_GB';
import zhCn from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactElement } from 'react';
import { RouterProvider } from 'react-router';
import { RequestFailed } from './api/client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { en } from './i18n/en/en.ts';
import { storedLanguage, storeLanguage, type Language } from './i18n/language.ts';
import { SpeechContext } from './i18n/words.ts';
import { zh } from './i18n/zh/zh.ts';
import { router } from './shell/router.tsx';
import './session/kept-forms.ts';
import { session } from './session/session.ts';
import { SignIn } from './pages/sign-in/page.tsx';
import { useSession } from './session/use-session.ts';
import { ShadeContext } from './shell/shade.ts';
import { storedShade, storeShade, themeOf, type Shade } from './shell/theme.ts';

/** A refusal is not tried again; a request that did not arrive is tried once more. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The browser’s own view of the network is ignored: the server may be on this machine.
      networkMode: 'always',
      refetchOnWindowFocus: true,
      staleTime: 5_000,
      retry: (count, error) =>
        count < 1 && error instanceof RequestFailed && [0, 500, 502, 503, 504].includes(error.problem.status),
      throwOnError: (error) => !(error instanceof RequestFailed),
    },
    mutations: { networkMode: 'always' },
  },
});

// What one person has read must not be shown to the next one.
session.subscribe(() => {
  if (session.current().token === undefined) queries.clear();
});

const Letter = lazy(() => import('./pages/letter/page.tsx'));

/** The token in the link of a letter: its page is for people without an account. */
const letterToken = (): string | undefined => /^\/a\/([a-zA-Z0-9-]+)\/?$/.exec(location.pathname)?.[1];

/** The whole console: first the sign-in, with language and shade around it. */
export function App(): ReactElement {
  const [language, setLanguage] = useState(storedLanguage);
  const [shade, setShade] = useState(storedShade);
  const { token } = useSession();
  const words = language === 'zh' ? zh : en;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['shade'] = shade;
  }, [language, shade]);
  const speech = useMemo(
    () => ({
      language,
      words,
      speak: (next: Language) => {
        storeLanguage(next);
        setLanguage(next);
        // Answers contain sentences too.
        void queries.invalidateQueries();
      },
    }),
    [language, words],
  );
  const shading = useMemo(
    () => ({
      shade,
      paint: (next: Shade) => {
        storeShade(next);
        setShade(next);
      },
    }),
    [shade],
  );
  return (
    <SpeechContext value={speech}>
      <ShadeContext value={shading}>
        <ConfigProvider
          theme={themeOf(shade)}
          locale={language === 'zh' ? zhCn : enGb}
          button={{ autoInsertSpace: false }}
        >
          <AntApp>
            <ErrorBoundary>
              <QueryClientProvider client={queries}>
                <Entrance signedIn={token !== undefined} />
              </QueryClientProvider>
            </ErrorBoundary>
          </AntApp>
        </ConfigProvider>
      </ShadeContext>
    </SpeechContext>
  );
}

function Entrance({ signedIn }: { readonly signedIn: boolean }): ReactElement {
  const [letter] = useState(letterToken);
  if (letter !== undefined)
    return (
      <Suspense fallback={<Spin />}>
        <Letter token={letter} />
      </Suspense>
    );
  return signedIn ? <RouterProvider router={router} /> : <SignIn />;
}
