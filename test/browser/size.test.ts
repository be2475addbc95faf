import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { built } from '../support/product/browser.ts';

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
});
const manifest = z.record(z.string(), chunk);

/** Goal of the issue: script of the first view, before parts that load later. */
const FIRST_VIEW_BYTES = 350 * 1024;

const gzipped = (file: string): number => gzipSync(readFileSync(join(built, file))).length;

describe('the built console', () => {
  test(`asks for less than 350 KB of script, compressed, before it shows something`, () => {
    const chunks = manifest.parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
    expect(Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true)).toEqual([
      'docs.html',
      'index.html',
    ]);
    const wanted = new Set(['index.html']);
    for (const name of wanted) for (const part of chunks[name]?.imports ?? []) wanted.add(part);
    const files = [...wanted].flatMap((name) => chunks[name]?.file ?? []);
    const bytes = files.reduce((sum, file) => sum + gzipped(file), 0);
    expect(bytes).toBeGreaterThan(100 * 1024);
    expect(bytes).toBeLessThan(FIRST_VIEW_BYTES);
  });

  test('carries no schema: the contract’s types alone are used', () => {
    const chunks = manifest.parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
    const texts = Object.values(chunks).map(({ file }) => readFileSync(join(built, file), 'utf8'));
    expect(texts.filter((text) => text.includes('ZodError') || text.includes('invalid_union'))).toEqual([]);
  });
});
