import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Sizes } from './sizes.ts';

/** What a figure is held against. */
export interface Beside {
  readonly name: string;
  readonly figure: number;
  /** Where it is another one than the figure’s. */
  readonly unit?: string;
}

/** One measured figure of the product, beside its baseline of the same run. */
export interface Line {
  readonly goal: string;
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly beside?: Beside;
  /** Figure over baseline. */
  readonly ratio?: number;
  /** The goal in words; absent for what is only told beside. */
  readonly wanted?: string;
  readonly met?: boolean;
  /** What was measured and how, where the name does not say it. */
  readonly note?: string;
}

/** A benchmark says what it is doing, and hands each line over when it has it. */
export interface Desk {
  say(text: string): void;
  add(line: Line): void;
  /** Says loudly what was left out, and why. */
  skip(what: string, why: string): void;
}

export interface Bench {
  readonly title: string;
  run(desk: Desk, sizes: Sizes): Promise<void>;
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

function figureText({ figure, unit }: Pick<Line, 'figure' | 'unit'>): string {
  return `${number.format(figure)} ${unit}`;
}

function verdict(line: Line): string {
  if (line.met === undefined) return '';
  return line.met ? 'met' : 'MISSED';
}

const HEAD = ['goal', 'what', 'figure', 'baseline', 'ratio', 'wanted', ''];

function row(line: Line): string[] {
  const { beside, unit, ratio } = line;
  return [
    line.goal,
    line.what,
    figureText(line),
    beside === undefined ? '' : `${figureText({ unit, ...beside })} (${beside.name})`,
    ratio === undefined ? '' : ratio.toFixed(ratio < 10 ? 2 : 1),
    line.wanted ?? '',
    verdict(line),
  ];
}

/** The lines as a table for people; notes below it. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const printed = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = lines.flatMap(({ goal, what, note }) =>
    note === undefined ? [] : [`${goal} ${what}: ${note}`],
  );
  return [...printed, '', ...notes].join('\n');
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Where figures come from: the commit and the machine. */
export function provenance() {
  return {
    at: new Date().toISOString(),
    commit: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
    machine: { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', node: process.version },
  };
}

export interface Figures {
  readonly lines: readonly Line[];
  readonly skipped: readonly string[];
  readonly quick: boolean;
}

/** The figures as JSON, with where they come from and how busy the machine was. */
export function writeFigures(file: string, figures: Figures): void {
  const load = { load: loadavg().map((one) => Math.round(one * 10) / 10) };
  writeFileSync(file, `${JSON.stringify({ ...provenance(), ...load, ...figures }, null, 2)}\n`);
}
