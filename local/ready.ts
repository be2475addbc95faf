import { problemAt } from '../shared/outcome.ts';
import type { Product } from './compose.ts';
import type { Answered } from './answered.ts';

/** On every answer while the disk is full or nearly full, so that people who only read learn of it too. */
const FULL = { 'storage-full': 'true' } as const;

export async function toldOfDisk(
  { isReady }: Pick<Product, 'isReady'>,
  answered: Answered,
): Promise<Answered> {
  if (await isReady()) return answered;
  return { ...answered, headers: { ...answered.headers, ...FULL } };
}

/** `GET /ready`: whether the product can do its work, and what is missing. */
export async function readiness({ isReady }: Pick<Product, 'isReady'>) {
  if (await isReady()) return { status: 'ready' } as const;
  return problemAt('disk', 'ready.disk-full').failure;
}
