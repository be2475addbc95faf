import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
});
const manifest = z.record(z.string(), chunk);

/** What Vite has built of the console: its entries, all scripts, and those that the first view asks for. */
export function builtConsole(built: string) {
  const chunks = manifest.parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
  const scripts = (names: Iterable<string>): string[] => [
    ...new Set([...names].flatMap((name) => chunks[name]?.file ?? []).filter((file) => file.endsWith('.js'))),
  ];
  // The page of the API’s description is an entry of its own: nobody who opens the console loads it.
  const wanted = new Set(['index.html']);
  for (const name of wanted) for (const part of chunks[name]?.imports ?? []) wanted.add(part);
  return {
    entries: Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true),
    all: scripts(Object.keys(chunks)),
    firstView: scripts(wanted),
    /** Bytes of the files, each compressed with gzip. */
    gzipped: (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0),
  };
}
