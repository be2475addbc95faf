import { table, writeFigures, type Bench, type Line } from './report.ts';

/** Loaded only when asked for: what one brings along would weigh on the others’ figures. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  planning: async () => (await import('./planning.ts')).planning,
  status: async () => (await import('./status.ts')).status,
  path: async () => (await import('./path.ts')).path,
  capacity: async () => (await import('./capacity.ts')).capacity,
  sweep: async () => (await import('./handover.ts')).handover,
  year: async () => (await import('./year.ts')).year,
  imports: async () => (await import('./imports.ts')).imports,
  cost: async () => (await import('./cost.ts')).cost,
};
const FILE = 'bench-results.json';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(2);
}

const lines: Line[] = [];
const skipped: string[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const bench = await load();
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
