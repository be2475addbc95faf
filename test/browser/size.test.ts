import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built } from '../support/product/browser.ts';
import { builtConsole } from '../support/product/first-view.ts';

/** Goal of the issue: script of the first view, before parts that load later. */
const FIRST_VIEW_BYTES = 350 * 1024;

describe('the built console', () => {
  test(`asks for less than 350 KB of script, compressed, before it shows something`, () => {
    const { entries, firstView, gzipped } = builtConsole(built);
    expect(entries).toEqual(['docs.html', 'index.html']);
    const bytes = gzipped(firstView);
    expect(bytes).toBeGreaterThan(100 * 1024);
    expect(bytes).toBeLessThan(FIRST_VIEW_BYTES);
  });

  test('carries no schema: the contract’s types alone are used', () => {
    const texts = builtConsole(built).all.map((file) => readFileSync(join(built, file), 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => text.includes('ZodError') || text.includes('invalid_union'))).toEqual([]);
  });
});
