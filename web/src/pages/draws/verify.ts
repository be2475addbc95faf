import { isPublished, misshapen } from '../../../../shared/domain/draws/published.ts';
import type { PublishedDraw } from '../../../../shared/domain/draws/types.ts';
import { checkDraw, notesOn, type Check, type Note } from '../../../../shared/domain/draws/verify.ts';

/** The result of checking a file. */
export type Judged =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'misshapen'; readonly path: string }
  | {
      readonly kind: 'looked';
      readonly draw: PublishedDraw;
      readonly checks: readonly Check[];
      readonly notes: readonly Note[];
    };

/**
 * The same computation as `npm run draw:verify`, in the browser. It is loaded on demand, because the code for
 * curves is large.
 */
export function judge(text: string, commitment: string | undefined): Judged {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!isPublished(read)) return { kind: 'misshapen', path: misshapen(read) ?? '' };
  return {
    kind: 'looked',
    draw: read,
    checks: checkDraw(read, commitment),
    notes: notesOn(read, commitment),
  };
}
