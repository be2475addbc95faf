import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../../../web/src', import.meta.url));

/** The forms of the particulars of a document share one component, which makes the call. */
const PARTICULARS = 'pages/escalation/change';
const particular = 'PATCH /v1/jurisdictions/{j}/escalations/{id}';

/**
 * Every place where the console calls a route that writes: `pages/draw/next Reveal.act` → `POST /v1/…/reveal`.
 * Without `useAct`, the place is only the file.
 */
export function actSites(): ReadonlyMap<string, string> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  return new Map(files.flatMap((file) => sitesIn(file, readFileSync(join(sources, file), 'utf8'))));
}

function sitesIn(file: string, source: string): (readonly [string, string])[] {
  const place = file.replace(/\.tsx?$/, '');
  const within = (at: number): string =>
    [...source.slice(0, at).matchAll(/^(?:export )?(?:default )?function (\w+)/gm)].at(-1)?.[1] ?? '';
  const called = [...source.matchAll(/(\w+) = useAct\(\s*'([^']+)'/g)].map(
    ({ index, 1: name = '', 2: route = '' }) => [`${place} ${within(index)}.${name}`, route] as const,
  );
  const uses = source.match(/\buseAct\(/g)?.length ?? 0;
  if (uses > called.length) throw new Error(`${file} calls useAct in a way that this list does not see`);
  const shared =
    place === PARTICULARS
      ? [...source.matchAll(/<Change\n/g)].map(
          ({ index }) => [`${place} ${within(index)}`, particular] as const,
        )
      : [];
  const plain = [
    ...source.matchAll(/method: '(POST|PUT|PATCH|DELETE)'|call\(\s*'((?:POST|PUT|PATCH|DELETE) [^']+)'/g),
  ].map(({ 1: method = '', 2: route = method }) => [place, route] as const);
  return [...called, ...shared, ...plain];
}
