/** Whether the server said with its last answer that its disk is full. On AWS it never says so. */
let full = false;
const listeners = new Set<() => void>();

export const storage = {
  isFull: (): boolean => full,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Takes from an answer of the server what it says of its disk. */
  heard: ({ headers, status }: Pick<Response, 'headers' | 'status'>): void => {
    const now = headers.has('storage-full') || status === 507;
    if (now === full) return;
    full = now;
    for (const listener of listeners) listener();
  },
} as const;
