import { capacity } from './capacity.ts';
import { cost } from './cost.ts';
import { handover } from './handover.ts';
import { imports } from './imports.ts';
import { path } from './path.ts';
import { planning } from './planning.ts';
import { status } from './status.ts';
import { year } from './year.ts';
import { table, writeFigures, type Bench, type Line } from './report.ts';

const benches: readonly Bench[] = [planning, status, path, capacity, cost, imports, handover, year];
const FILE = 'bench-results.json';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}; there are: ${benches.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

const lines: Line[] = [];
const skipped: string[] = [];
for (const bench of benches) {
  if (asked.length > 0 && !asked.includes(bench.name)) continue;
  process.stdout.write(`\n${bench.title}\n`);
  await bench.run({
    say: (text) => process.stdout.write(`  ${text}\n`),
    add: (line) => lines.push(line),
    skip: (what, why) => {
      skipped.push(`${what}: ${why}`);
      process.stdout.write(`  SKIPPED ${what}: ${why}\n`);
    },
  });
}
process.stdout.write(`\n${table(lines)}\n`);
for (const one of skipped) process.stdout.write(`SKIPPED ${one}\n`);
writeFigures(FILE, lines, skipped);
process.stdout.write(`\nThe figures are in ${FILE}.\n`);
