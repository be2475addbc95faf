/** 二号 over 156 mm: so many characters to a line. */
const LONGEST = 20;

/** What may not begin a line, and what may not end one. */
const NOT_FIRST = /^[的了、，。；：）》〉”’！？和与及等书函令表]/u;
const NOT_LAST = /[（《〈“‘关于对和与及]$/u;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The lines of a title (GB/T 9704-2012, 7.3.1: 回行时，词意完整，排列对称): broken between words only, no mark at the
 * wrong end, the lines as equal as possible.
 */
export function titleLines(text: string): string[] {
  const signs = Array.from(text);
  if (signs.length <= LONGEST) return [text];
  const count = Math.ceil(signs.length / LONGEST);
  const wish = signs.length / count;
  const breaks = breaksIn(text);
  const lines: string[] = [];
  let from = 0;
  while (signs.length - from > LONGEST) {
    const at = nearest(breaks, from, from + Math.min(LONGEST, Math.ceil(wish)));
    lines.push(signs.slice(from, at).join(''));
    from = at;
  }
  return [...lines, signs.slice(from).join('')];
}

/** A place between two words, counted in characters from the start. */
interface Break {
  readonly at: number;
  /** Within brackets: what stands there belongs together. */
  readonly isInside: boolean;
}

function breaksIn(text: string): Break[] {
  const found: Break[] = [];
  let at = 0;
  let before = '';
  let isInTitle = false;
  let depth = 0;
  for (const { segment } of words.segment(text)) {
    // A single character belongs to the word before it (连接|线, 怀|化|市), but for the marks that open something.
    const isRest = Array.from(segment).length === 1 && !/[《〈（“‘]/u.test(segment);
    if (at > 0 && !isInTitle && !isRest && !NOT_FIRST.test(segment) && !NOT_LAST.test(before))
      found.push({ at, isInside: depth > 0 });
    if (segment.includes('（')) depth += 1;
    if (segment.includes('）')) depth -= 1;
    if (segment.includes('《')) isInTitle = true;
    if (segment.includes('》')) isInTitle = false;
    at += Array.from(segment).length;
    before = segment;
  }
  return found;
}

/** So many characters a line may be longer or shorter, so that brackets stay whole. */
const FOR_BRACKETS = 6;

/** The break that is nearest to the wish and leaves no line too long; without one, the line is simply full. */
function nearest(breaks: readonly Break[], from: number, wish: number): number {
  const cost = ({ at, isInside }: Break): number => Math.abs(at - wish) + (isInside ? FOR_BRACKETS : 0);
  const possible = breaks.filter(({ at }) => at > from && at - from <= LONGEST);
  const [first, ...others] = possible;
  if (first === undefined) return from + LONGEST;
  return others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first).at;
}
