import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from './compose.ts';
import { onErrand } from './queue.ts';

/**
 * Carries out the changes of requests, one after the other. Each is answered when the work that it caused is
 * done. Work that others caused (a large import, a complete planning) goes on between the changes, portion by
 * portion. An import reads its file and writes its rows at the same time: every write of it has its guard.
 */
export async function change<T extends { readonly status: number }>(
  product: Product,
  request: () => Promise<T>,
  isImport: boolean,
): Promise<T> {
  const errand = Symbol('errand');
  const asked = (): Promise<T> => onErrand(errand, request);
  const answered = await (isImport ? asked() : product.exclusive(asked));
  if (answered.status === 202) settleLater(product);
  else if (answered.status < 400) {
    await product.drive.work(errand);
    await deliverAfter(product);
  }
  return answered;
}

/**
 * Delivers, outside the exclusive part, what a change made due. The answer waits for it as long as the
 * product’s patience allows.
 */
async function deliverAfter(product: Product): Promise<void> {
  const delivered = product.drive.deliver().catch((error: unknown) => {
    product.deps.log('error', 'DELIVERY_FAILED', 'Delivering failed; it is tried again.', {
      error: String(error),
    });
  });
  const { patience } = product;
  if (patience === Infinity) return delivered;
  if (patience > 0) await Promise.race([delivered, pause(patience, undefined, { ref: false })]);
}

/** Does the remaining work in the background. Only the next move of the clock waits for it. */
function settleLater(product: Product): void {
  product.drive.settle().catch((error: unknown) => {
    product.deps.log('error', 'SERVER_FAILED', 'Work that goes on by itself failed.', {
      error: String(error),
    });
  });
}
