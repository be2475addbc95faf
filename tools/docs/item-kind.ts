import type { FunctionName } from '../../shared/functions.ts';
import type { List } from '../../shared/partitions.ts';
import type { Key } from '../../shared/ports.ts';

/** How an item is written: the guard of a put, or that it is deleted. */
export type Write = 'absent' | 'version' | 'any' | 'deleted';

/** A kind of item. Variable parts of its keys are in braces. */
export interface ItemKind {
  readonly item: string;
  readonly key: Key;
  readonly list?: { readonly of: List; readonly by: string };
  readonly writers: Readonly<Partial<Record<FunctionName, readonly Write[]>>>;
  /** Writers that are not functions. */
  readonly others?: string;
  readonly note?: string;
}

export const absentOrVersion = ['absent', 'version'] as const;
