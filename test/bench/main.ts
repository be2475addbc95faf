import { path } from './path.ts';
import { planning } from './planning.ts';
import { status } from './status.ts';
import { table, writeFigures, type Bench, type Line } from './report.ts';

const benches: readonly Bench[] = [planning, status, path];
const FILE = 'bench-results.json';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No benchmark ${unknown.join(', ')}; there are: ${benches.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const lines: Line[] = [];
for (const bench of benches) {
  if (asked.length > 0 && !asked.includes(bench.name)) continue;
  process.stdout.write(`\n${bench.title}\n`);
  await bench.run({
    say: (text) => process.stdout.write(`  ${text}\n`),
    add: (line) => lines.push(line),
  });
}
process.stdout.write(`\n${table(lines)}\n`);
writeFigures(FILE, lines, []);
