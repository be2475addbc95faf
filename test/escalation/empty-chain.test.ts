import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runTool } from '../support/product/run-tool.ts';
import { main as ledgerVerify } from '../../tools/ledger-verify.ts';

test('an empty chain is no proof', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'chain-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of [
    ['list', '[]'],
    ['page', '{"items":[]}'],
  ] as const) {
    const file = join(directory, name);
    writeFileSync(file, content);
    const { code, output } = await runTool(ledgerVerify, [file]);
    expect([code, output]).toEqual([1, expect.stringContaining('holds no link')]);
  }
});
