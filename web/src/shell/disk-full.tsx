import { Alert } from 'antd';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { askReady } from '../api/client.ts';
import { storage } from '../api/storage.ts';
import { useWords } from '../i18n/words.ts';

const ASK_AGAIN_MILLISECONDS = 10_000;

/** Shown while the server’s disk is full, whatever page is open. */
export function DiskFull(): ReactElement | null {
  const words = useWords();
  const full = useSyncExternalStore(storage.subscribe, storage.isFull);
  useEffect(() => {
    if (!full) return;
    const asking = setInterval(() => {
      // If the server cannot be reached, the last state stays.
      void askReady().then(storage.heard, () => undefined);
    }, ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(asking);
  }, [full]);
  return full ? (
    <Alert type="error" banner title={words.shell.diskFull} description={words.shell.diskFullHint} />
  ) : null;
}
