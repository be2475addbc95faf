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

function all(): readonly PastImport[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
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
}

/** Newest first. */
export const pastImports = (jurisdiction: string): readonly PastImport[] =>
  all().filter((entry) => entry.jurisdiction === jurisdiction);

export const rememberImport = (entry: PastImport): void => keep([entry, ...all()]);

/** What became of a long one; `undefined` where the server knows it no longer. */
export function settleImport(id: string, counts: Counted | undefined): void {
  keep(
    all().flatMap((entry) => {
      if (entry.id !== id) return [entry];
      return counts === undefined ? [] : [{ ...entry, counts }];
    }),
  );
}
