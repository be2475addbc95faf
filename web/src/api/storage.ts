/** Whether the server’s last answer said that its disk is full. On AWS this never happens. */
let full = false;
const listeners = new Set<() => void>();

export const storage = {
  isFull: (): boolean => full,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Reads from an answer what the server says about its disk. */
  heard: ({ headers, status }: Pick<Response, 'headers' | 'status'>): void => {
    const now = headers.has('storage-full') || status === 507;
    if (now === full) return;
    full = now;
    for (const listener of listeners) listener();
  },
} as const;
