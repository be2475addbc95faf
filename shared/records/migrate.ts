import type { Item, Key, Store } from '../ports.ts';
import { drawRecord } from './draw.ts';
import { escalationRecord } from './escalation.ts';
import { portionRecord } from './import.ts';
import { inspectionRecord } from './inspection.ts';
import { quotaDecisionRecord } from './quota.ts';
import { obligationRecord } from './obligation.ts';
import { overrideRecord } from './override.ts';
import type { Step } from './record.ts';
import { subjectRecord } from './subject.ts';

/**
 * Which schema version each kind of item has in this code, and how an older item becomes one of the present.
 * An added field needs no new version: it is optional, and older code keeps what it does not know
 * (`stored.ts`). A version is raised only where an old field changes its meaning or its shape; the items of
 * before are then brought up when they are read, and written in the new form when they next change.
 */
export const kinds = {
  subject: /^[^#]+#S#[^#]+\|0$/,
  'last-notice': /^[^#]+#S#[^#]+\|1$/,
  obligation: /^[^#]+#S#[^#]+\|2#/,
  child: /^[^#]+#S#[^#]+\|3#/,
  predecessor: /^[^#]+#S#[^#]+\|4#/,
  'unit-people': /^[^#]+#S#[^#]+\|P$/,
  escalation: /^[^#]+#S#[^#]+\|E#/,
  notice: /^[^#]+#S#[^#]+\|N#/,
  settings: /^[^#]+#CONFIG\|SETTINGS$/,
  staff: /^[^#]+#CONFIG\|STAFF$/,
  year: /^[^#]+#CONFIG\|YEAR#/,
  override: /^[^#]+#CONFIG\|OVERRIDE#/,
  planned: /^[^#]+#CONFIG\|PLANNED$/,
  reported: /^[^#]+#CONFIG\|REPORTED$/,
  hold: /^[^#]+#CONFIG\|HOLD$/,
  moved: /^[^#]+#CONFIG\|MOVED$/,
  'daily-line': /^[^#]+#DAILY\|/,
  link: /^[^#]+#LEDGER\|/,
  number: /^[^#]+#NUMBER\|/,
  draw: /^[^#]+#DRAW\|D#/,
  roster: /^[^#]+#DRAW\|R#/,
  inspection: /^[^#]+#INSPECTION\|/,
  population: /^[^#]+#QUOTA\|POP#/,
  'quota-decision': /^[^#]+#QUOTA\|DECISION#/,
  feed: /^[^#]+#FEED\|/,
  client: /^[^#]+#CLIENT\|/,
  person: /^PERSON#[^|]+\|0$/,
  address: /^PERSON#[^|]+\|1$/,
  suppressed: /^[^#]+#SUPPRESSED\|/,
  named: /^[^#]+#NAMED#/,
  import: /^[^#]+#IMPORT#[^#]+\|0$/,
  'import-portion': /^[^#]+#IMPORT#[^#]+\|C#/,
  'import-marks': /^[^#]+#IMPORT#[^#]+\|K#/,
  headings: /^[^#]+#IMPORT#headings\|HEADINGS$/,
  repetition: /^[^#]+#IDEMPOTENCY#/,
  'sign-in': /^[^#]*#SIGNIN\|/,
  account: /^ACCOUNTS?(?:#|\|)/,
  'agenda-page': /^AGENDA#/,
  handed: /^HANDED#/,
  text: /^TEXT#[^|]+\|0$/,
  letters: /^TEXT#[^|]+\|1$/,
  rate: /^RATE#/,
  system: /^SYSTEM\|/,
  message: /^(?:QUEUE|DEAD)#/,
} as const satisfies Record<string, RegExp>;

/** `other` is what has no pattern of its own yet. */
export type ItemKind = keyof typeof kinds | 'other';

export function kindOf({ pk, sk }: Key): ItemKind {
  const place = `${pk}|${sk}`;
  let kind: keyof typeof kinds;
  for (kind in kinds) if (kinds[kind].test(place)) return kind;
  return 'other';
}

/** For each kind the steps from version 1 on: with one of them the kind’s present version is 2. */
export type Migrations = Readonly<Partial<Record<ItemKind, readonly Step[]>>>;

/** The steps of this code, as the records have them; what is not named is at version 1. */
const migrations: Migrations = {
  draw: drawRecord.steps,
  escalation: escalationRecord.steps,
  'import-portion': portionRecord.steps,
  inspection: inspectionRecord.steps,
  obligation: obligationRecord.steps,
  override: overrideRecord.steps,
  'quota-decision': quotaDecisionRecord.steps,
  subject: subjectRecord.steps,
};

/** An item that newer code wrote. It is left as it is; a queue’s message comes again, when the newer code runs. */
export class NewerItem extends Error {
  override name = 'NewerItem';
}

export function presentVersion(kind: ItemKind, steps: Migrations = migrations): number {
  return (steps[kind]?.length ?? 0) + 1;
}

/**
 * An item as this code knows it. What has no schema version, as the answers of an index, passes; what is newer
 * than this code throws NewerItem and changes nothing.
 */
export function upToDate(item: Item, steps: Migrations = migrations): Item {
  const { v } = item;
  if (typeof v !== 'number') return item;
  const kind = kindOf(item);
  const present = presentVersion(kind, steps);
  if (!Number.isInteger(v) || v < 1 || v > present)
    throw new NewerItem(
      `an item of kind ${kind} has schema version ${String(v)}, this code knows up to ${present}: it was written by newer code; deploy that, nothing was changed`,
    );
  let current = item;
  for (const step of steps[kind]?.slice(v - 1) ?? []) current = step(current);
  return { ...current, v: present };
}

/** A store whose items all come out up to date. */
export function migrating(store: Store, steps: Migrations): Store {
  const all = (items: readonly Item[]): Item[] => items.map((item) => upToDate(item, steps));
  return {
    ...store,
    get: async (key) => {
      const item = await store.get(key);
      return item && upToDate(item, steps);
    },
    getMany: async (keys) => all(await store.getMany(keys)),
    query: async (query) => {
      const { items, after } = await store.query(query);
      return { items: all(items), after };
    },
  };
}
