import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';
import { textOfFile } from '../local/person-file.ts';
import { sourceRowsPath } from '../shared/rules/reading/check-rows.ts';
import { benchmarksSource } from '../shared/rules/benchmarks.ts';
import { instrumentsSource, provisionsIn } from '../shared/rules/instruments.ts';
import { parseYaml } from '../shared/rules/reading/parse.ts';
import { loadRulebooks, type Loaded, type SourceFile } from '../shared/rules/reading/load.ts';
import { rulebookSource } from '../shared/rules/schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'shared/rulebooks';
const notRulesFolder = 'not-rules';
const shownFolder = 'shown';

const read = (path: string): SourceFile => ({ path, text: textOfFile(`${root}/${path}`) });

const yamlIn = (name: string): SourceFile[] =>
  readdirSync(`${root}/${folder}/${name}`)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => read(`${folder}/${name}/${file}`));

const instruments = parseYaml(read(`${folder}/instruments.yaml`), instrumentsSource);

const benchmarks = parseYaml(read(`${folder}/benchmarks.yaml`), benchmarksSource);

const load = (): Loaded => {
  const folders = readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const loaded = loadRulebooks(
    folders.filter((name) => name !== notRulesFolder && name !== shownFolder).flatMap(yamlIn),
    read(sourceRowsPath).text,
    folders.includes(notRulesFolder) ? yamlIn(notRulesFolder) : [],
    {
      known: provisionsIn(instruments.value ?? []),
      shown: folders.includes(shownFolder) ? yamlIn(shownFolder) : [],
    },
  );
  return { ...loaded, problems: [...instruments.problems, ...benchmarks.problems, ...loaded.problems] };
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** The same content gives the same version, whatever the order of its fields. */
const versionOf = (regimes: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(regimes)))
    .digest('hex')
    .slice(0, 12);

const json = (path: string, value: unknown): SourceFile => ({
  path: `${folder}/${path}`,
  text: `${JSON.stringify(value, null, 1)}\n`,
});

const outputsOf = ({ rulebooks }: Loaded): SourceFile[] => {
  const compiled = Object.fromEntries(
    Object.entries(rulebooks).map(([name, regimes]) => [name, { version: versionOf(regimes), regimes }]),
  );
  const jurisdictions: unknown = parse(read(`${folder}/jurisdictions.yaml`).text);
  return [
    json('compiled.json', compiled),
    json('schema.json', z.toJSONSchema(rulebookSource)),
    json('jurisdictions.json', jurisdictions),
    json('instruments.json', instruments.value),
    json('instruments.schema.json', z.toJSONSchema(instrumentsSource)),
    json('benchmarks.json', benchmarks.value),
    json('benchmarks.schema.json', z.toJSONSchema(benchmarksSource)),
  ];
};

const isStale = ({ path, text }: SourceFile): boolean =>
  !existsSync(`${root}/${path}`) || read(path).text !== text;

function check(build: boolean, { say, complain }: Terminal): number {
  const loaded = load();
  for (const { file, line, message } of loaded.problems) complain(`${file}:${line}: ${message}`);
  if (loaded.problems.length > 0) return 1;
  const stale = outputsOf(loaded).filter(isStale);
  if (build) {
    for (const { path, text } of stale) writeFileSync(`${root}/${path}`, text);
  } else if (stale.length > 0) {
    for (const { path } of stale) complain(`${path}:1: is stale, run \`npm run rulebook:build\``);
    return 1;
  }
  const { rules, covered, shown, rows, noRules } = loaded.counts;
  say(`${rules} rules, ${covered} of ${rows} rows covered, ${shown} shown, ${noRules} no rules`);
  return 0;
}

export const main = tool({
  usage: `npm run rulebook:check   says what is wrong with the rulebooks, by file and line
npm run rulebook:build   writes what is made from them, too, once nothing is wrong
exits 0 where nothing is wrong and what is made from them is theirs, 1 otherwise`,
  flags: { build: { type: 'boolean', default: false } },
  run: ({ values: { build } }, terminal) => check(build, terminal),
});

await runAtTerminal(import.meta.url, main);
