import type { z } from 'zod';
import { subjectKind } from '../rules/schema.ts';
import type { factValue } from '../records/records.ts';
import { nature, type PartyRecord } from '../records/party.ts';
import { natureWords } from '../vocabulary/parties.ts';
import * as cells from './cells.ts';
import { readDay, readDays, readInstant } from './days.ts';
import { columnName, type Cell, type SheetRow } from '../files/rows.ts';
import type { Column, ContactField, Header, Meaning } from './columns.ts';
import { relationMeant, type PartyField } from './party-columns.ts';
import { personsOf, type PersonCell } from './persons.ts';
import { raise, type Raised } from '../problems/raise.ts';
import { facts, kindWords, traitWords } from '../vocabulary/kinds.ts';
import { type RowError, type Draft } from '../records/roster-row.ts';

/** `places` collects the cells of people until the row is complete. */
type Growing = { -readonly [Field in keyof Draft]: Draft[Field] } & {
  readonly places: Map<number, Map<ContactField, PersonCell>>;
  /** What columns of parties say, by their words, until the kind of the row is known. */
  readonly told: Map<string, Partial<Record<PartyField, string>>>;
};

/** Without a column of kinds, rows are units: that is the roster that every bureau has. */
const DEFAULT_KIND = 'unit';

/** A bureau’s own subjects exist from the start. Rows may change them, but not create them. */
const enterableKinds = Object.fromEntries(Object.entries(kindWords).filter(([kind]) => kind !== 'bureau'));

/** Reads one row below the headings. */
export function draftOf(header: Header, { row, cells: found }: SheetRow): Draft {
  const made: Growing = {
    row,
    kind: DEFAULT_KIND,
    facts: {},
    contacts: [],
    errors: [],
    places: new Map(),
    told: new Map(),
  };
  let unsaid: Column | undefined;
  const known = new Set(header.columns.map(({ index }) => index));
  for (const column of header.columns) {
    const cell = found[column.index];
    if (cell === undefined || cells.isEmpty(cell)) {
      if (column.meaning.what === 'kind') unsaid = column;
      continue;
    }
    const problem = enter(made, column, cell);
    if (problem) made.errors.push({ row, path: column.path, column: column.label, ...problem });
  }
  found.forEach((cell, index) => {
    if (cells.isEmpty(cell) || known.has(index) || header.skipped.has(index)) return;
    const column = columnName(index);
    made.errors.push({ row, path: '', column, ...raise('import.no-heading', { cell: `${column}${row}` }) });
  });
  if (unsaid && !isBlank(made))
    made.errors.push({
      row,
      path: 'kind',
      column: unsaid.label,
      ...raise('import.no-kind', { kinds: cells.namesOf(enterableKinds) }),
    });
  return withPeople(withParties(made));
}

function withParties({ told, ...made }: Growing): Omit<Growing, 'told'> {
  const parties = [...told].flatMap(([word, { nature: what, ...fields }]): PartyRecord[] => {
    const relation = relationMeant(made.kind, word);
    const known = nature.safeParse(what);
    return relation === undefined
      ? []
      : [{ relation, ...fields, ...(known.success ? { nature: known.data } : {}) }];
  });
  return { ...made, ...(parties.length === 0 ? {} : { parties }) };
}

function withPeople({ places, ...made }: Omit<Growing, 'told'>): Draft {
  const { contacts, wrong } = personsOf(places);
  const errors = wrong.map(({ column, problem }): RowError => ({
    row: made.row,
    path: column.path,
    column: column.label,
    ...problem,
  }));
  return { ...made, contacts: [...contacts], errors: [...made.errors, ...errors] };
}

/** Whether a row has no content that could be meant, such as only a running number. */
export const isBlank = (
  draft: Draft & {
    readonly places?: ReadonlyMap<number, unknown>;
    readonly told?: ReadonlyMap<string, unknown>;
  },
): boolean =>
  (draft.places?.size ?? 0) === 0 &&
  draft.errors.length === 0 &&
  draft.name === undefined &&
  draft.code === undefined &&
  draft.parent === undefined &&
  draft.traits === undefined &&
  draft.nature === undefined &&
  draft.parties === undefined &&
  (draft.told?.size ?? 0) === 0 &&
  draft.retiredOn === undefined &&
  draft.contacts.length === 0 &&
  Object.keys(draft.facts).length === 0;

export const labelsOf = (header: Header): Record<string, string> =>
  Object.fromEntries(header.columns.map(({ path, label }: Column) => [path, label]));

/** Enters one cell. Returns what is wrong with it; undefined when nothing is. */
function enter(made: Growing, { meaning, ...column }: Column, cell: Cell): Raised | undefined {
  switch (meaning.what) {
    case 'kind':
      return take(cells.readChoice(cell, kindWords, enterableKinds), (value) => {
        made.kind = subjectKind.parse(value);
      });
    case 'name':
      return take(cells.readText(cell), (value) => {
        made.name = value;
      });
    case 'code':
      return take(cells.readCode(cell), (value) => {
        made.code = value;
      });
    case 'parent':
      return take(cells.readText(cell), (value) => {
        made.parent = value;
      });
    case 'nature':
      return take(cells.readChoice(cell, natureWords), (value) => {
        made.nature = nature.parse(value);
      });
    case 'party':
      return take(readParty(meaning.field, cell), (value) => {
        made.told.set(meaning.word, { ...made.told.get(meaning.word), [meaning.field]: value });
      });
    case 'retired':
      return take(readDay(cell), (value) => {
        made.retiredOn = value;
      });
    case 'traits':
      return enterTraits(made, cell);
    case 'contact':
      return enterContact(made, meaning, { ...column, meaning }, cell);
    case 'class-hours':
      return take(cells.readNumber(cell), (value) => {
        const before = made.facts['classHours'];
        const hours = typeof before === 'object' && !Array.isArray(before) ? before : {};
        made.facts['classHours'] = { ...hours, [meaning.year]: value };
      });
    case 'fact':
      return take(readFact(meaning.fact, cell), (value) => {
        made.facts[meaning.fact] = value;
      });
  }
}

function readParty(field: PartyField, cell: Cell): cells.Read<string> {
  if (field === 'nature') return cells.readChoice(cell, natureWords);
  return field === 'code' || field === 'telephone' ? cells.readCode(cell) : cells.readText(cell);
}

function take<T>(read: cells.Read<T>, use: (value: T) => void): Raised | undefined {
  if (!read.ok) return read.problem;
  use(read.value);
  return undefined;
}

function enterTraits(made: Growing, cell: Cell): Raised | undefined {
  const read = cells.readText(cell);
  if (!read.ok) return read.problem;
  const traits: string[] = [];
  for (const part of cells.listed(cell.kind === 'text' ? cell.text : read.value)) {
    const chosen = cells.choose(part, traitWords);
    if (!chosen.ok) return chosen.problem;
    traits.push(chosen.value);
  }
  made.traits = [...new Set(traits)];
  return undefined;
}

function enterContact(
  made: Growing,
  { index, field }: Extract<Meaning, { what: 'contact' }>,
  column: Column,
  cell: Cell,
): Raised | undefined {
  const isCode = field !== 'name' && field !== 'role';
  return take(isCode ? cells.readCode(cell) : cells.readText(cell), (value) => {
    // Line breaks separate people.
    const text = cell.kind === 'text' ? cell.text : value;
    const place = made.places.get(index) ?? new Map<ContactField, PersonCell>();
    made.places.set(index, place.set(field, { text, column }));
  });
}

function readFact(fact: string, cell: Cell): cells.Read<z.infer<typeof factValue>> {
  const { type, options = {} } = facts[fact] ?? {};
  switch (type) {
    case 'day':
      return readDay(cell);
    case 'days':
      return readDays(cell);
    case 'instant':
      return readInstant(cell);
    case 'number':
      return cells.readNumber(cell);
    case 'choice':
      return cells.readChoice(cell, options);
    case 'flag':
      return cells.readBoolean(cell);
    default:
      return cells.readText(cell);
  }
}
