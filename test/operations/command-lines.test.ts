import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { tool, type Tool } from '../../local/command-line.ts';
import { jsonOfFile } from '../../local/person-file.ts';
import { ToldError } from '../../local/told-error.ts';
import { runTool } from '../support/product/run-tool.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(jsonOfFile(join(root, 'package.json')));

/** The files of ours that npm’s scripts run. */
const files = [
  ...new Set(Object.values(scripts).flatMap((script) => script.match(/\b[\w/-]+\.ts\b/g) ?? [])),
].sort();

/** `local/main.ts` starts at once; what it starts is the tool. */
const fileOf = (file: string): string => (file === 'local/main.ts' ? 'local/start.ts' : file);

const isTool = (value: unknown): value is Tool => typeof value === 'function';

async function toolOf(file: string): Promise<Tool> {
  const loaded: unknown = await import(join(root, fileOf(file)));
  return z.object({ main: z.custom<Tool>(isTool) }).parse(loaded).main;
}

test('the scripts of npm are looked at', () => {
  expect(files).toEqual(expect.arrayContaining(['local/main.ts', 'test/bench/main.ts', 'tools/backup.ts']));
  expect(files.length).toBeGreaterThan(14);
});

describe.each(files)('%s', (file) => {
  test('tells with --help how it is called, its flags and its exit codes, and does nothing', async () => {
    const { code, output, errors } = await runTool(await toolOf(file), ['--help']);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/^(?:npm (?:run|start)|tsx) .*\n(?:.*\n)*exits 0/);
  });

  test('does nothing where it does not know a flag: it names it, says which there are, and exits 1', async () => {
    const { code, output, errors } = await runTool(await toolOf(file), ['--hlep', '--must', '--yes']);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^There is no --hlep; there (?:is|are .*,) --help\.\n$/);
  });
});

describe('a tool', () => {
  const ran: unknown[] = [];
  const main = tool({
    usage: 'npm run it',
    flags: { file: { type: 'string' }, dry: { type: 'boolean', default: false } },
    run: ({ values }) => {
      ran.push({ ...values });
      if (values.file === 'missing') throw new ToldError('missing is not there', 2);
      if (values.file === 'fault') throw new Error('a fault of ours');
      return 0;
    },
  });

  test.each<[readonly string[], string]>([
    [['--fil', 'a'], 'There is no --fil; there are --file, --dry, --help.'],
    [['-f', 'a'], 'There is no -f; there are --file, --dry, --help.'],
    [['--file', 'a', '--no-dry'], 'There is no --no-dry; there are --file, --dry, --help.'],
    [['a', '--dry'], '"a" belongs to no flag; there are --file, --dry, --help.'],
    [['--file'], "Option '--file <value>' argument missing. --help shows how it is used."],
    [['--dry=yes'], "Option '--dry' does not take an argument. --help shows how it is used."],
  ])('does nothing with %j', async (words, says) => {
    ran.length = 0;
    expect(await runTool(main, words)).toEqual({ code: 1, output: '', errors: `${says}\n` });
    expect(ran).toEqual([]);
  });

  test('gets its flags, says what a person can mend, and hides no fault', async () => {
    ran.length = 0;
    expect(await runTool(main, ['--file', '--help'])).toMatchObject({ code: 0, output: 'npm run it\n' });
    expect((await runTool(main, ['--file=a', '--dry'])).code).toBe(0);
    expect(ran).toEqual([{ file: 'a', dry: true }]);
    expect(await runTool(main, ['--file', 'missing'])).toMatchObject({
      code: 2,
      errors: 'missing is not there\n',
    });
    await expect(runTool(main, ['--file', 'fault'])).rejects.toThrow('a fault of ours');
  });

  test('is one as a process, too, by whatever way its file is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-duty-tool-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    symlinkSync(root, join(folder, 'product'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(folder, 'product/tools/ledger-verify.ts'), '--hed'],
      { cwd: root, encoding: 'utf8' },
    );
    expect([status, stdout, stderr]).toEqual([1, '', 'There is no --hed; there are --head, --help.\n']);
  });
});
