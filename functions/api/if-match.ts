import type { IfMatch } from '../../shared/usecases/request.ts';

/**
 * `"3"`, `"2", "3"`, `*`; also `3`, because some clients send it. RFC 9110 13.1.1 with one exception: `W/"3"`
 * counts as `"3"`, because a proxy that compresses answers makes our tags weak, and a version identifies the
 * content, not its bytes. An unreadable value matches nothing.
 */
export function ifMatchOf(header: string | undefined): IfMatch | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (text === '*') return 'any';
  // No tag of ours has a comma, so splitting does no harm.
  return text.split(',').flatMap((tag) => {
    const match = /^\s*(?:(?:W\/)?"([^"]*)"|([^\s"]+))\s*$/.exec(tag);
    return match ? [match[1] ?? match[2] ?? ''] : [];
  });
}
