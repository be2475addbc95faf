import { z } from 'zod';
import compiled from '../rulebooks/compiled.json' with { type: 'json' };
import list from '../rulebooks/jurisdictions.json' with { type: 'json' };
import { isDeadline, type DeadlineRule, type Rule } from './rule.ts';
import { documentCode, officeName, rulebookSource } from './schema.ts';

const jurisdictionSource = z.strictObject({
  id: z.string(),
  name: z.string(),
  bureau: z.string(),
  division: z.string(),
  superior: z.string().nullable(),
  document: documentCode.optional(),
  offices: z.array(z.strictObject({ office: officeName, name: z.string() })).optional(),
});

export type Jurisdiction = z.infer<typeof jurisdictionSource>;

/** The rules of one jurisdiction, immutable; `version` names their content. */
export interface Rulebook {
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly deadlines: readonly DeadlineRule[];
  ruleOf(ruleId: string): Rule | undefined;
  deadlineOf(ruleId: string): DeadlineRule | undefined;
}

/** Every jurisdiction, the parents up to the province among them. */
export const jurisdictions: readonly Jurisdiction[] = z.array(jurisdictionSource).parse(list);

const byId = new Map(jurisdictions.map((jurisdiction) => [jurisdiction.id, jurisdiction]));

export function jurisdictionOf(id: string): Jurisdiction | undefined {
  return byId.get(id);
}

/** Those that have a rulebook, and so are worked in. */
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

const sources = z.record(z.string(), z.object({ version: z.string(), regimes: z.array(z.unknown()) }));
const books = new Map<string, Rulebook>();

function read(id: string): Rulebook {
  const source = sources.parse(compiled)[id];
  const regimes = (source?.regimes ?? []).map((regime) => rulebookSource.parse(regime));
  const rules: Rule[] = regimes.flatMap((regime) =>
    regime.rules.map((rule) => ({
      ...rule,
      ruleId: `${regime.regime}/${rule.id}`,
      regime: regime.regime,
      regimeTitle: regime.title,
      document: regime.document,
      office: regime.office,
      regimeBasis: regime.basis,
    })),
  );
  const index = new Map(rules.map((rule) => [rule.ruleId, rule]));
  const deadlines = rules.filter(isDeadline);
  const deadlineIndex = new Map(deadlines.map((rule) => [rule.ruleId, rule]));
  return {
    version: source?.version ?? 'none',
    rules,
    deadlines,
    ruleOf: (ruleId) => index.get(ruleId),
    deadlineOf: (ruleId) => deadlineIndex.get(ruleId),
  };
}

/** The rulebook of a jurisdiction; an empty one where there is none. */
export function rulebookOf(id: string): Rulebook {
  const known = books.get(id);
  if (known) return known;
  const book = read(id);
  books.set(id, book);
  return book;
}

/** Titles of the source documents, as they are cited to people. */
export const documentTitles: Readonly<Record<z.infer<typeof documentCode>, string>> = {
  HJ: '洪江区档案局责任清单事中事后监管制度',
  SX: '涉县档案局责任清单事中事后监督管理制度',
  LQ: '鹿泉区档案馆责任清单事中事后监督管理制度',
  BX: '柏乡县人民政府办公室责任清单事中事后监督管理制度',
  LN: '辽委办发〔2015〕14号',
};
