import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useConfig } from '../api/use-config.ts';
import { useWords } from '../i18n/words.ts';

/** Shown on every page while real work has a channel that is not connected: its notices have not been sent. */
export function NoChannel(): ReactElement | null {
  const words = useWords();
  const unconnected = useConfig().data?.unconnected ?? [];
  if (unconnected.length === 0) return null;
  const names = unconnected.map((channel) => words.terms.channels[channel]);
  return (
    <Alert
      type="warning"
      banner
      title={words.shell.noChannel(names)}
      description={words.shell.noChannelHint}
    />
  );
}
