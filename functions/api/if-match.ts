import type { IfMatch } from '../../shared/usecases/request.ts';

/**
 * `"3"`, `"2", "3"`, `*`; also `3`, as some clients send it. RFC 9110 13.1.1, but for one thing: `W/"3"` counts as
 * `"3"`, because a proxy that compresses answers makes our tags weak, and a version names the content, not its bytes.
 * What cannot be read matches nothing.
 */
export function ifMatchOf(header: string | undefined): IfMatch | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (text === '*') return 'any';
  // A tag with a comma in it is none of ours, whole or in pieces.
  return text.split(',').flatMap((tag) => {
    const match = /^\s*(?:(?:W\/)?"([^"]*)"|([^\s"]+))\s*$/.exec(tag);
    return match ? [match[1] ?? match[2] ?? ''] : [];
  });
}
