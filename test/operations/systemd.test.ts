import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const ANALYZE = '/usr/bin/systemd-analyze';
const unit = readFileSync(new URL('../../deploy/archive-duty.service', import.meta.url), 'utf8');

function suite(): void {
  test('the unit is understood whole, and exposes little', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-duty-unit-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'archive-duty.service');
    // The program must be there: that of this test.
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const checked = await run(ANALYZE, ['verify', file]);
    expect([checked.stdout, checked.stderr]).toEqual(['', '']);
    await run(ANALYZE, ['security', '--offline=true', '--threshold=20', '--no-pager', file]);
  });
}

if (existsSync(ANALYZE)) describe('systemd', suite);
else describe.skip(`systemd — SKIPPED: no ${ANALYZE}; apt-get install systemd`, suite);
