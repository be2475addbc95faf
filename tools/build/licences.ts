import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({ name: z.string(), version: z.string(), license: z.unknown() });

/** The licence of each package, as its author wrote it: whoever passes the code on passes this on too. */
export const licencesOf = (packages: readonly string[], root: string): string =>
  packages.map((folder) => licenceOf(join(root, '..', folder))).join(`\n${'-'.repeat(60)}\n`);

function licenceOf(folder: string): string {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)(?:\.|-|$)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const kind = typeof license === 'string' ? license : 'see its text';
  return `${name} ${version} (${kind})\n\n${texts.join('\n\n')}\n`;
}
