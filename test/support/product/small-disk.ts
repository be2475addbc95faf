import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';

const DISK_BYTES = 24_000_000;

function mount(): string {
  const disk = mkdtempSync(join(tmpdir(), 'archive-duty-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch (error) {
    rmSync(disk, { recursive: true });
    throw error;
  }
  return disk;
}

function unmount(disk: string): void {
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
}

function mayMount(): boolean {
  try {
    unmount(mount());
    return true;
  } catch {
    return false;
  }
}

/** A test with a disk of 24 MB. It is skipped by name when this user may not mount one (`.ci/run` fails then). */
export function testOnSmallDisk(name: string, work: (disk: string) => Promise<void>): void {
  if (!mayMount()) {
    test.skip(`${name} — SKIPPED: this user may mount no disk; run it as root`, () => undefined);
    return;
  }
  test(name, () => {
    const disk = mount();
    onTestFinished(() => unmount(disk));
    return work(disk);
  });
}

/** Writes until the disk is full; returns a function that removes it again. */
export function fillUp(disk: string): () => void {
  const file = join(disk, 'other-program');
  for (const size of [1_000_000, 1000, 1])
    for (let more = true; more;) {
      try {
        appendFileSync(file, Buffer.alloc(size));
      } catch {
        more = false;
      }
    }
  return () => rmSync(file, { force: true });
}
