import { cruise } from 'dependency-cruiser';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { layers } from './layers.ts';

/** The folders of the product whose imports must follow the layers. */
export const ROOMS = ['shared', 'functions', 'local', 'infra', 'web/src', 'tools'] as const;

/**
 * The rules that the imports of these folders break, one line each: a circle, a layer, or two folders that
 * import each other. A folder and its subfolders count as one room here. Paths are relative to `baseDir`.
 */
export async function brokenRooms(paths: readonly string[], baseDir: string): Promise<string[]> {
  const { output } = await cruise([...paths], {
    ...layers.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: layers.forbidden },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered a text');
  const lines = output.summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → ')}`,
  );
  const edges = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  return [...new Set([...lines, ...pairsOf(edges)])];
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

const within = (folder: string, outer: string): boolean => folder === outer || folder.startsWith(`${outer}/`);

function pairsOf(edges: readonly Edge[]): string[] {
  const between = new Map<string, Edge>();
  for (const edge of edges) {
    const [from, to] = [dirname(edge.from), dirname(edge.to)];
    if (!within(from, to) && !within(to, from)) between.set(`${from} ${to}`, edge);
  }
  return [...between].flatMap(([key, edge]) => {
    const [from = '', to = ''] = key.split(' ');
    const back = between.get(`${to} ${from}`);
    if (!back || from > to) return [];
    return [`folders import each other: ${edge.from} → ${edge.to}, ${back.from} → ${back.to}`];
  });
}

export const main = tool({
  usage: `npm run rooms
holds the imports to tools/layers.ts: layers, circles of imports, folders that import each other
exits 0 where nothing is broken, 1 otherwise`,
  flags: {},
  run: async (_, { say, complain }) => {
    const broken = await brokenRooms(ROOMS, fileURLToPath(new URL('..', import.meta.url)));
    for (const line of broken) complain(line);
    if (broken.length > 0) return 1;
    say('No circle, no layer broken, no two folders that import each other.');
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
