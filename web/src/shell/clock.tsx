import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useRead } from '../api/use-api.ts';
import { useConfig } from '../api/use-config.ts';
import { instantText } from '../i18n/format.ts';
import { useSpeech } from '../i18n/words.ts';

const MoveClock = lazy(() => import('./move-clock.tsx'));

/** Only on one machine with a simulated clock: shows it and moves it forward. */
export function ClockButton({ wide }: { readonly wide: boolean }): ReactElement | null {
  const { words, language } = useSpeech();
  const [open, setOpen] = useState(false);
  const local = useConfig().data?.signIn === 'local';
  const { data: clock } = useRead('GET /local/clock', { enabled: local });
  if (!local || clock?.simulated !== true) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} title={words.shell.simulated}>
        {wide ? instantText(clock.now, language) : words.shell.moveClock}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <MoveClock now={clock.now} done={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
