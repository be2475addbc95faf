import { canonical } from './canonical.ts';
import { contentHash } from './ids.ts';

/**
 * The chain of a jurisdiction’s decisions. Each link contains the hash of its content and of the link before
 * it, so that a link that was changed, removed or inserted is detected. The chain can be checked with the
 * hashes alone; with a content, one can check that it is the content that was linked.
 */
export interface Link {
  /** From 1, without gaps. */
  readonly number: number;
  /** The hash of the link before; 64 zeros for the first link. */
  readonly previous: string;
  readonly contentHash: string;
  readonly hash: string;
  /** What was decided. Absent when only the hashes are published. */
  readonly content?: Readonly<Record<string, unknown>> | undefined;
}

export const BEFORE_FIRST = '0'.repeat(64);

export function linkOf(
  number: number,
  previous: string,
  content: Readonly<Record<string, unknown>>,
): Link & { readonly content: Readonly<Record<string, unknown>> } {
  const hashed = contentHash(canonical(content));
  return { number, previous, contentHash: hashed, hash: hashOf(number, previous, hashed), content };
}

function hashOf(number: number, previous: string, hashed: string): string {
  return contentHash(canonical({ number, previous, contentHash: hashed }));
}

export type Verified =
  | { readonly holds: true; readonly links: number; readonly head: string }
  | { readonly holds: false; readonly at: number; readonly why: string };

/**
 * Checks a chain from its first link. `head` is a hash stored elsewhere; the chain must contain it or end with
 * it.
 */
export function verifyChain(links: readonly Link[], head?: string): Verified {
  let previous = BEFORE_FIRST;
  for (const [index, link] of links.entries()) {
    const at = index + 1;
    if (link.number !== at)
      return { holds: false, at, why: `link ${at} is missing: ${link.number} stands there` };
    if (link.previous !== previous)
      return { holds: false, at, why: `link ${at} does not follow the one before it` };
    if (link.content !== undefined && contentHash(canonical(link.content)) !== link.contentHash)
      return { holds: false, at, why: `the content of link ${at} is not the one that was linked` };
    if (hashOf(link.number, link.previous, link.contentHash) !== link.hash)
      return { holds: false, at, why: `the hash of link ${at} is not that of what it holds` };
    previous = link.hash;
  }
  if (head !== undefined && !links.some((link) => link.hash === head))
    return { holds: false, at: links.length, why: 'the chain does not hold the head that was kept' };
  return { holds: true, links: links.length, head: previous };
}
