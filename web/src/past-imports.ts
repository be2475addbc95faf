import { useMemo, useSyncExternalStore } from 'react';
import type { ImportDone } from './api/contract.ts';

type Counted = Pick<ImportDone, 'created' | 'updated' | 'unchanged' | 'rejectedRows'>;

/** An import that was begun in this browser: what is shown of it, and where a long one is found again. */
export interface PastImport {
  /** The name under which it was sent. */
  readonly once: string;
  readonly jurisdiction: string;
  readonly file: string;
  readonly day: string;
  readonly dryRun: boolean;
  /** Of an import of many rows: under it the server keeps how far it is. */
  readonly id?: string;
  /** Missing while it is running. */
  readonly counts?: Counted;
}

const KEY = 'archive-duty.imports';
const KEPT = 20;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCounts = (value: unknown): value is Counted =>
  isObject(value) &&
  ['created', 'updated', 'unchanged', 'rejectedRows'].every((name) => typeof value[name] === 'number');

const isPast = (value: unknown): value is PastImport =>
  isObject(value) &&
  ['once', 'jurisdiction', 'file', 'day'].every((name) => typeof value[name] === 'string') &&
  typeof value['dryRun'] === 'boolean' &&
  ['string', 'undefined'].includes(typeof value['id']) &&
  (value['counts'] === undefined || isCounts(value['counts']));

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

const kept = (): string => localStorage.getItem(KEY) ?? '[]';

function all(text: string): readonly PastImport[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isPast) : [];
  } catch {
    return [];
  }
}

function keep(entries: readonly PastImport[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries.slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing has no list of past imports; nothing else depends on it.
  }
  for (const listener of listeners) listener();
}

/** Newest first. */
export function usePastImports(jurisdiction: string): readonly PastImport[] {
  const text = useSyncExternalStore(subscribe, kept);
  return useMemo(
    () => all(text).filter((entry) => entry.jurisdiction === jurisdiction),
    [text, jurisdiction],
  );
}

export const rememberImport = (entry: PastImport): void => keep([entry, ...all(kept())]);

/** What became of a long one; `undefined` where the server knows it no longer. */
export function settleImport(id: string, counts: Counted | undefined): void {
  keep(
    all(kept()).flatMap((entry) => {
      if (entry.id !== id) return [entry];
      return counts === undefined ? [] : [{ ...entry, counts }];
    }),
  );
}
