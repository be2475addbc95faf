import type { Body, Settings } from '../../api/contract.ts';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';

/**
 * What papers say of an office, in the order of the form: where it stands in the settings. A further line is one entry
 * here, its field in `shared/contract/papers.ts` and its words in `i18n`.
 */
export const deskLines = {
  organ: ['actingOrgan', 'name'],
  qualification: ['actingOrgan', 'qualification'],
  delegation: ['actingOrgan', 'delegation'],
  address: ['address'],
  telephone: ['telephone'],
  contact: ['contact'],
  reconsiderationBody: ['reconsiderationBody'],
  court: ['court'],
  bank: ['bank'],
  bankAccount: ['bankAccount'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DeskLine = keyof typeof deskLines;

export const deskNames = Object.keys(deskLines).filter((name): name is DeskLine => name in deskLines);

/** The desk of an office as fields of the form. */
export interface DeskFields {
  readonly lines: Readonly<Record<string, string | undefined>>;
  readonly numbering: Readonly<Record<string, string | undefined>>;
}

type Desk = Omit<Settings['papers'], 'offices'>;
type Patch = NonNullable<Body<'PATCH /v1/jurisdictions/{j}/settings'>['papers']>;

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function textAt(desk: Desk, path: readonly string[]): string {
  let at: unknown = desk;
  for (const name of path) at = isTable(at) ? at[name] : undefined;
  return typeof at === 'string' ? at : '';
}

export const deskFields = (desk: Desk): DeskFields => ({
  lines: Object.fromEntries(deskNames.map((name) => [name, textAt(desk, deskLines[name])])),
  numbering: desk.numbering,
});

/** Only what was changed: the rest stays as it holds without an entry. Empty takes an entry away. */
export function deskPatch(fields: DeskFields, before: DeskFields): Omit<Patch, 'offices'> | undefined {
  const lines: Record<string, unknown> = {};
  for (const name of deskNames) {
    if ((fields.lines[name] ?? '') === (before.lines[name] ?? '')) continue;
    const [first, second] = deskLines[name];
    const value = textOrNone(fields.lines[name]);
    if (second === undefined) lines[first] = value;
    else lines[first] = { ...(isTable(lines[first]) ? lines[first] : {}), [second]: value };
  }
  const numbering = Object.fromEntries(
    numberedPapers
      .filter((paper) => (fields.numbering[paper] ?? '') !== (before.numbering[paper] ?? ''))
      .map((paper) => [paper, textOrNone(fields.numbering[paper])]),
  );
  const patch = { ...lines, ...(Object.keys(numbering).length === 0 ? {} : { numbering }) };
  return Object.keys(patch).length === 0 ? undefined : patch;
}

const textOrNone = (text = ''): string | null => (text.trim() === '' ? null : text.trim());
