import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from './compose.ts';
import { onErrand } from './queue.ts';

/**
 * Does what a request changes: one change after the other, and each is answered when what it set off is through.
 * Work that others set off (a large import, a complete planning) goes on between the changes, portion by portion.
 * An import reads its file and writes its rows beside them: every write of it has its guard.
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

/** What a change made due leaves beside it; the answer waits as long as the product has patience. */
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

/** What goes on by itself: nobody waits for it but the next move of the clock. */
function settleLater(product: Product): void {
  product.drive.settle().catch((error: unknown) => {
    product.deps.log('error', 'SERVER_FAILED', 'Work that goes on by itself failed.', {
      error: String(error),
    });
  });
}
