import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Item } from '../../../shared/ports.ts';
import { kindOf } from '../../../shared/records/migrate.ts';
import { agendaPage } from '../../../shared/records/agenda.ts';

const item = z.looseObject({ pk: z.string(), sk: z.string() });
const folderOf = (generation: string): string =>
  fileURLToPath(new URL(`../../golden/items/${generation}`, import.meta.url));

/** The items of one bureau, with those pages of the agenda that contain only its pointers. */
export function itemsOf(items: readonly Item[], jurisdiction: string): Item[] {
  const texts = new Set(
    items.flatMap(({ pk, textHash, textIn }) =>
      pk.startsWith(`${jurisdiction}#`) ? [textIn ?? textHash] : [],
    ),
  );
  return items.filter((one) => {
    const kind = kindOf(one);
    if (kind === 'agenda-page')
      return agendaPage.of(one).pointers.every((pointer) => pointer.jurisdiction === jurisdiction);
    if (kind === 'text' || kind === 'letters') return texts.has(one.pk.slice('TEXT#'.length));
    return kind === 'system' || one.pk.startsWith(`${jurisdiction}#`);
  });
}

/** Writes a file for each kind, with an item on each line. */
export function writeItems(generation: string, items: readonly Item[]): void {
  mkdirSync(folderOf(generation), { recursive: true });
  const kinds = new Set(items.map(kindOf));
  for (const kind of kinds) {
    const lines = items.filter((one) => kindOf(one) === kind).map((one) => JSON.stringify(one));
    writeFileSync(join(folderOf(generation), `${kind}.ndjson`), `${lines.join('\n')}\n`);
  }
}

export const generations = (): string[] => readdirSync(folderOf('.')).sort();

export function readItems(generation: string): ReadonlyMap<string, readonly Item[]> {
  const folder = folderOf(generation);
  return new Map(
    readdirSync(folder).map((file): [string, Item[]] => {
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
      return [file.replace(/\.ndjson$/, ''), lines.map((line) => item.parse(JSON.parse(line)))];
    }),
  );
}
