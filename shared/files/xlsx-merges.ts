import { badFile, limits } from './bad-file.ts';
import type { Pace } from './pace.ts';
import { type Region, columnOf } from './rows.ts';
import { unpacked, type Part } from './unzip.ts';

/** Longer than any element that names a region. */
const ELEMENT = 300;

/**
 * The merged regions of a worksheet. They come after its rows, so the part is unpacked once before, only for
 * them; pieces before their list are skipped.
 */
export async function regionsOf(part: Part, pace: Pace): Promise<Region[]> {
  const regions: Region[] = [];
  let rest = '';
  let begun = false;
  for await (const piece of unpacked(part)) {
    const text = rest + Buffer.from(piece).toString('latin1');
    begun ||= text.includes('mergeCells');
    rest = text.slice(-ELEMENT);
    if (begun) {
      const end = text.lastIndexOf('<');
      rest = end < 0 ? rest : text.slice(end).slice(0, ELEMENT);
      for (const region of found(end < 0 ? '' : text.slice(0, end))) {
        regions.push(region);
        if (regions.length > limits.regions)
          throw badFile('file', 'file.too-many-regions', { regions: limits.regions });
      }
    }
    await pace();
  }
  return regions;
}

function* found(text: string): Generator<Region> {
  const named = /<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/g;
  for (const [, left = '', top = '', right = '', bottom = ''] of text.matchAll(named))
    yield { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
}
