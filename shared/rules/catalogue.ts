import { z } from 'zod';
import compiled from '../rulebooks/compiled.json' with { type: 'json' };
import list from '../rulebooks/jurisdictions.json' with { type: 'json' };
import { isDeadline, versionOn, type DeadlineRule, type Rule } from './rule.ts';
import { documentCode, officeName, rulebookSource } from './schema.ts';

const jurisdictionSource = z.strictObject({
  id: z.string(),
  name: z.string(),
  bureau: z.string(),
  division: z.string(),
  superior: z.string().nullable(),
  document: documentCode.optional(),
  /** The name of the government, if it is not called 人民政府. */
  government: z.string().optional(),
  /** The reconsideration body, if it is not the government of the same level. */
  reconsideration: z.string().optional(),
  offices: z.array(z.strictObject({ office: officeName, name: z.string() })).optional(),
});

export type Jurisdiction = z.infer<typeof jurisdictionSource>;

/** The rules of one jurisdiction, immutable. `version` identifies their content. */
export interface Rulebook {
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly deadlines: readonly DeadlineRule[];
  /** The version of a rule in force on a day (`YYYY-MM-DD`), or the nearest one. Without a day, the newest. */
  ruleOf(ruleId: string, on?: string): Rule | undefined;
  /** The same for a deadline rule. For a duty, the day is the one on which it arose. */
  deadlineOf(ruleId: string, on?: string): DeadlineRule | undefined;
  /** Each rule once, in the version that `ruleOf` returns for the day. */
  readonly rulesOn: (on: string) => readonly Rule[];
  /** Every version of a deadline rule, the earliest first. */
  readonly versionsOf: (ruleId: string) => readonly DeadlineRule[];
}

/** Every jurisdiction, including the parents up to the province. */
export const jurisdictions: readonly Jurisdiction[] = z.array(jurisdictionSource).parse(list);

const byId = new Map(jurisdictions.map((jurisdiction) => [jurisdiction.id, jurisdiction]));

export function jurisdictionOf(id: string): Jurisdiction | undefined {
  return byId.get(id);
}

/** The jurisdictions with a rulebook, in which bureaus can work. */
export const regulated: readonly Jurisdiction[] = jurisdictions.filter(
  (entry) => entry.document !== undefined,
);

/** Whether `id` lies below `ancestor`, at any depth. */
export function isBelow(id: string, ancestor: string): boolean {
  let parent = byId.get(id)?.superior ?? null;
  while (parent !== null) {
    if (parent === ancestor) return true;
    parent = byId.get(parent)?.superior ?? null;
  }
  return false;
}

/** Whether a stage that serves these, each with everything below it, serves the jurisdiction; without a list, all. */
export const isServed = (serves: readonly string[] | undefined, id: string): boolean =>
  serves === undefined || serves.some((one) => one === id || isBelow(id, one));

/** The jurisdictions in which the bureaus of a stage work. */
export const regulatedIn = (serves: readonly string[] | undefined): readonly Jurisdiction[] =>
  regulated.filter(({ id }) => isServed(serves, id));

/** Also a superior without bureaus of its own: its people look into what the stage serves below it. */
export const isOpenIn = (serves: readonly string[] | undefined, id: string): boolean =>
  isServed(serves, id) ||
  (byId.get(id)?.document === undefined && serves?.some((one) => isBelow(one, id)) === true);

const sources = z.record(z.string(), z.object({ version: z.string(), regimes: z.array(z.unknown()) }));
const books = new Map<string, Rulebook>();

/** National law, which belongs to the rulebook of every jurisdiction with a bureau. */
const NATIONAL = 'national';

function read(id: string): Rulebook {
  const all = sources.parse(compiled);
  const [own, law] = [all[id], all[NATIONAL]];
  if (!own || !law) return bookOf('none', []);
  return bookOf(`${own.version}-${law.version}`, [...own.regimes, ...law.regimes].flatMap(rulesIn));
}

function rulesIn(source: unknown): Rule[] {
  const regime = rulebookSource.parse(source);
  return regime.rules.map((rule) => ({
    ...rule,
    ruleId: `${regime.regime}/${rule.id}`,
    regime: regime.regime,
    regimeTitle: regime.title,
    document: regime.document,
    office: regime.office,
    regimeBasis: regime.basis,
  }));
}

/** By id, the versions of each rule in the order of their first days. */
function versionsById<R extends Rule>(rules: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>();
  for (const rule of rules) found.set(rule.ruleId, [...(found.get(rule.ruleId) ?? []), rule]);
  for (const versions of found.values()) versions.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return found;
}

export function bookOf(version: string, rules: readonly Rule[]): Rulebook {
  const all = versionsById(rules);
  const deadlines = rules.filter(isDeadline);
  const allDeadlines = versionsById(deadlines);
  return {
    version,
    rules,
    deadlines,
    ruleOf: (ruleId, on) => pick(all.get(ruleId) ?? [], on),
    deadlineOf: (ruleId, on) => pick(allDeadlines.get(ruleId) ?? [], on),
    rulesOn: (on) => [...all.values()].flatMap((versions) => versionOn(versions, on) ?? []),
    versionsOf: (ruleId) => allDeadlines.get(ruleId) ?? [],
  };
}

function pick<R extends Rule>(versions: readonly R[], on: string | undefined): R | undefined {
  return on === undefined ? versions.at(-1) : versionOn(versions, on);
}

/** The rulebook of a jurisdiction; an empty one when it has none. */
export function rulebookOf(id: string): Rulebook {
  const known = books.get(id);
  if (known) return known;
  const book = read(id);
  books.set(id, book);
  return book;
}

/** Titles of the source documents, in the form in which letters cite them. */
export const documentTitles: Readonly<Record<z.infer<typeof documentCode>, string>> = {
  HJ: '洪江区档案局责任清单事中事后监管制度',
  SX: '涉县档案局责任清单事中事后监督管理制度',
  LQ: '鹿泉区档案馆责任清单事中事后监督管理制度',
  BX: '柏乡县人民政府办公室责任清单事中事后监督管理制度',
  LN: '辽委办发〔2015〕14号',
  LAW: '国家法律',
};

/** Includes the lists of responsibilities: they are a bureau’s own procedure and not a basis of a measure. */
export const listTitles: readonly string[] = Object.entries(documentTitles).flatMap(([code, title]) =>
  code === 'LAW' ? [] : [title],
);
