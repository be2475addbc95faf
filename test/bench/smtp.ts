import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const listening = z.object({ port: z.number() });

export interface Smtp {
  readonly url: string;
  /** From now on it takes connections and says nothing any more. */
  stall(): void;
}

/** An SMTP server, in a process of its own as any mail server is. */
export async function withSmtp<T>(work: (smtp: Smtp) => Promise<T>): Promise<T> {
  const child = fork(fileURLToPath(new URL('smtp-sink.ts', import.meta.url)), { stdio: 'inherit' });
  try {
    const [message] = await once(child, 'message');
    const url = `smtp://127.0.0.1:${listening.parse(message).port}`;
    return await work({ url, stall: () => void child.send('stall') });
  } finally {
    if (child.connected) child.disconnect();
  }
}
